"""Poland's national sanctions list, in the columns that public code reads."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sanctions_data.lists import FORMATS
from sanctions_data.lists.common.entry import Entry, Name
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.pl_mswia.reader import parse_polish_day

PERSONS = (
    "Nazwisko i imię", "Dane identyfikacyjne osoby", "Uzasadnienie wpisu na listę",
    "Zastosowane środki sankcyjne", "Data umieszczenia na liście", "Data wykreślenia z listy",
)  # fmt: skip
BODIES = ("Nazwa podmiotu", *PERSONS[1:])
FREEZE = "Zamrożenie środków finansowych; wpis do wykazu cudzoziemców"
ADA = ("EXAMPLE Ada (Ада Пример)", "ur. 1969", "słowa", FREEZE, "25.04.2022 r.", "")


def table(*rows: tuple[str, ...]) -> str:
    lines = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in row)}</tr>" for row in rows)
    return f"<table><tbody>{lines}</tbody></table>"


def read(folder: Path, *tables: str) -> tuple[list[Entry], ReadReport]:
    text = f"<html><meta charset='utf-8'><body>{''.join(tables)}</body></html>"
    (folder / "lista.html").write_text(text, encoding="utf-8")
    report = ReadReport("pl-mswia")
    return list(FORMATS["pl-mswia"].read(folder, report)), report


def test_a_person_and_an_organisation(tmp_path: Path) -> None:
    body = ("Example sp. z o.o. (poprzednio: Sample)", *ADA[1:3], "zakaz nowy", *ADA[4:])
    [ada, other], report = read(tmp_path, table(PERSONS, ADA), table(BODIES, body))
    assert report.problems == []
    assert (ada.kind, other.kind) == ("person", "organisation")
    assert ada.names == (Name("EXAMPLE Ada"), Name("Ада Пример", "alias"))
    assert other.names == (Name("Example sp. z o.o."), Name("Sample", "alias"))
    assert [each.term.text for each in ada.measures] == [
        "zamrożenie",
        "wpis do wykazu cudzoziemców",
    ]
    assert [each.term.text for each in other.measures] == ["zakaz nowy"]
    assert (ada.listed_on, ada.precision) == (date(2022, 4, 25), "day")


def test_who_was_taken_off_is_left_out(tmp_path: Path) -> None:
    entries, report = read(tmp_path, table(PERSONS, (*ADA[:5], "1 maja 2023 r.")))
    assert entries == [] and report.problems == []


def test_a_row_without_a_day_is_odd(tmp_path: Path) -> None:
    entries, report = read(tmp_path, table(PERSONS, ADA, ("SAMPLE Ben", *ADA[1:4], "wkrótce", "")))
    assert len(entries) == 1 and len(report.odd_entries) == 1


@pytest.mark.parametrize("page", [table(("Nazwa", "Data"), ("A", "B")), ""], ids=["other", "none"])
def test_another_page_is_an_error(tmp_path: Path, page: str) -> None:
    entries, report = read(tmp_path, page)
    assert entries == [] and report.errors


def test_an_empty_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "lista.html").write_bytes(b"")
    report = ReadReport("pl-mswia")
    assert list(FORMATS["pl-mswia"].read(tmp_path, report)) == [] and report.errors


@pytest.mark.parametrize("printed", ["32.04.2022", "1 may 2023", "", "2022"])
def test_what_is_no_day_is_none(printed: str) -> None:
    assert parse_polish_day(printed) is None
