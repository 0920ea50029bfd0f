"""What follows from the directives of OFAC's consolidated list, by the published tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from sanctions_data.lists import Entry, ReadReport
from sanctions_data.lists.common.partial_dates import parse_day
from sanctions_data.lists.us_ofac.cons import read
from sanctions_data.tables.location import data_folder
from sanctions_data.tables.store import Store
from sanctions_data.update.apply_terms import Crosswalk

LIST = "us-ofac-cons"
DAY = date(2025, 12, 19)
Found = set[tuple[str, str, str, date | None]]

SUBJECT = {
    order: f"Executive Order {order} Directive {word} Subject to Directive"
    for order, word in {
        "13662": "Determination -",
        "14014": "Information:",
        "14024": "Information",
    }.items()
}
DATED = "Listing Date ({0}) {1}; Effective Date ({0}) {2}"
OF_13662 = "ofac-ukraine-eo13662"
OF_14024 = "ofac-russia-eo14024"


@pytest.fixture(scope="module")
def crosswalk() -> Crosswalk:
    return Crosswalk(Store.read(data_folder()), LIST, DAY)


def imposed(crosswalk: Crosswalk, entry: Entry) -> Found:
    report = ReadReport(LIST)
    found = crosswalk.read(entry, report).imposed
    assert report.problems == []
    assert {each.basis for each in found} <= {"derived"}
    return {
        (
            each.measure_type,
            each.programme_id.removeprefix("us-"),
            each.instrument_id.removeprefix("us-"),
            each.start,
        )
        for each in found
    }


def read_entries(folder: Path) -> Iterator[Entry]:
    return read(folder, ReadReport(LIST))


@pytest.mark.parametrize(
    ("tags", "remarks", "expected"),
    [
        pytest.param(
            "RUSSIA-EO14024",
            [
                f"{SUBJECT['14024']} 1a - trade in new bonds is prohibited.",
                f"alt. {SUBJECT['14024']} 4 - any transaction is prohibited.",
                DATED.format("EO 14024 Directive 1a", "22 Feb 2022", "01 Mar 2022"),
            ],
            {
                ("sectoral_sanctions", f"{OF_14024}-directive-1a", "eo-14024", date(2022, 3, 1)),
                # It is younger than the day of listing, and the list prints no day for it.
                ("dealings_ban", f"{OF_14024}-directive-4", "eo-14024", date(2022, 2, 28)),
            },
            id="central bank",
        ),
        pytest.param(
            "RUSSIA-EO14024",
            [
                f"{SUBJECT['14024']} 3 - new debt is prohibited.",
                DATED.format("EO 14024 Directive 3", "24 Feb 2022", "26 Mar 2022"),
            ],
            {("sectoral_sanctions", f"{OF_14024}-directive-3", "eo-14024", date(2022, 3, 26))},
            id="debt and equity",
        ),
        pytest.param(
            "UKRAINE-EO13662] [RUSSIA-EO14024",
            [
                f"{SUBJECT['13662']} 1",
                DATED.format("EO 14024 Directive 2", "24 Feb 2022", "26 Mar 2022"),
            ],
            {
                ("sectoral_sanctions", f"{OF_13662}-directive-1", "eo-13662", None),
                (
                    "correspondent_banking_ban", f"{OF_14024}-directive-2", "eo-14024",
                    date(2022, 3, 26),
                ),
            },
            id="bank under two orders: only one directive is dated",
        ),
        pytest.param(
            "UKRAINE-EO13662] [RUSSIA-EO14024",
            [f"{SUBJECT['13662']} 2", f"alt. {SUBJECT['13662']} 4"],
            {
                ("sectoral_sanctions", f"{OF_13662}-directive-2", "eo-13662", None),
                ("sectoral_sanctions", f"{OF_13662}-directive-4", "eo-13662", None),
            },
            id="debt and oil projects are two measures",
        ),
        pytest.param(
            "UKRAINE-EO13662] [RUSSIA-EO14024",
            ["Tax ID No. 1 (Russia)"],
            {("sectoral_sanctions", OF_13662, "eo-13662", None)},
            id="no directive is named: the tag counts",
        ),
        pytest.param(
            "BURMA-EO14014",
            [
                f"{SUBJECT['14014']} 1 - financial services are prohibited.",
                DATED.format("EO 14014 Directive 1", "31 Oct 2023", "15 Dec 2023"),
            ],
            {
                (
                    "financial_services_ban", "ofac-burma-eo14014", "eo-14014",
                    date(2023, 12, 15),
                )
            },
            id="Burma",
        ),
        pytest.param(
            "CMIC-EO13959",
            [DATED.format("CMIC", "16 Dec 2021", "14 Feb 2022")],
            {("investment_ban", "ofac-cmic-eo13959", "eo-13959", date(2022, 2, 14))},
            id="Chinese company: the ban begins after the listing",
        ),
    ],
)  # fmt: skip
def test_measures_of_directives(
    crosswalk: Crosswalk, tmp_path: Path, tags: str, remarks: list[str], expected: Found
) -> None:
    cells = ["1", "EXAMPLE", "-0- ", tags, *["-0- "] * 7, "; ".join(remarks)]
    (tmp_path / "cons_prim.csv").write_text(",".join(f'"{cell}"' for cell in cells) + "\r\n")
    [entry] = read_entries(tmp_path)
    assert imposed(crosswalk, entry) == expected


def test_real_entry_has_a_measure_for_each_directive(
    crosswalk: Crosswalk, official_lists: Path
) -> None:
    folder = official_lists / LIST / DAY.isoformat()
    text = "".join((folder / f"cons_{part}.csv").read_text() for part in ("prim", "comments"))
    printed: dict[str, str] = {}
    for line in text.splitlines():
        ref, _, rest = line.partition(",")
        printed[ref] = printed.get(ref, "").removesuffix('"') + rest.removeprefix('"')
    for entry in read_entries(folder):
        remarks = printed[entry.ref]
        named = {
            *re.findall(r"Order (\d+) Directive [-\w: ]+Subject to Directive (\w+)", remarks),
            *re.findall(r"Date \(EO (\d+) Directive (\w+)\)", remarks),
        }
        found = imposed(crosswalk, entry)
        directives = {each for each in found if each[2] in ("eo-13662", "eo-14014", "eo-14024")}
        assert len(directives) == len(named), entry.ref
        days = {
            parse_day(day) for day in re.findall(r"Effective Date \([^)]+\):? ([\w ]+)", remarks)
        }
        undated_four = {date(2022, 2, 28)} if ("14024", "4") in named else set()
        assert {each[3] for each in found} - {None} == days | undated_four, entry.ref
