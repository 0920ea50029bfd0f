"""Words that were written as one, and those that only look so."""

from __future__ import annotations

import pytest

from sanctions_data.query.search.split_words import split_words
from sanctions_data.query.search.vocabulary import build_vocabulary

KNOWN = build_vocabulary(["argument jsc", "ada example", "jscab bank"])


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        pytest.param("jscargument", "argument jsc", id="form first"),
        pytest.param("argumentjsc", "argument jsc", id="form last"),
        pytest.param("holding jscargument", "argument holding jsc", id="one word of several"),
        pytest.param("jscab", "jscab", id="a word that lists have"),
        pytest.param("jscunheard", "jscunheard", id="the rest is in no list"),
        pytest.param("adaexample", "adaexample", id="no legal form"),
        pytest.param("jscada", "jscada", id="a short rest"),
        pytest.param("", "", id="no word"),
    ],
)
def test_only_a_legal_form_is_split_off(key: str, expected: str) -> None:
    assert split_words(key, KNOWN) == expected
