"""What names an organisation, without its legal form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.names.fold import latin_words
from sanctions_data.names.knowledge import KnowledgeError
from sanctions_data.names.legal_forms import (
    LEGAL_FORMS,
    MINIMUM_LETTERS,
    BodyName,
    LegalForms,
    split_body_name,
)

WORDINGS = [(group, each) for group, every in LEGAL_FORMS.forms.items() for each in every]


def cores(name: str) -> set[str]:
    return {found.core for found in split_body_name(name)}


@pytest.mark.parametrize(("group", "wording"), WORDINGS, ids=[each for _, each in WORDINGS])
def test_every_form_of_the_file_is_told_from_the_name(group: str, wording: str) -> None:
    assert list(split_body_name(f"Vega Works {wording.title()}")) == [
        BodyName("vega works", frozenset({group}))
    ]


@pytest.mark.parametrize(("_", "wording"), WORDINGS, ids=[each for _, each in WORDINGS])
def test_every_form_is_written_as_names_are_compared(_: str, wording: str) -> None:
    assert " ".join(latin_words(wording)) == wording


@pytest.mark.parametrize(
    ("name", "core", "forms"),
    [
        pytest.param("ОАО Вега Завод", "vega zavod", {"joint_stock"}, id="Cyrillic"),
        pytest.param("JSC Vega Works LLC", "vega works", {"joint_stock", "limited"},
                     id="two forms"),
        pytest.param("The Works of Vega Company", "vega works", set(), id="filler words"),
        pytest.param("Vega Works Private Limited Company", "vega works", {"limited"},
                     id="the longer wording"),
        pytest.param("Vega Sarlight", "sarlight vega", set(), id="a word that begins like a form"),
    ],
)  # fmt: skip
def test_forms_and_filler_words_are_taken_off(name: str, core: str, forms: set[str]) -> None:
    assert list(split_body_name(name)) == [BodyName(core, frozenset(forms))]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Vega Works (VW)", {"vega vw works", "vega works"}, id="abbreviation"),
        pytest.param("Vega Works (Minsk)", {"minsk vega works"}, id="place in brackets"),
        pytest.param("Vega Works / Usine Vega", {"usine vega vega works", "vega works",
                     "usine vega"}, id="two languages"),
    ],
)  # fmt: skip
def test_parts_of_a_name_are_names_where_they_repeat_it(name: str, expected: set[str]) -> None:
    assert cores(name) == expected


@pytest.mark.parametrize("name", ["", "JSC", "ABCD Ltd", "The Company of"])
def test_too_few_letters_are_no_name(name: str) -> None:
    assert cores(name) == set()


def test_a_wording_in_two_groups_is_named() -> None:
    forms = LegalForms(frozenset(), {"limited": ("llc",), "public": ("plc", "llc")})
    with pytest.raises(KnowledgeError, match="'llc' stands in limited and in public; remove one"):
        forms.group_of()


@given(st.text(st.sampled_from("abc &()/'ЖДé"), max_size=30))
def test_what_is_left_is_words_in_order_with_letters_enough(name: str) -> None:
    for found in split_body_name(name):
        words = found.core.split(" ")
        assert words == sorted(words)
        assert sum(map(len, words)) >= MINIMUM_LETTERS
        assert not LEGAL_FORMS.filler_words & set(words)
