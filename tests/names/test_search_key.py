"""Names of other scripts as they are searched, and words as they sound."""

from __future__ import annotations

import pytest

from sanctions_data.names.search_key import search_key, search_words
from sanctions_data.names.spelling import consonants, spell_as_heard


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("lawrow", "lavrov", id="German"),
        pytest.param("poutine", "putin", id="French"),
        pytest.param("czernenko", "chernenko", id="Polish"),
        pytest.param("kadyrow", "kadirov", id="Polish end"),
    ],
)
def test_spellings_of_one_sound(one: str, other: str) -> None:
    assert spell_as_heard(one) == spell_as_heard(other)


def test_consonants_tell_other_words_apart() -> None:
    assert consonants(spell_as_heard("putin")) != consonants(spell_as_heard("lavrov"))


@pytest.mark.parametrize("sign", ["\u200b", "\u200d", "\ufeff", "\u00ad"])
def test_signs_without_width_are_no_letters(sign: str) -> None:
    assert search_words(f"Ram{sign}zan") == ["ramzan"]


def test_long_vowels_of_arabic_are_vowels() -> None:
    assert search_key("بوتين") == "butin"


@pytest.mark.parametrize(
    ("hangul", "latin"),
    [
        pytest.param("김세운", "KIM Se Un", id="a word a syllable"),
        pytest.param("서상국", "SO Sang-kuk", id="joined by a hyphen"),
    ],
)
def test_hangul_is_read_by_its_sounds(hangul: str, latin: str) -> None:
    assert search_key(hangul) == search_key(latin)
