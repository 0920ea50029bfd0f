"""Folding: what is one name in all its writings, and what stays two."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.names.fold import (
    fold_name,
    fold_number,
    latin_key,
    latin_words,
    remembered_latin_key,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Ada Example", "ADA EXAMPLE", id="case"),
        pytest.param("Example, Ada", "Ada Example", id="word order and comma"),
        pytest.param("Adá Exámple", "Ada Example", id="accents"),
        pytest.param("O'Example", "OExample", id="straight apostrophe"),
        pytest.param("O’Example", "OExample", id="curved apostrophe"),
        pytest.param("Ada-Example", "Ada Example", id="hyphen"),
        pytest.param("Ada_Example", "Ada Example", id="underscore"),
        pytest.param("Straße", "STRASSE", id="sharp s"),
        pytest.param("Пример Ада", "АДА ПРИМЕР", id="Cyrillic"),
    ],
)
def test_writings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Ada Example", "Eve Example", id="another word"),
        pytest.param("Ada Ada", "Ada", id="a word twice"),
        pytest.param("Ада", "Ada", id="another script"),
    ],
)
def test_two_names_do_not_fold_alike(one: str, other: str) -> None:
    assert fold_name(one) != fold_name(other)


def test_the_latin_key_alone_joins_scripts() -> None:
    assert fold_name("Ада Пример") != fold_name("Ada Primer")
    assert latin_key("Ада Пример") == latin_key("Ada Primer") == "ada primer"


def test_an_arabic_letter_in_its_form_for_print_is_known() -> None:
    final, letter = "\ufe90", "\u0628"  # ARABIC LETTER BEH, in its form at the end of a word
    assert latin_key(final) == latin_key(letter) == "b"


def test_a_soft_sign_leaves_no_stroke() -> None:
    assert latin_words("Тельман Ильич") == ["telman", "ilich"]


@pytest.mark.parametrize("text", ["", "   ", "!?-", "’"])
def test_without_a_letter_nothing_is_left(text: str) -> None:
    assert fold_name(text) == ""
    assert latin_key(text) == ""


@pytest.mark.parametrize(
    ("number", "folded"),
    [("AB 123-456", "ab123456"), ("№ 12/3", "123"), ("  ", "")],
    ids=["spaces and stroke", "sign", "empty"],
)
def test_numbers_lose_all_but_letters_and_digits(number: str, folded: str) -> None:
    assert fold_number(number) == folded


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing_more(name: str) -> None:
    assert fold_name(fold_name(name)) == fold_name(name)
    assert latin_key(latin_key(name)) == latin_key(name)


@given(st.text(max_size=40))
def test_a_latin_key_is_ascii_in_order_and_remembered_as_it_is(name: str) -> None:
    key = latin_key(name)
    assert key.isascii()
    assert key == key.casefold()
    assert key.split(" ") == sorted(key.split(" "))
    assert remembered_latin_key(name) == key


@given(
    st.lists(st.text(st.sampled_from("abcdé"), min_size=1, max_size=5), max_size=5), st.randoms()
)
def test_the_order_of_words_plays_no_part(words: list[str], chance: Random) -> None:
    shuffled = list(words)
    chance.shuffle(shuffled)
    assert fold_name(" ".join(words)) == fold_name(", ".join(shuffled))
