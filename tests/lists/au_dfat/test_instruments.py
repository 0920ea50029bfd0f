"""Days of the instruments that the Australian list names."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from sanctions_data.lists.au_dfat import instruments
from sanctions_data.lists.au_dfat.instruments import BY_CONTROL_DATE, BY_TEXT, Listed, day_of

TABLE = tomllib.loads(
    Path(instruments.__file__).with_name("instruments.toml").read_text(encoding="utf-8")
)
UKRAINE = (
    "Autonomous Sanctions (Designated Persons and Entities and Declared Persons{}) Amendment {}"
)


@pytest.mark.parametrize(
    ("title", "control_date", "expected"),
    [
        pytest.param(
            UKRAINE.format("-Ukraine", "(No. 4) Instrument 2022"), "2022-02-26",
            Listed(date(2022, 2, 26), "day", BY_TEXT), id="hyphen",
        ),
        pytest.param(
            UKRAINE.format("—Russia and Ukraine", "(No. 4) Instrument 2022"), "2022-03-08",
            Listed(date(2022, 3, 8), "day", BY_CONTROL_DATE), id="the same number, another regime",
        ),
        pytest.param(
            "Instrument of first designation: "
            + UKRAINE.format(" – Russia and Ukraine", "(No.11) Instrument 2022"), "2022-04-06",
            Listed(date(2022, 4, 8), "day", BY_TEXT), id="the text counts, not the control date",
        ),
        pytest.param(
            UKRAINE.format("—Russia and Ukraine", "(No. 13) Instrument 2022"), "2022-04-21",
            Listed(date(2022, 4, 1), "month", BY_TEXT), id="the month alone",
        ),
        pytest.param(
            UKRAINE.format("—Russia and Ukraine", "(No. 10) Instrument 2023"), "2026-01-01",
            Listed(date(2023, 8, 27), "day", BY_CONTROL_DATE), id="an amendment lists once",
        ),
        pytest.param(
            UKRAINE.format("—Atlantis", "(No. 4) Instrument 2022"), "2022-02-26", None,
            id="not known",
        ),
        pytest.param("Example List 2022", "", None, id="no title"),
    ],
)  # fmt: skip
def test_the_day_of_an_instrument(title: str, control_date: str, expected: Listed | None) -> None:
    assert day_of(title, control_date) == expected


THEMATIC = (
    "Autonomous Sanctions (Designated Persons and Entities and Declared Persons—Thematic "
    "Sanctions) Instrument 2022"
)


@pytest.mark.parametrize(
    ("control_date", "expected"),
    [
        pytest.param("2022-03-30", (date(2022, 3, 30), "day"), id="from the first"),
        pytest.param("2025-11-20", (date(2025, 11, 20), "on_or_before"), id="perhaps added later"),
        pytest.param("", (date(2022, 3, 30), "day"), id="no control date"),
    ],
)
def test_an_instrument_that_is_amended_for_years(
    control_date: str, expected: tuple[date, str]
) -> None:
    listed = day_of(THEMATIC, control_date)
    assert listed is not None
    assert (listed.day, listed.precision) == expected


def test_a_day_lies_in_the_year_of_its_instrument() -> None:
    days = [(day, title) for table in TABLE.values() for day, titles in table.items()
            for title in titles]  # fmt: skip
    assert len(days) > 60
    assert [each for each in days if re.findall(r"\b20\d\d\b", each[1])[-1] != each[0][:4]] == []


def test_an_instrument_stands_once() -> None:
    titles = Counter(
        instruments._key(title)
        for table in TABLE.values()
        for titles in table.values()
        for title in titles
    )
    assert [title for title, number in titles.items() if number > 1] == []
