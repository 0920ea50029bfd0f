"""One word asked for alone: a surname finds its bearers, a given name nobody."""

from __future__ import annotations

import pytest

from sanctions_data.names.matching import MATCHING
from sanctions_data.query.search.name_index import build_index
from sanctions_data.query.search.search import search_index

MANY = MATCHING.maximum_bearers + 1
NAMES = [
    *(f"Vladimir Example{chr(97 + i // 26)}{chr(97 + i % 26)}" for i in range(MANY)),
    "Ramzan Akhmatovich KADYROV",
    "German KADYROV",
    "KADYROV, Ramzan",
    "VLADIMIR",
    "Fund of the friends of the late German Kadyrov",
    "KADIROFF",
    "AL-ASSAD, Bashar",
    "ASAD",
    "LAVROV, Sergei Viktorovich",
]
PARTIES = [*(f"party-{i}" for i in range(MANY)), "known", "other", "known", "ship", "fund", "like",
           "assad", "typo", "minister"]  # fmt: skip
LISTS = ["a"] * MANY + ["a", "a", "b", "a", "a", "a", "a", "a", "a"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("Kadyrov", ["known", "other", "like"], id="surname, best known first"),
        pytest.param("Assad", ["assad", "typo"], id="surname, before a typo of it"),
        pytest.param("Kadyrow", ["like", "known", "other"], id="surname in German"),
        pytest.param("Lawrow", ["minister"], id="surname whose letters nearly all differ"),
        pytest.param("Vladimir", ["ship"], id="given name is a whole name"),
        pytest.param("Wladimir", [], id="given name in German"),
    ],
)
def test_a_word_alone(query: str, expected: list[str]) -> None:
    found = search_index(build_index(PARTIES, NAMES, LISTS), [query])
    assert found["entity_id"].tolist() == expected
