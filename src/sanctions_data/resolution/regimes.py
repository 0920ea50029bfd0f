"""What a programme is about, so that programmes of different authorities can be compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sanctions_data.names.knowledge import KnowledgeError, read_knowledge
from sanctions_data.tables.store import Store


@dataclass(frozen=True, slots=True)
class RegimeWords:
    """What ``regimes.toml`` holds.

    Attributes:
        words: the words that show a matter, by matter.
        several: words that show several matters and no other.
        hides: words within which another stands that is then not meant.
    """

    words: Mapping[str, tuple[str, ...]]
    several: Mapping[str, frozenset[str]]
    hides: Mapping[str, str]

    def matter_of(self) -> dict[str, str]:
        """The matter that each word shows.

        Raises:
            KnowledgeError: a word stands twice, or one that hides or is hidden shows nothing.

        Example:
            >>> RegimeWords({"AF": ("afghan", "taliban")}, {}, {}).matter_of()
            {'afghan': 'AF', 'taliban': 'AF'}
        """
        found: dict[str, str] = {}
        for matter, words in self.words.items():
            for word in words:
                if word in found:
                    raise KnowledgeError(
                        f"regimes.toml: {word!r} stands in {found[word]} and in {matter}; "
                        "remove one of them"
                    )
                found[word] = matter
        for word in (each for pair in self.hides.items() for each in pair):
            if word not in found:
                raise KnowledgeError(
                    f"regimes.toml: {word!r} stands in hides, but shows no matter; add it to words"
                )
        return found


REGIME_WORDS = read_knowledge("sanctions_data.resolution", "regimes.toml", RegimeWords)
_MATTER_OF = REGIME_WORDS.matter_of()


def regimes_of(store: Store) -> dict[str, set[str]]:
    """The matters that each programme is about, by programme; many have none."""
    return {row["programme_id"]: matters(row["name"]) for row in store.rows("programmes")}


def matters(name: str) -> set[str]:
    """The matters that the name of a programme shows.

    Example:
        >>> matters("UN: South Sudan"), sorted(matters("Taliban (Afghanistan)")), matters("Other")
        ({'SS'}, ['AF'], set())
        >>> sorted(matters("Global Magnitsky sanctions")), matters("Magnitsky sanctions")
        (['graft', 'rights'], {'RU'})
    """
    text = name.casefold()
    for words, several in REGIME_WORDS.several.items():
        if words in text:
            return set(several)
    for word, hidden in REGIME_WORDS.hides.items():
        if word in text and hidden not in text.replace(word, ""):
            return {_MATTER_OF[word]}
    return {matter for word, matter in _MATTER_OF.items() if word in text}
