"""In force on a day: half-open intervals, bounds, and what is left out."""

from __future__ import annotations

import pandas as pd
import pytest

import sanctions_data as sd
from sanctions_data.query.measures import in_force

COLUMNS = ["status", "start_date", "start_precision", "end_date", "end_precision", "first_seen"]


def row(
    status: str, start: str | None, sp: str | None, end: str | None, ep: str | None
) -> pd.DataFrame:
    frame = pd.DataFrame([[status, start, sp, end, ep, "2026-08-22"]], columns=COLUMNS)
    for column in ("start_date", "end_date", "first_seen"):
        frame[column] = pd.to_datetime(frame[column])
    return frame


@pytest.mark.parametrize(
    ("frame", "day", "certainty"),
    [
        pytest.param(row("in_force", "2024-11-18", "day", None, None), "2024-11-18", "exact",
                     id="first day"),
        pytest.param(row("in_force", "2024-11-18", "day", None, None), "2024-11-17", None,
                     id="day before"),
        pytest.param(row("ended", "2020-01-01", "day", "2025-11-04", "day"), "2025-11-03", "exact",
                     id="last day"),
        pytest.param(row("ended", "2020-01-01", "day", "2025-11-04", "day"), "2025-11-04", None,
                     id="end is no longer in force"),
        pytest.param(row("in_force", None, "unknown", None, None), "2026-08-22", "bounded",
                     id="unknown start counts from first_seen"),
        pytest.param(row("in_force", None, "unknown", None, None), "2026-08-21", None,
                     id="unknown start, before first_seen"),
        pytest.param(row("in_force", "2024-03-01", "month", None, None), "2024-04-01", "bounded",
                     id="month"),
        pytest.param(row("in_force", "2024-03-01", "month", None, None), "2024-03-01", "bounded",
                     id="first day of the month of the start: at the earliest"),
        pytest.param(row("in_force", "2024-03-01", "month", None, None), "2024-02-29", None,
                     id="day before the month of the start"),
        pytest.param(row("in_force", "2024-01-01", "year", None, None), "2024-01-01", "bounded",
                     id="first day of the year of the start: at the earliest"),
        pytest.param(row("in_force", "2024-01-01", "year", None, None), "2023-12-31", None,
                     id="day before the year of the start"),
        pytest.param(row("in_force", "2021-12-02", "on_or_before", None, None), "2021-12-02",
                     "bounded", id="start is a bound: in force from it on"),
        pytest.param(row("in_force", "2021-12-02", "on_or_before", None, None), "2021-12-01", None,
                     id="before the bound of the start"),
        pytest.param(row("ended", "1998-01-01", "day", "1999-05-01", "month"), "1999-04-30",
                     "bounded", id="before the month of the end"),
        pytest.param(row("ended", "1998-01-01", "day", "1999-05-01", "month"), "1999-05-01", None,
                     id="in the month of the end it cannot be shown"),
        pytest.param(row("suspended", "2020-01-01", "day", None, None), "2021-01-01", None,
                     id="suspended"),
        pytest.param(row("ended", "2020-01-01", "day", "2026-08-22", "on_or_before"), "2026-01-01",
                     "bounded", id="end is a bound"),
        pytest.param(row("ended", "2020-01-01", "day", None, "unknown"), "2021-01-01", None,
                     id="ended nobody knows when"),
        pytest.param(row("announced", None, None, None, None), "2026-09-01", None, id="announced"),
        pytest.param(row("never_in_force", None, None, None, None), "2026-09-01", None,
                     id="never in force"),
    ],
)  # fmt: skip
def test_in_force(frame: pd.DataFrame, day: str, certainty: str | None) -> None:
    assert list(in_force(frame, day)["certainty"]) == ([certainty] if certainty else [])


def test_selection() -> None:
    found = sd.measures(authority=["gb", "un-sc"], measure_type="travel_ban", evidence="primary")
    assert set(found["authority_id"]) <= {"gb", "un-sc"}
    assert set(found["measure_type"]) == {"travel_ban"}
    assert set(found["evidence"]) == {"primary"}


@pytest.mark.parametrize(
    ("call", "message"),
    [
        pytest.param({"on": "14/10/2024"}, "expected a day such as 2024-10-14", id="no ISO day"),
        pytest.param(
            {"measure_type": "freeze"}, "unknown measure type freeze; known", id="no type"
        ),
    ],
)
def test_wrong_argument(call: dict[str, str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        sd.measures(**call)  # type: ignore[arg-type]
