"""Pages that are written for GitHub become pages that Zensical reads."""

from __future__ import annotations

import runpy
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
BUILD = runpy.run_path(str(ROOT / "scripts" / "build_docs.py"))
page_text: Any = BUILD["page_text"]
loaded_from_elsewhere: Any = BUILD["loaded_from_elsewhere"]
REPOSITORY = "https://github.com/sanctions-data/sanctions-data"


@pytest.mark.parametrize(
    ("source", "link", "expected"),
    [
        pytest.param("docs/recipes.md", "exports.md#x", "exports.md#x", id="page beside it"),
        pytest.param("docs/threats.md", "rules/README.md", "rules/README.md", id="page below it"),
        pytest.param("docs/threats.md", "../SECURITY.md", "security.md", id="page that moves"),
        pytest.param("SECURITY.md", "docs/threats.md", "threats.md", id="from a page that moves"),
        pytest.param(
            "docs/guides/analyst.md", "../../README.md#a", "../about.md#a", id="out of a folder"
        ),
        pytest.param(
            "benchmarks/README.md", "../docs/matching.md", "matching.md", id="out of another folder"
        ),
        pytest.param("README.md", "docs/site.png", "site.png", id="picture"),
        pytest.param("README.md", "LICENSE", f"{REPOSITORY}/blob/main/LICENSE", id="no page"),
        pytest.param("docs/recipes.md", "../data/", f"{REPOSITORY}/tree/main/data", id="folder"),
        pytest.param("README.md", "https://example.org/a.md", "https://example.org/a.md", id="web"),
        pytest.param("README.md", "#there", "#there", id="same page"),
    ],
)
def test_a_link_leads_to_where_the_page_is(source: str, link: str, expected: str) -> None:
    assert page_text(f"See [it]({link}).", source) == f"See [it]({expected})."


def test_a_link_to_nothing_is_an_error() -> None:
    with pytest.raises(FileNotFoundError, match=r"docs/recipes\.md.*nothing\.md"):
        page_text("[it](nothing.md)", "docs/recipes.md")


def test_code_is_left_alone() -> None:
    code = "```python\nrows[0](nothing)\n```"
    assert page_text(code, "docs/recipes.md") == code


def test_what_stands_below_an_item_stays_there() -> None:
    text = "1. One:\n\n   ```bash\n   run\n   ```\n2. Two\n   goes on"
    expected = "1. One:\n\n    ```bash\n    run\n    ```\n\n2. Two\n    goes on"
    assert page_text(text, "docs/recipes.md") == expected


def test_every_page_has_a_place(tmp_path: Path) -> None:
    BUILD["stage"](tmp_path)
    assert BUILD["pages_left_out"](tmp_path) == []
    config = tmp_path / "zensical.toml"
    nav = tomllib.loads(config.read_text(encoding="utf-8"))["project"]["nav"]
    (rules,) = [each["Rules"] for each in nav if "Rules" in each]
    assert "rules/README.md" in rules and "rules/cell-date.md" in rules
    config.write_text(config.read_text().replace('"rules/cell-date.md", ', ""), encoding="utf-8")
    assert BUILD["pages_left_out"](tmp_path) == ["rules/cell-date.md"]


@pytest.mark.parametrize(
    ("name", "text", "number"),
    [
        pytest.param("a.html", '<script src="https://example.org/a.js"></script>', 1, id="script"),
        pytest.param("a.html", "<img alt='' src=//example.org/a.png>", 1, id="picture"),
        pytest.param(
            "a.html", '<link rel="stylesheet" href="http://example.org/a.css">', 1, id="style"
        ),
        pytest.param("a.css", "@font-face { src: url(https://example.org/a) }", 1, id="font"),
        pytest.param("a.css", "@import 'https://example.org/a.css';", 1, id="import"),
        pytest.param("a.html", '<script src="a.js"></script>', 0, id="our own"),
        pytest.param("a.html", '<a href="https://example.org">it</a>', 0, id="link"),
    ],
)
def test_what_is_loaded_from_elsewhere_is_found(
    tmp_path: Path, name: str, text: str, number: int
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert len(loaded_from_elsewhere(tmp_path)) == number


def test_a_folder_with_files_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine").touch()
    monkeypatch.setattr("sys.argv", ["build_docs.py", "--out", str(tmp_path)])
    assert BUILD["main"]() == 2
