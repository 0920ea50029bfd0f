"""Every act has the earliest day of the chain of acts that it took over from, where all tell."""

from __future__ import annotations

import pytest

from sanctions_data.tables.act_days import first_days, first_days_of_rows


def act(name: str, adopted: str = "", in_force: str = "", replaces: str = "") -> dict[str, str]:
    return {
        "instrument_id": name, "adopted_on": adopted, "in_force_on": in_force,
        "replaces": replaces,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "day"),
    [
        pytest.param([act("new", "2019-04-10", "2020-12-31")], "2019-04-10", id="adopted first"),
        pytest.param([act("new", "2020-01-02", "2019-06-01")], "2019-06-01", id="looks back"),
        pytest.param([act("new", "", "2020-12-31")], "2020-12-31", id="only the effect is known"),
        pytest.param([act("new")], None, id="no day at all"),
        pytest.param(
            [act("new", "2019-04-10", "", "old"), act("old", "2012-03-23", "", "older"),
             act("older", "2007-04-19")],
            "2007-04-19", id="the oldest of the chain",
        ),
        pytest.param(
            [act("new", "2019-04-10", "", "old"), act("old")], None, id="an undated act before it",
        ),
        pytest.param(
            [act("new", "", "", "old"), act("old", "2012-03-23")], None, id="undated itself",
        ),
        pytest.param([act("new", "2019-04-10", "", "gone")], None, id="a missing act before it"),
        pytest.param(
            [act("new", "2019-04-10", "", "old"), act("old", "2012-03-23", "", "new")],
            "2012-03-23", id="a circle ends",
        ),
    ],
)  # fmt: skip
def test_first_day(rows: list[dict[str, str]], day: str | None) -> None:
    assert first_days_of_rows(rows).get("new") == day


def test_the_older_act_keeps_its_own_day() -> None:
    own = {"new": "2019-04-10", "old": "2012-03-23"}
    assert first_days(own, {"new": "old"})["old"] == "2012-03-23"
