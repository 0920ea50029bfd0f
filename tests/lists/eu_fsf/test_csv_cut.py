"""A third party's cut of the publisher's CSV."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from sanctions_data.lists.common.entry import (
    Act,
    CrossReference,
    Entry,
    Identifier,
    Name,
    Term,
)
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.eu_fsf.csv_cut import FILE
from sanctions_data.lists.eu_fsf.reader import read

ROW = {
    "EU_ref_num": "EU.1.10",
    "Entity_logical_id...2": "7",
    "Subject_type": "P",
    "Naal_wholename": "Ada Example",
    "Programme": "BLR",
    "Entity_remark": "NA",
    "Leba_numtitle": "2/2022 (OJ L2)",
    "Leba_publication_date": "2022-02-24",
    "Naal_leba_numtitle": "1/2021 (OJ L1)",
    "Naal_leba_publication_date": "2021-06-21",
}
ACTS = (Act("2/2022 (OJ L2)", date(2022, 2, 24)), Act("1/2021 (OJ L1)", date(2021, 6, 21)))


def read_rows(folder: Path, *rows: dict[str, str]) -> tuple[list[Entry], ReadReport]:
    with (folder / FILE).open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, ROW)
        writer.writeheader()
        writer.writerows({**ROW, **row} for row in rows)
    report = ReadReport("eu-fsf")
    return list(read(folder, report)), report


def test_every_column(tmp_path: Path) -> None:
    remark = "(UN ID: QDi.001)\\n(Date of UN designation: 2021-06-21)\\n(Prose.)"
    entries, report = read_rows(tmp_path, {"Entity_remark": remark})
    assert report.problems == []
    assert entries == [
        Entry(
            ref="EU.1.10",
            kind="person",
            names=(Name("Ada Example"),),
            position=f"{FILE}:2 (EU.1.10)",
            programmes=(
                Term("programme", "BLR"),
                Term("regulation", "2/2022 (OJ L2)", is_hint=True),
            ),
            identifiers=(Identifier("un_reference", "QDi.001"), Identifier("eu_fsf_number", "7")),
            references=(CrossReference("un-sc", "QDi.001"),),
            listed_on=date(2021, 6, 21),
            precision="day",
            acts=ACTS,
        )
    ]


@pytest.mark.parametrize(
    ("programme", "remark", "expected"),
    [
        pytest.param("BLR", "NA", (date(2021, 6, 22), "on_or_before"), id="acts alone"),
        pytest.param("BLR", "(Date of UN designation: 2014-03-17)", (date(2014, 3, 17), "day"),
                     id="older than all acts"),
        pytest.param("BLR", "(Date of UN designation: 2022-02-24)", (date(2022, 2, 24), "day"),
                     id="that of an act"),
        pytest.param("BLR", "(Date of UN designation: 2021-08-05)",
                     (date(2021, 6, 22), "on_or_before"), id="younger than an act"),
        pytest.param("PRK", "(Date of UN designation: 2021-06-01)",
                     (date(2021, 6, 22), "on_or_before"), id="may be the UN's"),
        pytest.param("PRK", "(Date of UN designation: 2021-06-21)", (date(2021, 6, 21), "day"),
                     id="may be the UN's, but there is an act of that day"),
        pytest.param("BLR", "(UN ID: QDi.001)\\n(Date of UN designation: 2021-06-01)",
                     (date(2021, 6, 22), "on_or_before"), id="cites the UN"),
        pytest.param("IRN", "(Date of UN designation: 2007-03-24)\\n"
                     "(Designation details: Date of listing: 23.6.2008)",
                     (date(2008, 6, 23), "day"), id="the remark goes first"),
        pytest.param("TAQA", "(Date of listing: 9.9.2003)", (date(2021, 6, 22), "on_or_before"),
                     id="of a programme that follows the UN"),
        pytest.param("IRN", "(Date of listing: 20/06/2021.)", (date(2021, 6, 21), "day"),
                     id="adopted a day before its act was published"),
        pytest.param("IRN", "(Designation details: 26.7.2010, suspended since 16.1.2016)",
                     (date(2021, 6, 22), "on_or_before"), id="suspended"),
        pytest.param("BLR", "(Born 2014-03-17.)", (date(2021, 6, 22), "on_or_before"),
                     id="a day of something else"),
    ],
)  # fmt: skip
def test_the_day_of_listing(
    tmp_path: Path, programme: str, remark: str, expected: tuple[date, str]
) -> None:
    [entry], _ = read_rows(tmp_path, {"Programme": programme, "Entity_remark": remark})
    assert (entry.listed_on, entry.precision) == expected


@pytest.mark.parametrize(
    ("row", "entries", "message"),
    [
        pytest.param({"EU_ref_num": "NA"}, 0, "no EU_ref_num for 'Ada Example'", id="reference"),
        pytest.param({"Naal_wholename": "NA"}, 1, "no names", id="name"),
        pytest.param({"Programme": "NA"}, 1, "no programmes", id="programme"),
        pytest.param({"Subject_type": "X"}, 1, "no kind", id="kind"),
        pytest.param({"Leba_publication_date": "soon"}, 1, "'soon'", id="day of an act"),
    ],
)
def test_what_cannot_be_read_is_told(
    tmp_path: Path, row: dict[str, str], entries: int, message: str
) -> None:
    found, report = read_rows(tmp_path, row, {"EU_ref_num": "EU.2.20"})
    assert len(found) == entries + 1
    [problem] = report.problems
    assert message in problem.message and not problem.is_error


def test_a_person_of_the_other_list_is_passed_over(tmp_path: Path) -> None:
    entries, report = read_rows(tmp_path, dict.fromkeys(ROW, "NA"), {})
    assert [entry.ref for entry in entries] == ["EU.1.10"] and report.problems == []


def test_the_real_file_is_read_whole(official_lists: Path) -> None:
    report = ReadReport("eu-fsf")
    entries = list(read(official_lists / "eu-fsf" / "2022-09-13", report))
    [problem] = report.problems
    assert "EU.294.84" in problem.position
    assert Counter(entry.kind for entry in entries) == {"person": 2883, "organisation": 648}
    assert Counter(entry.precision for entry in entries) == {"day": 2160, "on_or_before": 1371}
    assert len({entry.ref for entry in entries}) == 3531
    assert all(entry.listed_on and entry.listed_on <= date(2022, 9, 13) for entry in entries)
