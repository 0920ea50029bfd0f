"""The Russian Foreign Ministry's page of US citizens barred from entry."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.lists import FORMATS
from sanctions_data.lists.common.entry import Attribute, Entry, Name, Term
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.ru_mfa import page
from sanctions_data.lists.ru_mfa.reader import FILE, read
from sanctions_data.schema.fields import RECORD_ID

HEAD = (
    "Министерство\n30.08.2024 12:40\nГраждане под санкциями\n\n\nпо состоянию на 17.10.25\n\nА\n\n"
)
US = Attribute("nationality", "US")


def read_page(folder: Path, text: str) -> tuple[list[Entry], ReadReport]:
    (folder / FILE).write_text(text, encoding="utf-8")
    report = ReadReport("ru-mfa")
    return list(read(folder, report)), report


def test_an_entry(tmp_path: Path) -> None:
    [entry], report = read_page(
        tmp_path, f"{HEAD}Ада ПРИМЕР\n\n(Ada B. Example)\n\n–\n\nдолжность\n"
    )
    assert report.problems == []
    assert entry == Entry(
        ref="ada-b-example",
        kind="person",
        names=(Name("Ada B. Example"), Name("Ада ПРИМЕР", "alias")),
        position=f"{FILE}:10 (Ada B. Example)",
        programmes=(Term("page", "Граждане под санкциями"),),
        attributes=(US,),
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ада ПРИМЕР\n(Ada Example)\n–\nтекст\n", id="lines without blanks"),
        pytest.param("Ада ПРИМЕР (Ada Example)\n\n–\n\nтекст\n", id="names in one line"),
        pytest.param("Ада ПРИМЕР\n\n(Ada Example) –\n\n–\n\nтекст\n", id="two dashes"),
        pytest.param("Ада ПРИМЕР\n\n(Ada Example),\n\n–\n\nтекст\n", id="comma"),
        pytest.param("Ада Пример\n\n(Аdа Ехаmрlе)\n\n—\n\nтекст\n", id="letters that look alike"),
        pytest.param(
            "Ада ПРИМЕР\n\n(Ada Example)\n\n–\n\nчлен Сената\n\n(шт. Мэн)\nсайт (example.com)\n",
            id="brackets in what follows",
        ),
    ],
)
def test_ways_to_print_an_entry(tmp_path: Path, text: str) -> None:
    entries, report = read_page(tmp_path, HEAD + text + "\nБоб ДРУГОЙ\n\n(Bob Other)\n\n–\n\nтекст")
    assert report.problems == []
    assert [entry.names[0].text for entry in entries] == ["Ada Example", "Bob Other"]


def test_who_is_said_to_be_dead(tmp_path: Path) -> None:
    entries, _ = read_page(
        tmp_path,
        f"{HEAD}Ада ПРИМЕР\n(Ada Example)\n–\nсудья (скончалась 16 января 2018 г.)\n"
        "Боб ДРУГОЙ\n(Bob Other)\n–\nсудья\n",
    )
    assert [entry.attributes for entry in entries] == [(US, Attribute("deceased", "true")), (US,)]


def test_namesakes_get_references_of_their_own(tmp_path: Path) -> None:
    entries, report = read_page(tmp_path, HEAD + "Ада ПРИМЕР\n(Ada Example)\n–\nтекст\n" * 3)
    assert [entry.ref for entry in entries] == ["ada-example", "ada-example-2", "ada-example-3"]
    assert report.errors == [] and len(report.problems) == 2


def test_a_neighbours_latin_name_is_not_taken_over(tmp_path: Path) -> None:
    entries, report = read_page(
        tmp_path,
        HEAD + "Ада ПРИМЕР\n(Ada Example)\n–\nтекст\nТереза ПРИМЕР\n(Ada Example)\n–\nтекст\n"
        "Ада ПРИМЭР\n(Ada Example)\n–\nтекст\n",
    )
    assert [(entry.ref, entry.names) for entry in entries] == [
        ("ada-example", (Name("Ada Example"), Name("Ада ПРИМЕР", "alias"))),
        ("ada-example-2", (Name("Тереза ПРИМЕР"),)),
        ("ada-example-3", (Name("Ada Example"), Name("Ада ПРИМЭР", "alias"))),
    ]
    misprint, namesake = report.problems
    assert not misprint.is_error
    assert "found 'Ada Example' again, for 'Тереза ПРИМЕР'" in misprint.message
    assert "for the 3. time; read as a namesake" in namesake.message


@pytest.mark.parametrize(
    ("printed", "ref", "expected"),
    [
        pytest.param(
            "Адa ПРИMЕР\n(Ada Example)", "ada-example", ["Ada Example", "Ада ПРИМЕР"],
            id="Latin letters in a Russian word",
        ),
        pytest.param(
            "Ада-Mари ПРИМЕР II\n(Ada-Marie Example II)", "ada-marie-example-ii",
            ["Ada-Marie Example II", "Ада-Мари ПРИМЕР II"],
            id="a word that is Latin as a whole",
        ),
        pytest.param(
            "Боб/Ада ПРИМЕР\n(Bob/Ada Example)", "bob-ada-example",
            ["Ada Example", "Bob Example", "Ада ПРИМЕР", "Боб ПРИМЕР"],
            id="two first names",
        ),
        pytest.param(
            "Ада ПРИМЕР\n(Ada J.Example)", "ada-j-example", ["Ada J. Example", "Ада ПРИМЕР"],
            id="no blank behind an initial",
        ),
        pytest.param(
            "Ада ПРИМЕР\n(Ada J.R. EXAMPLE)", "ada-j-r-example",
            ["Ada J.R. EXAMPLE", "Ада ПРИМЕР"],
            id="initials and capitals as printed",
        ),
    ],
)  # fmt: skip
def test_names(tmp_path: Path, printed: str, ref: str, expected: list[str]) -> None:
    [entry], report = read_page(tmp_path, f"{HEAD}{printed}\n–\nтекст\n")
    assert report.problems == []
    assert entry.ref == ref
    assert entry.names == (Name(expected[0]), *(Name(text, "alias") for text in expected[1:]))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("<html>503</html>", "found no line 'по состоянию на …'", id="error page"),
        pytest.param(HEAD, "found no entry", id="no entries"),
        pytest.param("", "the file is empty", id="empty"),
    ],
)
def test_a_page_that_cannot_be_read_is_an_error(tmp_path: Path, text: str, message: str) -> None:
    _, report = read_page(tmp_path, text)
    [problem] = report.errors
    assert message in problem.message


def test_a_name_without_a_latin_one_is_told_and_left_out(tmp_path: Path) -> None:
    text = f"{HEAD}Ада ПРИМЕР\n(Ada Example)\n–\nтекст\nБоб ДРУГОЙ\n\n–\nтекст\n"
    entries, report = read_page(tmp_path, text)
    assert [entry.ref for entry in entries] == ["ada-example"] and report.errors == []
    [problem] = report.problems
    assert problem.is_odd and "текст Боб ДРУГОЙ –', expected a name in Russian" in problem.message


def test_another_encoding_is_an_error(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(HEAD.encode("cp1251"))
    report = ReadReport("ru-mfa")
    assert list(read(tmp_path, report)) == []
    assert "not UTF-8" in report.errors[0].message


def test_a_file_that_is_too_large_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "MAX_BYTES", 100)
    _, report = read_page(tmp_path, HEAD)
    assert "expected 100 at most" in report.errors[0].message


LETTERS = st.text("ABCDEFGHKLMNabcdefghklmn", min_size=2, max_size=8)


@given(st.lists(st.tuples(LETTERS, LETTERS), min_size=1, max_size=6))
def test_every_name_is_read_in_order(
    tmp_path_factory: pytest.TempPathFactory, names: list[tuple[str, str]]
) -> None:
    page = HEAD + "".join(f"Имя ФАМИЛИЯ\n\n({a} {b})\n\n–\n\nтекст, текст\n\n\n" for a, b in names)
    entries, report = read_page(tmp_path_factory.mktemp("page"), page)
    assert report.errors == []
    assert [entry.names[0].text for entry in entries] == [f"{a} {b}" for a, b in names]
    assert len({entry.ref for entry in entries}) == len(entries)


def test_the_real_page_is_read_whole(official_lists: Path) -> None:
    report = ReadReport("ru-mfa")
    folder = official_lists / "ru-mfa" / "2025-10-17"
    entries = list(FORMATS["ru-mfa"].read(folder, report))
    assert report.errors == []
    assert len(report.problems) == 3
    assert len(entries) == 2171
    assert {entry.kind for entry in entries} == {"person"}
    assert all(entry.listed_on is None and entry.precision == "unknown" for entry in entries)
    in_russian = [e.ref for e in entries if re.search("[а-яё]", e.names[0].text, re.I)]
    assert in_russian == ["reed-scott-hansen-2"]
    every = [name.text for entry in entries for name in entry.names]
    assert not any(re.search(r"[a-z][а-яё]|[а-яё][a-z]|/", text, re.I) for text in every)
    assert all(re.fullmatch(RECORD_ID, f"ru-mfa-{entry.ref}") for entry in entries)
    assert sum(Attribute("deceased", "true") in entry.attributes for entry in entries) == 5
