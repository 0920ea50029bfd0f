"""What a release changed, in a sentence for each authority."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from sanctions_data.export.feed.sentences import Sentences
from sanctions_data.history.diff import COLUMNS

PROGRAMMES = "programme_id,authority_id,name,opensanctions_key,instrument_id,source_id,note"


def found(*rows: tuple[str, str, str, str]) -> pd.DataFrame:
    """Rows of ``diff``: table, action, programme, column; each of another measure of gb."""
    return pd.DataFrame(
        [
            [table, f'["m{number}"]', action, column, "", "", "gb", programme]
            for number, (table, action, programme, column) in enumerate(rows)
        ],
        columns=COLUMNS,
        dtype="str",
    )


BAN = ("travel_bans", "added", "gb-russia", "*")
ENDED = ("travel_bans", "ended", "gb-russia", "end_date")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([BAN], "gb: 1 travel ban added under Russia sanctions regime", id="one"),
        pytest.param(
            [BAN] * 12 + [ENDED] * 3,
            "gb: 12 travel bans added under Russia sanctions regime, 3 ended under Russia "
            "sanctions regime",
            id="added and ended",
        ),
        pytest.param(
            [BAN, BAN, ("travel_bans", "added", "", "*")],
            "gb: 3 travel bans added, mostly under Russia sanctions regime",
            id="most of them",
        ),
        pytest.param(
            [BAN, ("travel_bans", "added", "", "*")], "gb: 2 travel bans added", id="half of them"
        ),
        pytest.param(
            [("asset_freezes", "changed", "gb-russia", "entity_id")],
            "gb: 1 asset freeze moved under Russia sanctions regime",
            id="on another party",
        ),
        pytest.param(
            [("asset_freezes", "changed", "", "note"), BAN],
            "gb: 1 travel ban added under Russia sanctions regime; 1 asset freeze corrected",
            id="two kinds",
        ),
        pytest.param([("events", "added", "", "*")], "", id="no measure"),
    ],
)
def test_a_sentence(root: Path, rows: list[tuple[str, str, str, str]], expected: str) -> None:
    assert Sentences(root).of_authority(found(*rows), "gb") == expected


def test_of_another_authority_nothing_is_told(root: Path) -> None:
    assert Sentences(root).of_authority(found(BAN), "eu") == ""


def test_rows_that_are_no_measures_are_counted(root: Path) -> None:
    rows = found(("events", "added", "", "*"), ("events", "added", "", "*"), BAN)
    assert Sentences(root).of_rows(rows) == "events 2 added"
