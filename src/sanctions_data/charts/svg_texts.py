"""Words in a picture: a title on every bar, and what the picture is about."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lxml import etree

_SVG = "{http://www.w3.org/2000/svg}"


def add_texts(path: Path, title: str, description: str, texts: Mapping[str, str]) -> None:
    """Add words to an SVG that matplotlib wrote: browsers show them, screen readers say them.

    Args:
        path: the picture; it is rewritten.
        title: what the whole picture is.
        description: where the same can be read as a table.
        texts: what each element is, by its id.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     path = Path(folder) / "a.svg"
        ...     _ = path.write_text('<svg xmlns="http://www.w3.org/2000/svg"><g id="bar-0"/></svg>')
        ...     add_texts(path, "Bans", "A table stands beside it.", {"bar-0": "EU: overflight"})
        ...     "<title>EU: overflight</title>" in path.read_text()
        True
    """
    tree = etree.parse(path)
    root = tree.getroot()
    for element in list(root.iter(f"{_SVG}g")):
        if text := texts.get(element.get("id", "")):
            _put_first(element, "title", text)
    _put_first(root, "desc", description)
    _put_first(root, "title", title)
    root.set("role", "img")
    tree.write(path, encoding="utf-8", xml_declaration=True)


def _put_first(element: etree._Element, tag: str, text: str) -> None:
    child = etree.Element(f"{_SVG}{tag}")
    child.text = text
    element.insert(0, child)
