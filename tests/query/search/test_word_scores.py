"""Names compared word by word."""

from __future__ import annotations

import numpy as np
import pytest

from sanctions_data.query.search.vocabulary import build_vocabulary
from sanctions_data.query.search.word_scores import word_scores

KNOWN = ["kadyrov ramzan", "akhmatovich kadyrov ramzan", "argument jsc", "moe moe"]


def score(asked: str, known: str) -> float:
    words = build_vocabulary(KNOWN)
    place = np.array([KNOWN.index(known)])
    return float(word_scores(build_vocabulary([asked], words), words, np.array([0]), place)[0])


@pytest.mark.parametrize("name", KNOWN)
def test_the_same_name_is_the_same(name: str) -> None:
    assert score(name, name) == pytest.approx(100)


@pytest.mark.parametrize(
    ("asked", "known"),
    [
        pytest.param("ramzan xadyrov", "kadyrov ramzan", id="first letter"),
        pytest.param("kadirow ramsan", "kadyrov ramzan", id="German"),
        pytest.param("kadyrov r", "kadyrov ramzan", id="initial"),
        pytest.param("argument llc", "argument jsc", id="legal form"),
    ],
)
def test_one_bad_word_does_not_decide(asked: str, known: str) -> None:
    assert 80 <= score(asked, known) < 100


def test_another_name_is_another() -> None:
    assert score("viktor but", "kadyrov ramzan") < 40
