"""Whether two names are one in two spellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.names.similar_names import alike, share_a_word, share_two_words

WORD = st.text(st.sampled_from("abcde"), min_size=3, max_size=6)
NAME = st.lists(WORD, min_size=2, max_size=4).map(" ".join)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("ada example", "ada exampel", True, id="a typo"),
        pytest.param("ada example", "ada bea example", True, id="a word more"),
        pytest.param("ada example", "eve example", False, id="another first name"),
        pytest.param("ada", "ada example", False, id="one word is too little"),
        pytest.param("ada ada", "ada example", False, id="each word needs one of its own"),
        pytest.param("", "ada example", False, id="no name"),
    ],
)
def test_alike(one: str, other: str, expected: bool) -> None:
    assert alike(one, other) is expected
    assert alike(other, one) is expected


@given(NAME)
def test_a_name_is_like_itself_and_itself_with_more(name: str) -> None:
    assert alike(name, name)
    assert alike(name, f"{name} zzzzzz")


@pytest.mark.parametrize(
    ("some", "others", "expected"),
    [
        pytest.param(["kim kyong ok"], ["kim kyung ok"], True, id="spelled in another way"),
        pytest.param(["kim kyong ok"], ["kim tong ho"], False, id="the family name alone"),
        pytest.param(["ada"], ["ada example"], True, id="the only word of a name"),
        pytest.param(["eve other", "ada example"], ["ada example"], True, id="one of two names"),
        pytest.param([], ["ada example"], False, id="no name"),
    ],
)
def test_share_two_words(some: list[str], others: list[str], expected: bool) -> None:
    assert share_two_words(some, others) is expected
    assert share_two_words(others, some) is expected


@pytest.mark.parametrize(
    ("some", "others", "expected"),
    [
        pytest.param(["vega works"], ["lyra works"], True, id="the same word"),
        pytest.param(["kadyrov"], ["kadirov"], True, id="nearly the same word"),
        pytest.param(["vega works"], ["lyra plant"], False, id="no word"),
        pytest.param(["al haq"], ["al amin"], False, id="two letters do not count"),
        pytest.param([], [], False, id="no name"),
    ],
)
def test_share_a_word(some: list[str], others: list[str], expected: bool) -> None:
    assert share_a_word(some, others) is expected
    assert share_a_word(others, some) is expected
