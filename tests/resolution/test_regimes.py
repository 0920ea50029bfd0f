"""What programmes are about, by the words of their names."""

from __future__ import annotations

import pycountry
import pytest

import sanctions_data as sd
from sanctions_data.names.knowledge import KnowledgeError
from sanctions_data.resolution.regimes import REGIME_WORDS, RegimeWords, matters, regimes_of
from sanctions_data.tables.store import Store

NO_COUNTRIES = {"chemical", "cyber", "drugs", "graft", "rights", "terror"}
WORDS = {word for words in REGIME_WORDS.words.values() for word in words}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("RUSSIA", {"RU"}, id="case"),
        pytest.param("UN: South Sudan", {"SS"}, id="South Sudan is not Sudan"),
        pytest.param("Sudan and South Sudan", {"SD", "SS"}, id="Sudan and South Sudan"),
        pytest.param("Guinea-Bissau", {"GW"}, id="Guinea-Bissau is not Guinea"),
        pytest.param("Guinea", {"GN"}, id="Guinea"),
        pytest.param("Al-Shabaab (Somalia)", {"SO"}, id="Somalia is not Mali"),
        pytest.param("Mali", {"ML"}, id="Mali"),
        pytest.param("Iran: human rights", {"IR", "rights"}, id="two matters"),
        pytest.param("Magnitsky sanctions", {"RU"}, id="Magnitsky"),
        pytest.param("Global Magnitsky sanctions", {"rights", "graft"}, id="Global Magnitsky"),
        pytest.param("Justice for Victims of Corrupt Foreign Officials", {"rights", "graft"},
                     id="the Canadian act"),
        pytest.param("Counter-terrorism", {"terror"}, id="part of a word"),
        pytest.param("Maritime safety", set(), id="none"),
    ],
)  # fmt: skip
def test_matters(name: str, expected: set[str]) -> None:
    assert matters(name) == expected


def test_the_matters_of_every_programme() -> None:
    store = Store()
    for programme_id, name in (("a", "Iran"), ("b", "Other")):
        store.put("programmes", {"programme_id": programme_id, "name": name})
    assert regimes_of(store) == {"a": {"IR"}, "b": set()}


@pytest.mark.parametrize("word", sorted(WORDS | set(REGIME_WORDS.several)))
def test_every_word_is_of_a_programme_that_we_have(word: str) -> None:
    assert sd.load("programmes")["name"].str.casefold().str.contains(word, regex=False).any()


def test_a_matter_is_a_country_or_one_of_few() -> None:
    several = set().union(*REGIME_WORDS.several.values())
    others = (set(REGIME_WORDS.words) | several) - NO_COUNTRIES
    assert {code for code in others if pycountry.countries.get(alpha_2=code) is None} == set()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        pytest.param(RegimeWords({"IR": ("iran",), "IQ": ("iran",)}, {}, {}),
                     "'iran' stands in IR and in IQ; remove one", id="a word twice"),
        pytest.param(RegimeWords({"ML": ("mali",)}, {}, {"somalia": "mali"}),
                     "'somalia' stands in hides, but shows no matter", id="hides nothing"),
        pytest.param(RegimeWords({"SO": ("somalia",)}, {}, {"somalia": "mali"}),
                     "'mali' stands in hides, but shows no matter", id="nothing is hidden"),
    ],
)  # fmt: skip
def test_wrong_words_are_named(words: RegimeWords, message: str) -> None:
    with pytest.raises(KnowledgeError, match=message):
        words.matter_of()
