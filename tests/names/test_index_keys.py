"""Keys of the index: similar names share some, and each is found at its place."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.names.index_keys import KEY_BITS, index_keys, starts

WORD = st.text(st.sampled_from("abcdefgh"), min_size=1, max_size=8)
FORM = st.lists(WORD, max_size=4).map(lambda words: " ".join(sorted(words)))


def keys_by_name(*forms: str) -> list[set[int]]:
    found: list[set[int]] = [set() for _ in forms]
    for number in index_keys(forms).tolist():
        found[number >> KEY_BITS].add(number & ((1 << KEY_BITS) - 1))
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("ada example", "ada example", id="the same"),
        pytest.param("example vladimir", "exampel vladimir", id="a typo in a word"),
        pytest.param("ivan", "ivaan", id="a typo in a short name"),
        pytest.param("example mohammed", "exampl muhamad", id="words of one sound"),
    ],
)
def test_similar_names_share_a_key(one: str, other: str) -> None:
    first, second = keys_by_name(one, other)
    assert first & second


def test_names_without_a_piece_in_common_share_no_key() -> None:
    first, second = keys_by_name("ada example", "boris zukov")
    assert first
    assert second
    assert not first & second


def test_a_name_without_a_word_has_no_key() -> None:
    assert keys_by_name("", "ada")[0] == set()
    assert index_keys([]).tolist() == []


@given(st.lists(FORM, max_size=6))
def test_keys_are_in_rising_order_and_each_once(forms: list[str]) -> None:
    found = index_keys(forms)
    assert (np.diff(found) > 0).all()


@given(st.lists(FORM, min_size=1, max_size=6))
def test_the_other_names_change_no_key(forms: list[str]) -> None:
    assert keys_by_name(*forms) == [keys_by_name(form)[0] for form in forms]


@given(st.lists(st.integers(0, 5)).map(sorted))
def test_starts_are_where_a_value_is_new(values: list[int]) -> None:
    expected = [i for i, value in enumerate(values) if value not in values[:i]]
    assert starts(np.array(values, dtype=np.int64)).tolist() == expected


def test_initials_share_a_key_with_the_whole_name() -> None:
    (asked,) = keys_by_name("chernenko k")
    whole = set((index_keys(["chernenko konstantin"], known=True)).tolist())
    assert asked & (whole - set(index_keys(["chernenko konstantin"]).tolist()))
