"""Days of listing that follow from acts and from when an entry was not there."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.lists.common.entry import Act, Entry
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.eu_fsf.infer_day import MOST_LAG, Inferred, infer_day
from sanctions_data.lists.eu_fsf.reader import read

PUBLISHED, IN_FORCE = date(2022, 3, 9), date(2022, 3, 10)
ACT = Act("1/2022", PUBLISHED, IN_FORCE)
LATER = Act("2/2023", date(2023, 5, 1), date(2023, 5, 1))
BEFORE, SEEN = date(2022, 3, 5), date(2022, 3, 12)


@pytest.mark.parametrize(
    ("acts", "known", "expected"),
    [
        pytest.param([LATER, ACT], {"absent_on": BEFORE, "first_seen_on": SEEN},
                     Inferred(IN_FORCE, "eu_act_before_sighting"), id="seen soon after"),
        pytest.param([ACT], {"absent_on": BEFORE, "first_seen_on": PUBLISHED + MOST_LAG},
                     Inferred(IN_FORCE, "eu_act_before_sighting"), id="seen after the longest lag"),
        pytest.param([ACT], {"absent_on": BEFORE,
                             "first_seen_on": PUBLISHED + MOST_LAG + timedelta(1)},
                     None, id="seen too long after"),
        pytest.param([LATER], {"absent_on": BEFORE, "first_seen_on": SEEN}, None,
                     id="the act is younger than the sighting"),
        pytest.param([ACT], {"first_seen_on": SEEN}, None, id="may have been there for years"),
        pytest.param([Act("1/2022", PUBLISHED)], {"absent_on": BEFORE, "first_seen_on": SEEN},
                     None, id="day of effect not known"),
        pytest.param([ACT, Act("3/2022", PUBLISHED)], {"absent_on": BEFORE, "first_seen_on": SEEN},
                     None, id="one of two acts of a day has no day of effect"),
        pytest.param([], {"absent_on": BEFORE, "first_seen_on": SEEN}, None, id="no act"),
        pytest.param([ACT], {"absent_on": BEFORE, "first_seen_on": SEEN, "stated": PUBLISHED},
                     None, id="the stated day stands"),
        pytest.param([ACT], {"absent_on": BEFORE, "first_seen_on": SEEN,
                             "stated": date(2007, 4, 24)},
                     Inferred(IN_FORCE, "eu_act_before_sighting"),
                     id="the stated day is that of an earlier listing"),
        pytest.param([ACT], {"un_listed_on": date(2022, 2, 20)},
                     Inferred(IN_FORCE, "eu_act_after_un_listing"), id="soon after the UN"),
        pytest.param([ACT], {"un_listed_on": date(2021, 2, 20)}, None, id="long after the UN"),
        pytest.param([ACT], {"un_listed_on": date(2022, 3, 20)}, None, id="before the UN"),
        pytest.param([ACT], {"un_listed_on": date(2022, 2, 20), "stated": PUBLISHED}, None,
                     id="soon after the UN, and stated"),
    ],
)  # fmt: skip
def test_day(acts: list[Act], known: dict[str, date], expected: Inferred | None) -> None:
    assert infer_day(acts, **known) == expected


DAYS = st.dates(date(2021, 1, 1), date(2022, 1, 1))


@given(st.lists(st.tuples(DAYS, DAYS)), DAYS, DAYS)
def test_an_inferred_day_is_that_of_an_act_before_the_sighting(
    days: list[tuple[date, date]], absent_on: date, first_seen_on: date
) -> None:
    acts = [Act(str(number), *each) for number, each in enumerate(days)]
    if found := infer_day(acts, absent_on=absent_on, first_seen_on=first_seen_on):
        [published] = {p for p, f in days if f == found.day and p == min(p for p, _ in days)}
        assert timedelta(0) <= first_seen_on - published <= MOST_LAG


def test_inferred_days_are_those_that_the_list_prints(official_lists: Path) -> None:
    """Where an entry prints its day of designation as well, the two agree but for the known."""
    root = official_lists / "eu-fsf"
    acts: dict[str, dict[str, Act]] = defaultdict(dict)
    stated: dict[str, date] = {}
    entries: dict[str, Entry] = {}
    for vintage in ("2022-09-13", "2026-05-01"):
        for entry in read(root / vintage, ReadReport("eu-fsf")):
            entries[entry.ref] = entry
            acts[entry.ref] |= {act.number: act for act in entry.acts}
            if entry.precision == "day" and entry.listed_on:
                stated[entry.ref] = entry.listed_on
    seen: dict[str, tuple[str, str]] = {}
    with (root / "history-2021-01_2026-02" / "entries.csv").open(encoding="utf-8") as handle:
        for row in csv.DictReader(handle):
            bounds = row["absent_at"][:10], row["first_seen_at"][:10]
            seen.setdefault(row["eu_reference_number"], bounds)
    agree: Counter[bool] = Counter()
    for ref, (absent, first) in seen.items():
        if absent and ref in stated and ref in entries:
            day = infer_day(
                acts[ref].values(),
                absent_on=date.fromisoformat(absent),
                first_seen_on=date.fromisoformat(first),
            )
            if day:
                agree[day.day == stated[ref]] += 1
    assert agree == {True: 990, False: 18}
