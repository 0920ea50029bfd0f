"""Every kind of page: axe finds nothing serious, nothing is wider than the window, no errors."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

# The site is made of all tables.
pytestmark = pytest.mark.full

AXE = Path(__file__).parents[2] / "site" / "node_modules" / "axe-core" / "axe.min.js"
PAGES = [
    "", "?q=iran%20air", "party/iran-air?on=2024-10-01", "day?on=2022-03-05",
    "measures?by=un-sc&kind=asset_freeze", "flights?who=RU&to=DE&on=2022-03-05", "event",
    "event/e3-air-services-notice-2024-09-10", "authority", "authority/au", "kind", "programme",
    "event/iran-missiles-2024-09-10", "act", "coverage", "feed", "dictionary", "rules",
    "check/travel_bans",
]  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_fit_for_all(page: Any, address: str, scheme: str) -> None:
    if not AXE.is_file():
        pytest.skip("axe is not installed: cd site && npm ci")
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 360 if scheme == "dark" else 1600, "height": 900})
    # Another address before the hash makes the browser load the page anew.
    page.goto(f"{page.home}?{scheme}#/{address}")
    page.wait_for_selector("#foot p")
    page.wait_for_load_state("networkidle")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run({resultTypes: ['violations']}).then(told => told.violations)")
    wrong = [
        (each["id"], each["nodes"][0]["html"][:200])
        for each in found
        if each["impact"] in ("serious", "critical")
    ]
    assert wrong == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert page.errors == []
    # Nothing is loaded from elsewhere.
    assert {url for url in page.foreign if not url.startswith(page.home)} == set()


def test_the_keyboard_leads_on(page: Any) -> None:
    page.goto(f"{page.home}?keys#/party/iran-air")
    page.wait_for_selector("#day")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    assert page.url.endswith("#/party/iran-air")
    # A field that was changed keeps the focus; a page that is new takes it.
    page.focus("#day")
    page.fill("#day", "2016-06-30")
    page.locator("caption", has_text="seen from 2016-06-30").wait_for()
    page.wait_for_function("document.activeElement.id === 'day'")
    page.locator("nav a", has_text="Coverage").focus()
    page.keyboard.press("Enter")
    page.locator("h1", has_text="Coverage").wait_for()
    page.wait_for_function("document.activeElement.id === 'main'")
    assert page.errors == []


def test_a_printed_page_has_no_menu(page: Any) -> None:
    page.goto(f"{page.home}?print#/party/iran-air")
    page.wait_for_selector("#day")
    page.emulate_media(media="print")
    shown = [
        page.locator(each).first.is_visible() for each in ("nav", ".actions", "#cite", "table")
    ]
    page.emulate_media(media="screen")
    assert shown == [False, False, True, True]


def test_a_page_opened_as_a_file_says_why_it_needs_a_server(page: Any, site: Path) -> None:
    tab = page.context.browser.new_page()
    tab.goto((site / "index.html").resolve().as_uri())
    tab.locator("main", has_text="python -m http.server").wait_for()
    tab.close()
