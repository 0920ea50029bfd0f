"""Searching for many names at once."""

from __future__ import annotations

import random

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz, process

import sanctions_data as sd
from sanctions_data.names.search_key import search_key
from sanctions_data.query.search.name_index import NameIndex, build_index
from sanctions_data.query.search.reason import reason
from sanctions_data.query.search.search import COLUMNS, no_candidates, search_index

PARTIES = {
    "a": "Seyed Hamzeh Ghalandari",
    "b": "Ramzan Akhmatovich KADYROV",
    "c": "Рамзан Ахматович Кадыров",
    "d": "Öztürk Müller, Ørsted",
    "e": "Mahan Air",
    "f": "محمود احمدی نژاد",
    "g": "A",
    "h": "Viktor Bout",
    "i": "Al Qaida",
}


@pytest.fixture(scope="module")
def index() -> NameIndex:
    return build_index(list(PARTIES), list(PARTIES.values()))


@pytest.mark.parametrize(
    ("query", "entity_id", "why"),
    [
        pytest.param("seyed hamzeh ghalandari", "a", "exact", id="case"),
        pytest.param("GHALANDARI, Seyed Hamzeh", "a", "word order", id="word order"),
        pytest.param("Ozturk Muller Orsted", "d", "transliteration", id="letter with a stroke"),
        pytest.param("Кадыров Рамзан Ахматович", "c", "word order", id="Cyrillic"),
        pytest.param("РАМЗАН АХМАТОВИЧ КАДЫРОВ", "b", "transliteration", id="Cyrillic for Latin"),
        pytest.param("Seyed Hamzeh Ghalandory", "a", "spelling", id="vowels"),
        pytest.param("Виктор Бут", "h", "spelling", id="Cyrillic, other vowels"),
        pytest.param("Alqaida", "i", "spacing", id="spacing"),
        pytest.param("Seyed Hamzeh Ghalanbari", "a", "typo", id="typo"),
        pytest.param("Hamzeh Ghalandari", "a", "part", id="dropped word"),
        pytest.param("Ramzan Kadyrov", "b", "part", id="dropped long word"),
        pytest.param("Ghalandri Hamzeh", "a", "part", id="dropped word and typo"),
        pytest.param("محمود احمدی نژاد", "f", "exact", id="Arabic"),
        pytest.param("a", "g", "exact", id="one letter"),
    ],
)
def test_found_with_the_reason(index: NameIndex, query: str, entity_id: str, why: str) -> None:
    found = search_index(index, [query]).set_index("entity_id")
    assert found.loc[entity_id, "reason"] == why
    assert (found.loc[entity_id, "score"] == 100) == (
        why in {"exact", "word order", "transliteration"}
    )


def test_reason_of_initials_and_of_what_is_merely_similar() -> None:
    assert reason("S. H. Ghalandari", "Seyed Hamzeh Ghalandari") == "initials"
    assert reason("Seyed Homayoun Galandari", "Seyed Hamzeh Ghalandari") == "similar"


@pytest.mark.parametrize("query", ["", "  ", "???", "\x00", None, float("nan"), "Anna Nowak"])
def test_nothing_is_found_for(index: NameIndex, query: str) -> None:
    found = search_index(index, [query])
    assert found.empty
    assert list(found.columns) == COLUMNS


def test_an_empty_index_finds_nothing() -> None:
    assert search_index(build_index([], []), ["Iran Air"]).empty


def test_order_repeats_and_limit(index: NameIndex) -> None:
    found = search_index(index, ["Mahan Air", "nobody", "ramzan kadyrov", "Mahan Air"], limit=1)
    assert found["query"].tolist() == ["Mahan Air", "ramzan kadyrov", "Mahan Air"]


def test_chunks_give_what_one_chunk_gives(
    index: NameIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [*PARTIES.values(), "Mahan Aire", "Hamzeh Ghalandari"]
    whole = search_index(index, names)
    monkeypatch.setattr("sanctions_data.query.search.search._CHUNK", 2)
    pd.testing.assert_frame_equal(search_index(index, names), whole)


def test_only_parties_asked_for(index: NameIndex) -> None:
    found = search_index(index, ["Ramzan Akhmatovich Kadyrov"], among={"c"})
    assert found["entity_id"].tolist() == ["c"]


def test_column_of_a_frame_and_day() -> None:
    frame = pd.DataFrame({"customer": ["IRAN AIR", None, "Iran Airr"]})
    found = sd.search(frame["customer"], limit=1)
    assert found["entity_id"].tolist() == ["iran-air", "iran-air"]
    assert "iran-air" not in set(sd.search(["Iran Air"], on="1990-01-01")["entity_id"])


def test_a_text_is_not_taken_for_a_list_of_letters() -> None:
    with pytest.raises(ValueError, match=r"\['Iran Air'\]"):
        sd.search("Iran Air")


def test_names_that_are_like_none_change_no_type() -> None:
    index = build_index(["ada"], ["Ada Example"])
    found = search_index(index, ["Ada Example", *["Qqqq Zzzz"] * 500])
    assert len(found) == 1
    nothing = search_index(index, ["Qqqq Zzzz"])
    assert found.dtypes.to_dict() == nothing.dtypes.to_dict() == no_candidates().dtypes.to_dict()


def test_near_misses_of_lookup_come_from_the_index() -> None:
    answer = sd.lookup("Melli Havapeymayi Irann")
    assert answer.party is None
    assert answer.matches[0].entity_id == "iran-air"
    assert {match.how for match in answer.matches} == {"near_miss"}


def test_what_a_scan_of_all_names_finds_is_found() -> None:
    names = sorted(set(sd.load("entity_names")["name"]))[:3000]
    index = build_index(names, names)
    forms = index.forms.tolist()
    chance = random.Random(5)
    missed = 0
    for name in chance.sample(names, 200):
        place = chance.randrange(len(name))
        query = name[:place] + chance.choice("aeknrst") + name[place + 1 :]
        hit = process.extractOne(search_key(query), forms, scorer=fuzz.ratio, score_cutoff=80)
        found = search_index(index, [query])["name"]
        missed += hit is not None and hit[0] not in set(found.map(search_key))
    assert missed <= 4


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_a_name_is_found_by_itself_in_any_order_case_and_accents(data: st.DataObject) -> None:
    letters = st.text("abcdefghijklmnopqrstuvwxyzéüñåßøждлیم", min_size=1, max_size=8)
    words = data.draw(st.lists(letters, min_size=1, max_size=5))
    index = build_index(["this", "other"], [" ".join(words), "Mahan Air"])
    mixed = data.draw(st.permutations(words))
    accented = [f"{word}\u0301" if data.draw(st.booleans()) else word for word in mixed]
    cased = data.draw(st.sampled_from([str.upper, str.lower, str.title]))(" ".join(accented))
    found = search_index(index, [cased])
    assert found.loc[found["entity_id"] == "this", "score"].tolist() == [100]


@given(st.text(max_size=30))
def test_any_text_can_be_searched_for(index: NameIndex, text: str) -> None:
    assert (search_index(index, [text])["score"] >= 80).all()
