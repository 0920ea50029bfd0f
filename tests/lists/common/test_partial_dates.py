"""Dates as lists print them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.lists.common.entry import tidy
from sanctions_data.lists.common.partial_dates import parse_day, parse_partial


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        pytest.param("2024-11-18", date(2024, 11, 18), id="ISO"),
        pytest.param("2015-07-01-04:00", date(2015, 7, 1), id="ISO with a zone"),
        pytest.param("2025-06-18T23:00:05Z", date(2025, 6, 18), id="ISO with a time"),
        pytest.param("18/11/2024", date(2024, 11, 18), id="day first"),
        pytest.param("1/2/2024", date(2024, 2, 1), id="day first without zeros"),
        pytest.param("17 March 2011", date(2011, 3, 17), id="in words"),
        pytest.param("4 Sept. 2020", date(2020, 9, 4), id="in words, shortened"),
        pytest.param("31/02/2024", None, id="no such day"),
        pytest.param("2024-13-01", None, id="no such month"),
        pytest.param("17 Marchember 2011", None, id="no such month in words"),
        pytest.param("11/18/24", None, id="two-digit year"),
        pytest.param("", None, id="empty"),
        pytest.param("soon", None, id="no date"),
    ],
)
def test_parse_day(printed: str, expected: date | None) -> None:
    assert parse_day(printed) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        pytest.param("03/05/1969", "1969-05-03", id="day"),
        pytest.param("dd/05/1969", "1969-05", id="day not known"),
        pytest.param("dd/mm/1969", "1969", id="year alone"),
        pytest.param("DD/MM/1969", "1969", id="capitals"),
        pytest.param("00/00/1969", "1969", id="zeros"),
        pytest.param("01/mm/1969", "1969", id="day but no month"),
        pytest.param("1969", "1969", id="ISO year"),
        pytest.param("1969-05", "1969-05", id="ISO month"),
        pytest.param("1969-05-03", "1969-05-03", id="ISO day"),
        pytest.param("31/02/1969", "", id="no such day"),
        pytest.param("dd/13/1969", "", id="no such month"),
        pytest.param("15/08/19yy", "", id="half a year"),
        pytest.param("dd/mm/0000", "", id="year zero"),
        pytest.param("circa 1969", "", id="words"),
        pytest.param("", "", id="empty"),
    ],
)
def test_parse_partial(printed: str, expected: str) -> None:
    assert parse_partial(printed) == expected


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_is_read_in_every_notation(day: date) -> None:
    in_words = f"{day.day} {day:%B} {day.year}"
    for printed in (day.isoformat(), f"{day.day:02}/{day.month:02}/{day.year}", in_words):
        assert parse_day(printed) == day
        assert parse_partial(printed) == day.isoformat()


@given(st.text())
def test_any_text_is_tidied_and_never_breaks_a_parser(printed: str) -> None:
    assert tidy(tidy(printed)) == tidy(printed)
    parse_day(printed)
    parse_partial(printed)
