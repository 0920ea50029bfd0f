"""The consolidated (non-SDN) list of OFAC."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from sanctions_data.lists import FORMATS, ReadReport
from sanctions_data.lists.common.entry import Attribute, Identifier, Name, Term
from sanctions_data.lists.us_ofac.cons import read

REST = ",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"


def test_remarks_go_on_in_the_comments(tmp_path: Path) -> None:
    start = f"Website www.example.org; {'prose ' * 200}"[:983] + "; Registration N"
    assert len(start) == 999
    (tmp_path / "cons_prim.csv").write_bytes(
        f'7,"EXAMPLE BANK",-0- ,"UKRAINE-EO13662] [RUSSIA-EO14024"{REST}"{start}u"\r\n\x1a'.encode()
    )
    (tmp_path / "cons_comments.csv").write_bytes(b'7,"mber 1027 (Russia)."\r\n\x1a')
    (tmp_path / "cons_alt.csv").write_bytes(b'7,1,"fka","OLD BANK",-0- \r\n\x1a')
    (tmp_path / "cons_add.csv").write_bytes(b'7,1,-0- ,"Moscow","Russia",-0- \r\n\x1a')
    report = ReadReport("us-ofac-cons")
    [entry] = read(tmp_path, report)
    assert report.problems == []
    assert entry.names == (Name("EXAMPLE BANK"), Name("OLD BANK", "former"))
    assert entry.programmes == (
        Term("Program", "UKRAINE-EO13662"),
        Term("Program", "RUSSIA-EO14024"),
    )
    assert entry.identifiers == (
        Identifier("website", "www.example.org"),
        Identifier("registration_number", "1027", "RU"),
    )
    assert entry.attributes == (Attribute("country", "RU"),)


def test_missing_main_file_is_an_error(tmp_path: Path) -> None:
    report = ReadReport("us-ofac-cons")
    assert list(read(tmp_path, report)) == []
    assert [problem.position for problem in report.errors] == ["cons_prim.csv"]


def test_format_is_registered() -> None:
    assert FORMATS["us-ofac-cons"].read is read


def test_real_list_is_read_whole(official_lists: Path) -> None:
    report = ReadReport("us-ofac-cons")
    entries = list(read(official_lists / "us-ofac-cons" / "2025-12-19", report))
    assert len(entries) == 442
    assert Counter(entry.kind for entry in entries) == {"organisation": 363, "person": 79}
    assert report.problems == []
    assert all(entry.programmes for entry in entries)
    by_ref = {entry.ref: entry for entry in entries}
    # Its number is cut by the limit of the remarks and goes on in the comments.
    assert Identifier("registration_number", "1027700342890", "RU") in by_ref["17014"].identifiers
    dated = Counter(str(entry.listed_on) for entry in entries if entry.listed_on)
    assert dated == {
        "2021-06-03": 59, "2021-12-10": 1, "2021-12-16": 8, "2022-02-22": 3, "2022-02-24": 3,
        "2023-10-31": 1,
    }  # fmt: skip
    named = Counter(
        f"{term.text} from {term.start}" if term.start else term.text
        for entry in entries
        for term in entry.programmes
        if term.field == "Remarks" and term.text != "CMIC"
    )
    assert named == {
        "EO 13662 Directive 1": 124, "EO 13662 Directive 2": 54, "EO 13662 Directive 3": 42,
        "EO 13662 Directive 4": 86, "EO 14014 Directive 1 from 2023-12-15": 1,
        "EO 14024 Directive 1a from 2022-03-01": 3, "EO 14024 Directive 2 from 2022-03-26": 14,
        "EO 14024 Directive 3 from 2022-03-26": 9, "EO 14024 Directive 4": 3,
    }  # fmt: skip
