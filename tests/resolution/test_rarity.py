"""How rare a name is, and how many namesakes are to be expected."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.resolution.conftest import person, profile

from sanctions_data.names.legal_forms import BodyName
from sanctions_data.resolution.rarity import SMALLEST_GROUP, Rarity

CROWD = [person("gb-fcdo", str(n), f"ada {n}th", countries={"RU"}) for n in range(400)]
FEW = [person("eu-fsf", str(n), f"eve {n}th", countries={"RU"}) for n in range(10)]
RARITY = Rarity([*CROWD, *FEW])


def test_a_word_that_all_have_says_nothing() -> None:
    assert RARITY.bits("ada", "", is_person=True) == 0


def test_words_add_up() -> None:
    both = RARITY.bits("ada 7th", "", is_person=True)
    assert both == RARITY.bits("7th", "", is_person=True) > 8


def test_in_a_small_list_a_word_is_counted_as_in_a_larger_one() -> None:
    assert 2 ** -RARITY.bits("eve", "", is_person=True) == pytest.approx(10 / SMALLEST_GROUP)


def test_a_word_counts_in_the_list_where_it_is_most_common() -> None:
    mixed = Rarity([*CROWD, *[person("eu-fsf", str(n), "ada bea") for n in range(10)]])
    assert mixed.bits("ada", "", is_person=True) == 0


def test_words_of_bodies_and_of_persons_are_counted_apart() -> None:
    body = profile("gb-fcdo", "b", "ada", kind="organisation",
                   bodies={BodyName("ada", frozenset())})  # fmt: skip
    rarity = Rarity([*CROWD, body])
    assert rarity.bits("ada", "", is_person=True) == 0
    assert rarity.bits("ada", "", is_person=False) == pytest.approx(8.22, abs=0.01)


def test_a_word_is_counted_by_country() -> None:
    assert RARITY.bits("ada", "RU", is_person=True) == 0
    assert RARITY.bits("ada", "IR", is_person=True) == pytest.approx(9.97, abs=0.01)


def test_namesakes_are_pairs_of_the_two_lists_in_the_country() -> None:
    lists = ("gb-fcdo", "eu-fsf")
    assert RARITY.namesakes("ada", "RU", lists) == 400 * 10
    assert RARITY.namesakes("ada", "IR", lists) == 0


def test_of_one_day_only_those_listed_on_it_count() -> None:
    day = "2010-06-09"
    rarity = Rarity([*CROWD, *[person("eu-fsf", str(n), "ada bea", listed={day}) for n in range(3)],
                     person("gb-fcdo", "x", "ada bea", listed={day})])  # fmt: skip
    lists = ("gb-fcdo", "eu-fsf")
    assert rarity.namesakes("ada", "", lists, day) == pytest.approx(3, abs=0.1)


@given(st.lists(st.sampled_from(["ada", "eve", "7th", "nobody"]), min_size=1, max_size=5))
def test_no_word_makes_a_name_more_common(words: list[str]) -> None:
    bits = [RARITY.bits(" ".join(words[:n]), "", is_person=True) for n in range(1, len(words) + 1)]
    assert bits == sorted(bits)
    assert bits[0] >= 0
