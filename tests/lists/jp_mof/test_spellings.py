"""Spellings of a name in brackets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.lists.jp_mof.spellings import MAX_SPELLINGS, spellings


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Sergei (Sergey) EXAMPLE", ["Sergei EXAMPLE", "Sergey EXAMPLE"]),
        ("Petr(Pyotr)EXAMPLE", ["Petr EXAMPLE", "Pyotr EXAMPLE"]),
        ("Ada EXAMPLE(EXAMPEL/EXEMPLE)", ["Ada EXAMPLE", "Ada EXAMPEL", "Ada EXEMPLE"]),
        ("Olga (Olha) BEE (BEEH)", ["Olga BEE", "Olga BEEH", "Olha BEE", "Olha BEEH"]),
        ("オレフ(オレグ)・レイ", ["オレフ・レイ", "オレグ・レイ"]),
        ("Ada EXAMPLE (nee, Bee)", ["Ada EXAMPLE"]),
        ("Ada (Adda) EXAMPLE (nee, Bee)", ["Ada EXAMPLE", "Adda EXAMPLE"]),
        ("Leonid EXAMPLE (Krot)", ["Leonid EXAMPLE (Krot)"]),
        ("Ada EXAMPLE (آدا)", ["Ada EXAMPLE (آدا)"]),
        ("Ada EXAMPLE", ["Ada EXAMPLE"]),
    ],
)
def test_of_a_person(name: str, expected: list[str]) -> None:
    assert spellings(name, is_person=True) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Donbass(Donbas) Example", ["Donbass Example", "Donbas Example"]),
        ("Example (Namibia) CC", ["Example (Namibia) CC"]),
        ("Shining Example (SE) (Ejemplo Luminoso)", ["Shining Example (SE) (Ejemplo Luminoso)"]),
        ("甲社(UK)", ["甲社(UK)"]),
    ],
)
def test_of_a_body(name: str, expected: list[str]) -> None:
    assert spellings(name, is_person=False) == expected


@given(st.text(alphabet="Ab ()/,・ア", max_size=40), st.booleans())
def test_any_name_has_a_spelling_and_not_too_many(name: str, is_person: bool) -> None:
    assert 1 <= len(spellings(name, is_person=is_person)) <= MAX_SPELLINGS
