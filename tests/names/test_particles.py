"""The words of a person's name that count."""

from __future__ import annotations

import pytest

from sanctions_data.names.fold import latin_key
from sanctions_data.names.particles import count_telling_words


@pytest.mark.parametrize(
    ("name", "number"),
    [
        pytest.param("Ada Example", 2, id="two words"),
        pytest.param("Ada bin Example al-Sample", 3, id="Arabic"),
        pytest.param("Ada de la Example", 2, id="Spanish"),
        pytest.param("Ada van der Example", 2, id="Dutch"),
        pytest.param("Abu", 0, id="nothing but a particle"),
        pytest.param("Alma Vanna", 2, id="words that begin like a particle"),
        pytest.param("", 0, id="no name"),
    ],
)
def test_particles_do_not_count(name: str, number: int) -> None:
    assert count_telling_words(latin_key(name)) == number
