"""Dates as lists print them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.lists.common.entry import tidy
from sanctions_data.lists.common.partial_dates import dates_in, parse_day, parse_partial


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


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        pytest.param("1969", ("1969",), id="year"),
        pytest.param("dd/05/1969", ("1969-05",), id="day not known"),
        pytest.param("03/05/1969; 1970", ("1969-05-03", "1970"), id="semicolon"),
        pytest.param("9 May 1970, April 1971, 05/1972", ("1970-05-09", "1971-04", "1972-05"),
                     id="commas"),
        pytest.param("20/12/1961 21/12/1961", ("1961-12-20", "1961-12-21"), id="space"),
        pytest.param("a) 3 Sep. 1962 b) 1963", ("1962-09-03", "1963"), id="lettered"),
        pytest.param("3rd September, 1962", ("1962-09-03",), id="ordinal and comma"),
        pytest.param("19-Dec-1992", ("1992-12-19",), id="hyphens"),
        pytest.param("1970 or 1971", ("1970", "1971"), id="or"),
        pytest.param("circa 4 May 1970", ("1970",), id="about"),
        pytest.param("Approximately 1955- 1958", ("1955", "1958"), id="about a range"),
        pytest.param("Between 1972 and 1973", ("1972", "1973"), id="between"),
        pytest.param("1984 - 1986", ("1984", "1986"), id="hyphen"),
        pytest.param("1977/1978", ("1977", "1978"), id="two years"),
        pytest.param("01 Mar 1962 to 28 Feb 1963", ("1962", "1963"), id="days of two years"),
        pytest.param("01 Mar 1962 to 20 Mar 1962", ("1962-03",), id="days of a month"),
        pytest.param("'00/00/1975", ("1975",), id="stray quote"),
        pytest.param("10/061962", (), id="run together"),
        pytest.param("/02/1961", (), id="half a day"),
        pytest.param("15/08/19yy", (), id="half a year"),
        pytest.param("24/06/1402 (Hijri Calendar)", (), id="other calendar"),
        pytest.param("born in the early 1970s", (), id="decade"),
        pytest.param("31/02/1969", (), id="no such day"),
        pytest.param("Sep-99", (), id="two digits"),
        pytest.param("30-35 years old", (), id="age"),
        pytest.param("Maybe 1970", (), id="word that begins like a month"),
        pytest.param("na", (), id="nothing"),
    ],
)  # fmt: skip
def test_dates_in(printed: str, expected: tuple[str, ...]) -> None:
    assert dates_in(printed) == expected


@given(st.lists(st.dates(min_value=date(1850, 1, 1), max_value=date(2050, 1, 1)), min_size=1))
def test_days_in_a_row_come_back(days: list[date]) -> None:
    expected = tuple(dict.fromkeys(day.isoformat() for day in days))
    for written in ("{0.day}/{0.month}/{0.year}", "{0:%d %B %Y}", "{0:%Y-%m-%d}"):
        for separator in ("; ", ", ", " or ", "\n"):
            assert dates_in(separator.join(written.format(day) for day in days)) == expected


@given(st.text(alphabet="0123456789/-. ,;abcMayJunto()", max_size=40))
def test_any_text_gives_dates_that_exist(printed: str) -> None:
    for found in dates_in(printed):
        assert parse_partial(found) == found
