"""The words of a person's name that tell people apart, which ``al`` and ``de`` do not."""

from __future__ import annotations

from dataclasses import dataclass

from sanctions_data.names.knowledge import read_knowledge


@dataclass(frozen=True, slots=True)
class Particles:
    """What ``particles.toml`` holds."""

    particles: frozenset[str]


_PARTICLES = read_knowledge("sanctions_data.names", "particles.toml", Particles).particles


def count_telling_words(name: str) -> int:
    """How many words of a person's name, in its compared form, are no mere particles.

    Example:
        >>> count_telling_words("al amin haq ul"), count_telling_words("but viktor")
        (2, 2)
    """
    return sum(word not in _PARTICLES for word in name.split())
