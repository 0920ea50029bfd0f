"""Frames show themselves in a few columns, are frames in all else, and take no cell for markup."""

from __future__ import annotations

import pandas as pd
import pytest

from sanctions_data.query.notebook.html_cells import html_link
from sanctions_data.query.notebook.shown_frames import CandidatesFrame, FlightsFrame, ShownFrame
from sanctions_data.query.stands_on import StandsOn

TOLD = StandsOn(version="2026.8.0", day="2026-08-22", on=None, searched={"authority": ["gb"]},
                lists=[], notes=["A note."])  # fmt: skip


def candidates(number: int) -> CandidatesFrame:
    row = {"query": "<b>Ada", "entity_id": "ada", "name": "ADA", "score": 100.0, "reason": "exact"}
    found = CandidatesFrame([row] * number, columns=[*row])
    found.attrs["stands_on"] = TOLD
    return found


@pytest.mark.parametrize(
    ("number", "told"), [(1, "<p>1 row</p>"), (21, "<p>21 rows, 1 of them not shown</p>")]
)
def test_the_first_rows_are_shown(number: int, told: str) -> None:
    html = candidates(number)._repr_html_() or ""
    assert html.count("&lt;b&gt;Ada") == min(number, 20)
    assert told in html
    assert "A note.<br>Version 2026.8.0" in html


def test_where_there_is_no_row_what_was_searched_is_told() -> None:
    html = candidates(0)._repr_html_() or ""
    assert "<table>" not in html
    assert "Searched: authority gb" in html


def test_a_part_without_the_columns_shows_as_frames_do() -> None:
    part = candidates(2)[["query", "score"]]
    assert part._repr_html_() == pd.DataFrame(part)._repr_html_()


def test_a_part_of_the_rows_keeps_its_looks() -> None:
    found = candidates(3).head(2)
    assert isinstance(found, ShownFrame)
    assert "2 rows" in (found._repr_html_() or "")


def test_a_restriction_tells_its_day_as_exactly_as_it_is_known() -> None:
    day = pd.Timestamp("2020-05-01")
    row = {
        "authority_id": "de", "restriction_kind": "operating_permit", "party": "Air Example",
        "start_date": day, "start_precision": "month", "end_date": day,
        "end_precision": "on_or_before", "status": "ended", "act": None, "act_url": None,
        "source": "A report", "source_url": "https://example.org/a",
    }  # fmt: skip
    html = FlightsFrame([row])._repr_html_() or ""
    for cell in (
        "operating permit",
        ">2020-05<",
        ">by 2020-05-01<",
        "href='https://example.org/a'",
    ):
        assert cell in html


@pytest.mark.parametrize("address", [None, "javascript:alert(1)", "data:text/html,x", "/etc"])
def test_only_addresses_of_the_web_are_links(address: str | None) -> None:
    assert html_link("An act", address) == "An act"


def test_who_wants_no_html_gets_none() -> None:
    with pd.option_context("display.notebook_repr_html", False):
        assert candidates(1)._repr_html_() is None
