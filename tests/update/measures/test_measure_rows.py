"""The row of a measure as it stands on the day of a snapshot."""

from __future__ import annotations

from datetime import date

import pytest

from sanctions_data.update.measures.measure_rows import make_row
from sanctions_data.update.sources import Snapshot
from sanctions_data.update.terms.imposed import Imposed

DAY = date(2025, 6, 1)


@pytest.mark.parametrize(
    ("end", "is_suspended", "status"),
    [
        pytest.param(None, False, "in_force", id="no end"),
        pytest.param(date(2025, 5, 1), False, "ended", id="ended"),
        pytest.param(date(2025, 5, 1), True, "suspended", id="suspended"),
        pytest.param(date(2025, 7, 1), True, "in_force", id="to be suspended"),
    ],
)
def test_status_on_the_day(end: date | None, is_suspended: bool, status: str) -> None:
    measure = Imposed(
        "trade_ban", "", "", "stated", "", "primary", date(2025, 4, 1), "day", False,
        end=end, is_suspended=is_suspended,
    )  # fmt: skip
    snapshot = Snapshot("cn-mofcom", "cn-mofcom-2025-06-01", DAY, is_complete=False)
    row = make_row(snapshot, "cn", "l", "e", measure)
    assert row["status"] == status
    assert row["end_date"] == (end.isoformat() if end else "")


@pytest.mark.parametrize(("act", "evidence"), [("us-fr-1", "primary"), ("", "secondary")])
def test_a_flight_restriction_without_an_act_is_known_from_a_report(
    act: str, evidence: str
) -> None:
    measure = Imposed("flight_restriction", "", act, "stated", "", "primary", DAY, "day", False)
    snapshot = Snapshot("us-bis-dpl", "us-bis-dpl-2025-06-01", DAY, is_complete=True)
    assert make_row(snapshot, "us-bis", "l", "e", measure)["evidence"] == evidence
