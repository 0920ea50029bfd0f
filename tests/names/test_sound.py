"""Spellings of one name sound alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.names.sound import sound


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("mohammed", "muhamad", id="vowels and a letter twice"),
        pytest.param("khaled", "haled", id="kh"),
        pytest.param("qadir", "kadir", id="q and k"),
        pytest.param("wladimir", "vladimir", id="w and v"),
        pytest.param("omar", "umar", id="the first vowel"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(("one", "other"), [("ada", "eve"), ("omar", "mar"), ("ali", "alim")])
def test_other_consonants_are_another_name(one: str, other: str) -> None:
    assert sound(one) != sound(other)


@given(st.lists(st.text(st.sampled_from("abekhqwyzo"), min_size=1, max_size=6), min_size=1))
def test_each_word_sounds_as_it_does_alone(words: list[str]) -> None:
    assert sound(" ".join(words)).split(" ") == [sound(word) for word in words]
