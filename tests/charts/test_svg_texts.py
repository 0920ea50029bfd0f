"""Words put into a picture."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from sanctions_data.charts.svg_texts import add_texts

SVG = "{http://www.w3.org/2000/svg}"


def test_words_come_first_in_their_elements(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg"><g id="a"><path/></g><g id="b"><path/></g></svg>',
        encoding="utf-8",
    )
    add_texts(path, "Title", "Description", {"a": "Iran & Russia"})
    root = ElementTree.parse(path).getroot()
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert (root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")) == ("Title", "Description")
    a, b = root.iter(f"{SVG}g")
    assert (a[0].tag, a[0].text) == (f"{SVG}title", "Iran & Russia")
    assert [child.tag for child in b] == [f"{SVG}path"]
