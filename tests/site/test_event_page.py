"""The page of an event: who alleged, confirmed, admitted or denied what, and when."""

from __future__ import annotations

from typing import Any

import pytest

import sanctions_data as sd

# The site is made of all tables.
pytestmark = pytest.mark.full

EVENTS = sd.load("claims")["event_id"].drop_duplicates().tolist()
SIDES = """sides => sides.map(side => [side.className,
  side.closest('section').querySelector('h3').textContent,
  [...side.querySelectorAll('li')].map(item => [item.querySelector('b').textContent,
    item.querySelector('bdi').textContent, item.querySelector('a').href])])"""


@pytest.mark.parametrize("event", EVENTS)
def test_statements_stand_side_by_side(page: Any, event: str) -> None:
    claims, statements, sources = map(sd.load, ("claims", "statements", "sources"))
    page.goto(f"{page.home}#/event/{event}")
    title = sd.load("events").set_index("event_id")["title"][event]
    page.locator("h1", has_text=title).wait_for()
    found = {
        (claim, stance, *statement)
        for stance, claim, items in page.locator(".sides > div").evaluate_all(SIDES)
        for statement in map(tuple, items)
    }
    rows = statements.merge(claims[claims["event_id"] == event], on="claim_id")
    rows = rows.merge(sources[["source_id", "url"]], on="source_id")
    said = rows["stated_on"].dt.strftime("%Y-%m-%d")
    said = said.where(rows["date_precision"] != "on_or_before", "by " + said)
    said = said.where(rows["date_precision"] != "month", said.str[:7])
    expected = set(zip(rows["proposition"], rows["stance"], said, rows["speaker"], rows["url"],
                       strict=True))  # fmt: skip
    assert found == expected
    # All of them stand once more in order of time, to be downloaded.
    page.locator("summary", has_text=f"in order of time: {len(rows)} statement").click()
    page.locator("details[open] td[data-title='Who']").first.wait_for()
    days = page.locator("details[open] td[data-title='Said']").all_inner_texts()
    assert len(days) == len(rows)
    assert page.errors == []
