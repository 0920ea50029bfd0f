"""The pages of the documentation, in a browser that has no network."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("zensical", reason="zensical is not installed")
pytestmark = [pytest.mark.full]
ROOT = Path(__file__).resolve().parents[2]
SHOWN = (
    "index.html", "guides/analyst.html", "api/questions.html", "data-dictionary.html",
    "rules/index.html",
)  # fmt: skip


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs")
    command = [sys.executable, "scripts/build_docs.py", "--out", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True)
    return folder


@pytest.fixture
def tab(page: Any) -> Iterator[Any]:
    """A tab that notes what it asks of others, and what goes wrong."""
    opened = page.context.browser.new_page()
    opened.wrong = []

    def note(request: Any) -> None:
        if not request.url.startswith(("file:", "data:", "blob:", "about:")):
            opened.wrong.append(request.url)

    opened.on("request", note)
    opened.on("pageerror", lambda error: opened.wrong.append(str(error)))
    yield opened
    opened.close()


@pytest.mark.parametrize("width", [360, 1600])
@pytest.mark.parametrize("name", SHOWN)
def test_a_page_fits_and_needs_nobody(docs: Path, tab: Any, name: str, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto((docs / name).as_uri())
    tab.wait_for_load_state("networkidle")
    assert tab.locator("h1").count() == 1
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert tab.wrong == []


def test_the_search_works_without_a_server(docs: Path, tab: Any) -> None:
    tab.goto((docs / "index.html").as_uri())
    tab.keyboard.press("/")
    tab.wait_for_timeout(500)
    tab.keyboard.type("unverified")
    tab.get_by_text("Evidence and sources").first.wait_for()
    assert tab.wrong == []
