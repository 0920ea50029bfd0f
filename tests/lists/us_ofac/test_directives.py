"""Directives and dates in the remarks of OFAC's consolidated list."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sanctions_data.lists import Entry, ReadReport
from sanctions_data.lists.common.entry import Term
from sanctions_data.lists.us_ofac.cons import read

NULL = "-0- "
LINK = "please visit the following link: https://www.example.org/page#directives"
DEBT = (
    "Executive Order 14024 Directive Information Subject to Directive 3 - All transactions in new "
    "debt issued on or after the 'Effective Date (EO 14024 Directive)' are prohibited."
)
BOTH = "UKRAINE-EO13662] [RUSSIA-EO14024"


def dates(label: str, listed: str = "24 Feb 2022", effective: str = "26 Mar 2022") -> str:
    return f"Listing Date ({label}) {listed}; Effective Date ({label}) {effective}"


def read_one(folder: Path, tags: str, *remarks: str) -> tuple[Entry, ReadReport]:
    cells = ["1", "EXAMPLE BANK", NULL, tags, *[NULL] * 7, "; ".join(remarks)]
    (folder / "cons_prim.csv").write_text(",".join(f'"{cell}"' for cell in cells) + "\r\n")
    report = ReadReport("us-ofac-cons")
    [entry] = read(folder, report)
    return entry, report


def directive(text: str, refines: str, start: date | None = None) -> Term:
    return Term("Remarks", text, refines=refines, start=start)


@pytest.mark.parametrize(
    ("tags", "remarks", "expected"),
    [
        pytest.param(
            "UKRAINE-EO13662",
            ["Executive Order 13662 Directive Determination - Subject to Directive 1."],
            [directive("EO 13662 Directive 1", "UKRAINE-EO13662")],
            id="one directive, without a date",
        ),
        pytest.param(
            "UKRAINE-EO13662",
            [
                "Executive Order 13662 Directive Determination - Subject to Directive 2",
                "alt. Executive Order 13662 Directive Determination - Subject to Directive 4",
                f"For more information on directives, {LINK}.",
            ],
            [
                directive("EO 13662 Directive 2", "UKRAINE-EO13662"),
                directive("EO 13662 Directive 4", "UKRAINE-EO13662"),
            ],
            id="two directives",
        ),
        pytest.param(
            BOTH,
            [
                f"Executive Order 14024 Directive Information - For more information on "
                f"directives, {LINK}",
                "Listing Date (EO 14024 Directive 2): 24 Feb 2022",
                "Effective Date (EO 14024 Directive 2): 26 Mar 2022",
            ],
            [directive("EO 14024 Directive 2", "RUSSIA-EO14024", date(2022, 3, 26))],
            id="directive that only the labels of its dates name",
        ),
        pytest.param(
            "RUSSIA-EO14024",
            [DEBT, dates("EO 14024 Directive 3")],
            [directive("EO 14024 Directive 3", "RUSSIA-EO14024", date(2022, 3, 26))],
            id="directive in words and in the labels is one",
        ),
        pytest.param(
            "RUSSIA-EO14024",
            [
                "Executive Order 14024 Directive Information Subject to Directive 1a - As of the "
                "effective date, trade in new bonds is prohibited.",
                "alt. Executive Order 14024 Directive Information Subject to Directive 4 - any "
                "transaction is prohibited.",
                dates("EO 14024 Directive 1a", "22 Feb 2022", "01 Mar 2022"),
            ],
            [
                directive("EO 14024 Directive 1a", "RUSSIA-EO14024", date(2022, 3, 1)),
                directive("EO 14024 Directive 4", "RUSSIA-EO14024"),
            ],
            id="a date is that of its own directive only",
        ),
        pytest.param(
            "BURMA-EO14014",
            [
                "Executive Order 14014 Directive Information: Subject to Directive 1 - services "
                "to the party are prohibited.",
                "alt. Executive Order 14014 Directive Information: For more information on "
                f"directives, {LINK}",
                dates("EO 14014 Directive 1", "31 Oct 2023", "15 Dec 2023"),
            ],
            [directive("EO 14014 Directive 1", "BURMA-EO14014", date(2023, 12, 15))],
            id="colon behind the words",
        ),
        pytest.param(
            "CMIC-EO13959",
            [dates("CMIC", "16 Dec 2021", "14 Feb 2022") + "."],
            [directive("CMIC", "CMIC-EO13959", date(2022, 2, 14))],
            id="dates of a tag without directives",
        ),
        pytest.param("NS-PLC", ["DOB 1950."], [], id="no directive"),
    ],
)
def test_directives(tmp_path: Path, tags: str, remarks: list[str], expected: list[Term]) -> None:
    entry, report = read_one(tmp_path, tags, *remarks)
    assert report.problems == []
    assert [term for term in entry.programmes if term.field == "Remarks"] == expected
    assert [term.text for term in entry.programmes if term.field == "Program"] == tags.split("] [")


@pytest.mark.parametrize(
    ("tags", "remarks", "expected"),
    [
        pytest.param(
            "CMIC-EO13959", [dates("CMIC", "16 Dec 2021", "14 Feb 2022")],
            (date(2021, 12, 16), "day"), id="one tag: the date is that of the entry",
        ),
        pytest.param(
            "RUSSIA-EO14024",
            [dates("EO 14024 Directive 3"), dates("EO 14024 Directive 1a", "22 Feb 2022")],
            (date(2022, 2, 22), "day"), id="two directives: the first of their dates",
        ),
        pytest.param(
            BOTH, [dates("EO 14024 Directive 2")],
            (None, "unknown"), id="two tags: the date is that of the directive only",
        ),
        pytest.param("NS-PLC", ["DOB 1950"], (None, "unknown"), id="no date"),
    ],
)  # fmt: skip
def test_day_of_listing(
    tmp_path: Path, tags: str, remarks: list[str], expected: tuple[date | None, str]
) -> None:
    entry, _ = read_one(tmp_path, tags, *remarks)
    assert (entry.listed_on, entry.precision) == expected


@pytest.mark.parametrize(
    ("remarks", "message"),
    [
        pytest.param(
            "Executive Order 14024 Directive Information Subject to Directives 1 and 3",
            "'Executive Order 14024 Directive Information Subject to Directives 1 and 3' is not",
            id="other words",
        ),
        pytest.param(
            "Effective Date (CMIC) soon", "'Effective Date (CMIC) soon' is not", id="no date"
        ),
        pytest.param(
            "Listing Date (CMIC) 16 Dec 2021", "'CMIC' has a Listing Date but no", id="no effect"
        ),
    ],
)
def test_what_cannot_be_read_is_a_warning(tmp_path: Path, remarks: str, message: str) -> None:
    entry, report = read_one(tmp_path, "CMIC-EO13959", remarks)
    [problem] = report.problems
    assert not problem.is_error
    assert message in str(problem) and "(entry 1)" in str(problem)
    assert entry.listed_on is None
    assert all(term.start is None for term in entry.programmes)


def test_measure_of_a_listing_date_alone_has_no_start(tmp_path: Path) -> None:
    entry, _ = read_one(tmp_path, "CMIC-EO13959", "Listing Date (CMIC) 16 Dec 2021")
    assert entry.programmes[-1] == directive("CMIC", "CMIC-EO13959")
