"""Other names in the Canadian list, several in a cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.lists.ca_gac.names import other_names


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        pytest.param("Ada Exampel, Ada Exemple", ["Ada Exampel", "Ada Exemple"], id="commas"),
        pytest.param("Ada Exampel; Ada Exemple |", ["Ada Exampel", "Ada Exemple"], id="others"),
        pytest.param(
            "Ada Exampel, Belarusian: Ада Экзампл,  Russian : Ада Экзамплъ",
            ["Ada Exampel", "Ада Экзампл", "Ада Экзамплъ"],
            id="languages",
        ),
        pytest.param("Russian: Ада Экзампл", ["Ада Экзампл"], id="one language"),
        pytest.param(
            "Ada Exampel  Arabic: آدا إكزامبل", ["Ada Exampel", "آدا إكزامبل"], id="no comma"
        ),
        pytest.param("Exampel, Ada", ["Exampel, Ada"], id="family and given name"),
        pytest.param("Экзампл, Ада Баевна", ["Экзампл, Ада Баевна"], id="in another script"),
        pytest.param("Exampel, Ада Экзампл", ["Exampel", "Ада Экзампл"], id="two scripts"),
        pytest.param("Ada Exampel,", ["Ada Exampel"], id="comma at the end"),
        pytest.param("-", [], id="nothing"),
        pytest.param("", [], id="empty"),
    ],
)
def test_names_of_a_person(cell: str, expected: list[str]) -> None:
    assert [name.text for name in other_names(cell, "Ada Example", "person")] == expected


def test_single_words_out_of_several_are_weak() -> None:
    found = other_names("Adi, Ada Exampel, Addi", "Ada Example", "person")
    assert [(name.text, name.type) for name in found] == [
        ("Adi", "weak_alias"),
        ("Ada Exampel", "alias"),
        ("Addi", "weak_alias"),
    ]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        pytest.param("EXB, EXC, Example Bank", ["EXB", "EXC", "Example Bank"], id="short names"),
        pytest.param(
            "Example Trading Co., Ltd., Example Group",
            ["Example Trading Co., Ltd.", "Example Group"],
            id="legal form",
        ),
        pytest.param("Пример, ООО; Пример Групп", ["Пример, ООО", "Пример Групп"], id="Cyrillic"),
        pytest.param("АО, Пример", ["АО, Пример"], id="legal form first"),
        pytest.param(
            "Ministry of Examples, sport and tourism",
            ["Ministry of Examples, sport and tourism"],
            id="words of one name",
        ),
        pytest.param("Example (A, B), Exampel", ["Example (A, B)", "Exampel"], id="in brackets"),
        pytest.param('Бюро "Пример," ПР', ['Бюро "Пример"', "ПР"], id="comma in quotes"),
    ],
)
def test_names_of_a_body(cell: str, expected: list[str]) -> None:
    found = other_names(cell, "Example", "organisation")
    assert [name.text for name in found] == [text for text in expected if text != "Example"]


@given(st.lists(st.from_regex(r"[A-Z][a-z]{2,8} [A-Z][a-z]{2,8}", fullmatch=True), unique=True))
def test_names_of_two_words_come_back_one_by_one(names: list[str]) -> None:
    for separator in (", ", "; ", " | "):
        found = other_names(separator.join(names), "ADA EXAMPLE", "person")
        assert [name.text for name in found] == names


@given(st.text(alphabet="aB ,;|:()«»“Russian.", max_size=60), st.sampled_from(("person", "vessel")))
def test_any_cell_gives_tidy_names(cell: str, kind: str) -> None:
    for name in other_names(cell, "", kind):
        assert name.text and name.text == " ".join(name.text.split())
