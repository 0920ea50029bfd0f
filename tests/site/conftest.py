"""One site and one browser for all tests of the pages."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sanctions_data.site.make_site import ASSETS, make_site

REQUIRE = "SANCTIONS_DATA_REQUIRE_BROWSER"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the site, made once; or the one that the environment names."""
    if not (ASSETS / "assets" / "pages.js").is_file():
        _skip("the pages were not built: cd site && npm ci && npm run build")
    _browser()
    made = os.environ.get("SANCTIONS_DATA_SITE")
    if made:
        return Path(made)
    folder = tmp_path_factory.mktemp("site") / "sub" / "folder"
    make_site(folder)
    return folder


@pytest.fixture(scope="session")
def page(site: Path) -> Iterator[Any]:
    """The first page, open in the browser, in a folder below the top of the server."""
    playwright = pytest.importorskip("playwright.sync_api", reason="pip install playwright")
    handler = functools.partial(_Quiet, directory=str(site.parent))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with playwright.sync_playwright() as run:
        opened = run.chromium.launch(executable_path=_browser(), args=["--no-sandbox"])
        tab = opened.new_page()
        tab.errors = []
        tab.on("pageerror", lambda error: tab.errors.append(str(error)))
        tab.on("console", lambda said: tab.errors.append(said.text) if said.type == "error" else 0)
        tab.foreign = []
        tab.on("request", lambda asked: tab.foreign.append(asked.url))
        tab.home = f"http://127.0.0.1:{server.server_port}/{site.name}/"
        tab.goto(tab.home)
        tab.wait_for_selector("#query")
        yield tab
        opened.close()
    server.shutdown()


def _skip(reason: str) -> None:
    if os.environ.get(REQUIRE):
        pytest.fail(f"{reason}, and {REQUIRE} is set")
    pytest.skip(reason)


def _browser() -> str:
    found = shutil.which("chromium") or shutil.which("google-chrome")
    if found is None:
        _skip("there is no Chromium: apt-get install chromium")
    return str(found)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: Any) -> None:
        pass
