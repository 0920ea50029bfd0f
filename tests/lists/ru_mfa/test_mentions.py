"""Persons whom a text of the Russian Foreign Ministry names, in each of its layouts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.ru_mfa.mentions import Mention, read_mentions

TABLE = "№ п/п\n\nИмя, фамилия\n\nИмя, фамилия на русском языке\n\nМесто работы/ Должность\n\n"


def read(text: str) -> tuple[list[Mention], ReadReport]:
    report = ReadReport("ru-mfa")
    return list(read_mentions(text, 0, "a.md", report)), report


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "1. Ада Пример (Ada B. Example) – судья;\n\n2. Боб Другой (Bob Other) – судья.",
            [("Ada B. Example", "Ада Пример"), ("Bob Other", "Боб Другой")],
            id="numbered, with dash",
        ),
        pytest.param(
            "1        Ада Пример (Ada Example)    судья\n\n2      Боб Другой (Bob Other) судья",
            [("Ada Example", "Ада Пример"), ("Bob Other", "Боб Другой")],
            id="numbered, without dash",
        ),
        pytest.param(
            " Ада Мэри ПРИМЕР (Ada Mary EXAMPLE),\nБоб ван Другой (Bob van Other);\n",
            [("Ada Mary EXAMPLE", "Ада Мэри ПРИМЕР"), ("Bob van Other", "Боб ван Другой")],
            id="a line each",
        ),
        pytest.param(
            "Ада ПРИМЕР\n(Ada Example)\n\n–\n\nсудья (шт. Мэн)\n\n\n"
            "Боб ДРУГОЙ (Bob Other)\n\n–\n\nсудья",
            [("Ada Example", "Ада ПРИМЕР"), ("Bob Other", "Боб ДРУГОЙ")],
            id="a paragraph each",
        ),
        pytest.param(
            "1. Пример, Ада Мэри (Example, Ada Mary), судья;",
            [("Ada Mary Example", "Ада Мэри Пример")],
            id="family name first",
        ),
        pytest.param(
            "1   Ада Пример-Другая (Ada\n\nExample-Other) член Сената",
            [("Ada Example-Other", "Ада Пример-Другая")],
            id="a name on two lines",
        ),
        pytest.param(
            "1. Ада Пример (Ada Example – судья;",
            [("Ada Example", "Ада Пример")],
            id="no second bracket",
        ),
        pytest.param(
            "1. Ада Пример (Ada Example) – глава «Образца» (Sample Foundation);",
            [("Ada Example", "Ада Пример")],
            id="brackets in the office",
        ),
        pytest.param(
            f"{TABLE}1\n\nAda Example\n\nАда\nПример\n\nдиректор\nкомпании Sample\n\n"
            "2\n\nBob\nOther\n\nБоб Другой\n\nсоучредитель компании\nSample Group\n",
            [("Ada Example", "Ада Пример"), ("Bob Other", "Боб Другой")],
            id="table",
        ),
        pytest.param(
            "№ п/п\tИмя, фамилия\n\nAda Example\tАда Пример\nсудья\n\n(c 2018 г.)\n\n2.\n\n"
            "Bob O`Ther\tБоб О`Зер\nсудья\n",
            [("Ada Example", "Ада Пример"), ("Bob O'Ther", "Боб О'Зер")],
            id="table with tabs",
        ),
    ],
)
def test_layouts(text: str, expected: list[tuple[str, str]]) -> None:
    mentions, report = read(text)
    assert report.problems == []
    assert [(each.latin, each.russian) for each in mentions] == expected


def test_what_stands_behind_a_name_is_told_with_its_place() -> None:
    mentions, _ = read("Список:\n\nАда Пример (Ada Example), гражданка США, судья;\nБоб Д (Bob O)")
    assert mentions[0].position == "a.md:3 (Ada Example)"
    assert mentions[0].said == ", гражданка США, судья;"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "1. Ада Пример (Ada Example);\n\n2. Боб Другой – судья;\n\n3. Ев Я (Eve I)\n",
            "'2. Боб Другой – судья;'",
            id="in brackets",
        ),
        pytest.param(
            f"{TABLE}1\n\nAda Example\n\nАда Пример\n\nсудья\n\n2\n\nБоб Другой\n\nсудья\n",
            "'2 Боб Другой судья'",
            id="table",
        ),
    ],
)
def test_a_number_without_name_is_odd(text: str, found: str) -> None:
    _, report = read(text)
    [problem] = report.problems
    assert problem.is_odd and f"found {found}" in problem.message


def test_numbers_in_a_text_are_none_of_persons() -> None:
    _, report = read("В список внесены\n24 марта\n\nАда Пример (Ada Example);\n2020 г.\n")
    assert report.problems == []


LATIN = st.text("abcdefghklm", min_size=2, max_size=8).map(str.title)


@given(st.lists(st.tuples(LATIN, LATIN), min_size=1, max_size=6), st.booleans())
def test_every_person_is_read_in_order(names: list[tuple[str, str]], is_table: bool) -> None:
    if is_table:
        rows = (f"{n}\n\n{a} {b}\n\nИмя Фамилия\n\nсудья\n\n" for n, (a, b) in enumerate(names, 1))
        text = TABLE + "".join(rows)
    else:
        rows = (f"{n}. Имя Фамилия ({a} {b}) – судья;\n\n" for n, (a, b) in enumerate(names, 1))
        text = "".join(rows)
    mentions, report = read(text)
    assert report.problems == []
    assert [each.latin for each in mentions] == [f"{a} {b}" for a, b in names]
