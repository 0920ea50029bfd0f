"""How rare a name is among the parties of one country or matter, or listed on one day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import log2

from sanctions_data.resolution.profiles import Profile

# Of fewer parties than this the lists say too little; words then count as in so many.
SMALLEST_GROUP = 300
_UNKNOWN_SHARE = 1 / 1000


class Rarity:
    """Counts words, for persons and for other parties apart, by country or matter and list.

    Example:
        >>> round(Rarity([]).bits("viktor bout", "RU", is_person=True))  # words nobody has
        20
    """

    def __init__(self, profiles: Iterable[Profile]) -> None:
        size: Counter[tuple[bool, str, str]] = Counter()
        self._on_a_day: Counter[tuple[bool, str, str, str]] = Counter()
        seen: Counter[tuple[bool, str, str, str]] = Counter()
        for profile in profiles:
            is_person = profile.kind == "person"
            names = profile.names if is_person else {body.core for body in profile.bodies}
            words = {word for name in names for word in name.split()}
            for place in profile.countries | profile.regimes | {""}:
                size[is_person, place, profile.list_id] += 1
                for day in profile.listed:
                    self._on_a_day[is_person, place, profile.list_id, day] += 1
                for word in words:
                    seen[is_person, place, profile.list_id, word] += 1
        self._size = size
        self._share: dict[tuple[bool, str, str], float] = {}
        for (is_person, place, list_id, word), count in seen.items():
            share = count / max(size[is_person, place, list_id], SMALLEST_GROUP)
            key = is_person, place, word
            self._share[key] = max(self._share.get(key, 0), share)

    def bits(self, name: str, place: str, *, is_person: bool) -> float:
        """How little a name is to be expected: 20 bits are a chance of one in a million.

        Each word counts by its share among those of the country or matter, in the list where
        it is most common, as if the words of a name did not depend on one another.
        """
        words = name.split()
        shares = (self._share.get((is_person, place, word), _UNKNOWN_SHARE) for word in words)
        return -sum(log2(share) for share in shares)

    def namesakes(self, name: str, place: str, lists: tuple[str, str], day: str = "") -> float:
        """How many pairs of two persons of one name are to be expected between two lists.

        Args:
            name: the name, as it is compared.
            place: the country or matter; only its parties count.
            lists: the two lists.
            day: count only those listed on this day, if given.
        """
        pairs = 1
        for list_id in lists:
            key = True, place, list_id
            pairs *= self._on_a_day[*key, day] if day else self._size[key]
        return float(pairs * 2 ** -self.bits(name, place, is_person=True))
