"""Codes as people write them, and what is said of one that nobody knows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.names.known_codes import KnownCodes, UnknownCodeError, fold_form

FRUIT = KnownCodes(
    "fruit",
    ["red_apple", "pear", "is", "kiwi"],
    lambda: [("Malus", "red_apple"), ("Pyrus", "pear"), ("green", "kiwi"), ("green", "pear")],
    "sd.load('fruit')",
)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("red_apple", "red_apple"),
        ("Red-Apples", "red_apple"),
        ("RED APPLE", "red_apple"),
        ("malus", "red_apple"),
        ("pears", "pear"),
        ("is", "is"),
        ("i", None),
        pytest.param("green", None, id="a name of two codes means neither"),
        pytest.param("", None, id="empty"),
        pytest.param("…", None, id="no letter"),
    ],
)
def test_find(written: str, code: str | None) -> None:
    assert FRUIT.find(written) == code


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("red_aple", "unknown fruit 'red_aple'; did you mean 'red_apple'?"),
        ("pearl", "unknown fruit 'pearl'; did you mean 'pear'?"),
        ("banana", "unknown fruit 'banana'; known are is, kiwi, pear, red_apple"),
    ],
)
def test_what_nobody_knows(written: str, message: str) -> None:
    with pytest.raises(UnknownCodeError) as caught:
        FRUIT.code_of(written)
    assert str(caught.value) == message
    assert isinstance(caught.value, ValueError)


def test_too_many_to_list() -> None:
    many = KnownCodes("number", [f"n-{n:03}" for n in range(50)], listed="sd.load('numbers')")
    assert many.hint("elephant") == "sd.load('numbers') lists them"


@given(st.sampled_from(["red_apple", "pear", "kiwi"]), st.data())
def test_case_and_separators_do_not_matter(code: str, data: st.DataObject) -> None:
    parts = [
        data.draw(st.sampled_from([part, part.upper(), part.title()])) for part in code.split("_")
    ]
    assert FRUIT.find(data.draw(st.sampled_from(["_", "-", " "])).join(parts)) == code


@given(st.text(max_size=20))
def test_folding_is_stable(text: str) -> None:
    assert fold_form(fold_form(text)) == fold_form(text)
