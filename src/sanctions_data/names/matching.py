"""The figures by which names are compared, from ``matching.toml``."""

from __future__ import annotations

from dataclasses import dataclass

from sanctions_data.names.knowledge import read_knowledge


@dataclass(frozen=True, slots=True)
class Matching:
    """What ``matching.toml`` holds; each figure is explained there."""

    heard: float
    weight_of_consonants: float
    few_vowels: float
    weight_without_vowels: float
    minimum_consonants: int
    initial: float
    initial_there: float
    maximum_length: float
    minimum_word: float
    steepness: float
    minimum_weight: float
    weight_of_form: float
    weight_of_initial: float
    weight_left_over: float
    minimum_joined: float
    maximum_joined: float
    minimum_split: int
    minimum_rest: int
    minimum_alone: int
    maximum_bearers: int
    maximum_words_of_bearer: int
    bearer: float
    bearer_by_sound: float
    maximum_beside_bearer: float


MATCHING = read_knowledge("sanctions_data.names", "matching.toml", Matching)
