"""Dates in a foreign form: the days they may mean, and what is said of them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.validation.engine.foreign_dates import describe_foreign_date, read_days


@pytest.mark.parametrize(
    ("written", "days"),
    [
        pytest.param("25/02/2022", ["2022-02-25"], id="day first, for sure"),
        pytest.param("02/25/2022", ["2022-02-25"], id="month first, for sure"),
        pytest.param("10/09/2024", ["2024-09-10", "2024-10-09"], id="ambiguous"),
        pytest.param("10.09.2024", ["2024-09-10", "2024-10-09"], id="points"),
        pytest.param("9/9/2024", ["2024-09-09"], id="the same both ways"),
        pytest.param("31/02/2024", [], id="no such day"),
        pytest.param("2024/9/10", ["2024-09-10"], id="year first"),
        pytest.param("25/02/22", ["2022-02-25", "1922-02-25"], id="century not known"),
        pytest.param("10-Sep-2024", ["2024-09-10"], id="month by name"),
        pytest.param("September 10, 2024", ["2024-09-10"], id="month by name, first"),
        pytest.param("2024-09-10 00:00:00", ["2024-09-10"], id="midnight"),
        pytest.param("45545", ["2024-09-10"], id="serial number"),
        pytest.param("soon", [], id="no date"),
        pytest.param("1/2-2024", [], id="mixed"),
    ],
)
def test_days_that_a_date_may_mean(written: str, days: list[str]) -> None:
    assert read_days(written) == days


@given(st.dates(date(1900, 3, 1), date(2099, 12, 31)), st.sampled_from("./-"))
def test_the_day_that_was_meant_is_among_them(day: date, mark: str) -> None:
    for form in ("%d{0}%m{0}%Y", "%m{0}%d{0}%Y", "%d{0}%m{0}%y", "%d %B %Y", "%B %d, %Y"):
        assert day.isoformat() in read_days(day.strftime(form.format(mark)))


@given(st.text(st.sampled_from("0123456789/.-: TZJanuarySep,"), max_size=20))
def test_whatever_is_written_gives_days_of_the_calendar(text: str) -> None:
    for day in read_days(text):
        assert date.fromisoformat(day).isoformat() == day


def test_an_ambiguous_date_is_left_to_the_source() -> None:
    told = describe_foreign_date("10/09/2024")
    assert told is not None
    assert told[2] == "write 2024-09-10 or 2024-10-09: the source says which"
    assert describe_foreign_date("soon") is None
