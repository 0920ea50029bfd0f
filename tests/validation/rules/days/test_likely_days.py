"""Days and moments that cannot be."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from tests.validation.rules.small_context import context_of, told

from sanctions_data.validation.rules import RULES


@pytest.mark.parametrize(
    ("table", "column", "day", "says"),
    [
        ("events", "occurred_on", "1899-12-31", "a year before 1900"),
        ("events", "occurred_on", "1900-01-01", ""),
        ("instruments", "adopted_on", "1699-12-31", "a year before 1700"),
        ("instruments", "adopted_on", "1700-01-01", ""),
        ("asset_freezes", "end_date", "2100-01-01", ""),
        ("asset_freezes", "end_date", "2100-01-02", "a year after 2100"),
    ],
)
def test_a_year_that_can_be_meant(table: str, column: str, day: str, says: str) -> None:
    found = RULES["likely-year"].check(context_of(**{table: [{column: day}]}))
    assert [each.problem for each in found] == [says] * bool(says)


NOW = datetime.now(UTC)


@pytest.mark.parametrize(
    ("moment", "published", "is_told"),
    [
        pytest.param(f"{NOW:%Y-%m-%dT%H:%M:%SZ}", "", False, id="now"),
        pytest.param(f"{NOW + timedelta(2):%Y-%m-%dT%H:%M:%SZ}", "", True, id="in two days"),
        pytest.param("2024-02-30T04:00:00Z", "", True, id="on a day that does not exist"),
        pytest.param("2024-02-20T04:00:00Z", "2024-02-20", False, id="on the day of publication"),
        pytest.param("2024-02-20T04:00:00Z", "2024-02-21", True, id="a day before publication"),
    ],
)
def test_a_moment_that_was(moment: str, published: str, *, is_told: bool) -> None:
    row = {"retrieved_at": moment, **({"published_on": published} if published else {})}
    sound = {"retrieved_at": "2024-01-01T00:00:00Z"}
    found = told("moment-exists", sources=[sound, row])
    assert found == [("sources", 1, "retrieved_at")] * is_told


@pytest.mark.parametrize(
    ("due", "given", "is_told"),
    [
        pytest.param("2024-05-10", "2024-05-10", False, id="the same day"),
        pytest.param("2024-05-09", "2024-05-10", True, id="the day before"),
        pytest.param("2024-05", "2024-05-10", False, id="in the month"),
        pytest.param("2024-04", "2024-05-10", True, id="in the month before"),
        pytest.param("2024", "2024-05-10", False, id="in the year"),
        pytest.param("2023", "2024-05-10", True, id="in the year before"),
        pytest.param("2024-05", "", False, id="no notice"),
        pytest.param("2024-13", "", True, id="a month that does not exist"),
        pytest.param("2024-02-30", "", True, id="a day that does not exist"),
        pytest.param("0000", "", True, id="a year that does not exist"),
    ],
)
def test_an_effect_comes_after_its_notice(due: str, given: str, *, is_told: bool) -> None:
    row = {"effect_due": due, **({"notice_given_on": given} if given else {})}
    found = told("effect-after-notice", flight_restrictions=[{"effect_due": "2024-01-01"}, row])
    assert found == [("flight_restrictions", 1, "effect_due")] * is_told
