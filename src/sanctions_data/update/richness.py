"""How much a snapshot can say: absence counts only where it could have said more.

A snapshot cannot carry what no file of it prints, and what it prints of no entry, or of far
fewer entries than are known to have it, although they are all there. Such facts stay as known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sanctions_data.lists.common.entry import EVERYTHING
from sanctions_data.tables.store import Row

Fact = tuple[str, Row]
"""A row of a table of facts, and the name of that table."""
Kind = tuple[str, str]
"""The code of ``FACTS`` to which a fact belongs, and its kind within it."""

PRIMARY: Kind = ("names", "primary")

# A snapshot that leaves out more facts of a kind than it says does not carry the kind. Where few
# are left out, only one without any: that an entry lost its number is no sign of a poor file.
FEW = 20
# Of a kind that so small a share of the entries has, the publisher may have taken off the last.
SIZEABLE = 0.05

_BIRTHS = ("birth_date", "birth_place", "birth_country")
_COUNTRIES = ("nationality", "country", "flag")


def kind_of(table: str, row: Row) -> Kind:
    """What kind of fact a row is.

    Example:
        >>> kind_of("entity_attributes", {"attribute": "birth_date"})
        ('births', 'birth_date')
    """
    if table == "entity_names":
        if row["name_type"] == "primary":
            return PRIMARY
        # Weak names stand where others do not, and so may names in other scripts.
        script = "Latin" if row["script"] in ("Latn", "") else "other script"
        return "other_names", f"{row['name_type']}, {script}"
    if table == "entity_identifiers":
        return "numbers", row["identifier_type"]
    attribute = row["attribute"]
    group = (
        "births" if attribute in _BIRTHS else "countries" if attribute in _COUNTRIES else "details"
    )
    return group, attribute


def field_of(kind: Kind) -> str:
    """The field of an entry in which a fact of this kind stands.

    Example:
        >>> field_of(("births", "birth_date"))
        'attributes'
    """
    return {"names": "names", "other_names": "names", "numbers": "identifiers"}.get(
        kind[0], "attributes"
    )


def is_poor(lost: int, said: int, parties: int) -> bool:
    """Whether a snapshot says too little of a kind of fact to take any of it back.

    What counts does not change when the snapshot is merged, so that merging it again does
    the same.

    Args:
        lost: known facts of the kind that it does not say, of parties that are there.
        said: the facts of the kind that it says.
        parties: how many parties it has.

    Example:
        >>> is_poor(900, 0, 1000), is_poor(20, 880, 1000), is_poor(1, 0, 1000)
        (True, False, False)
    """
    if not said:
        return bool(lost) and (lost >= FEW or lost >= parties * SIZEABLE)
    return lost >= FEW and lost > said


def _code(kind: Kind) -> str:
    """The code of ``FACTS``: a primary name that has gone lives on among the other names."""
    return "other_names" if kind == PRIMARY else kind[0]


@dataclass
class Richness:
    """What a snapshot carries, measured over the parties that were known before.

    A snapshot of which it is known that it ``lacks_details`` takes nothing back. ``known``,
    ``said`` and ``lost`` count facts by kind.
    """

    carries: frozenset[str] = EVERYTHING
    lacks_details: bool = False
    parties: int = 0
    known: Counter[Kind] = field(default_factory=Counter)
    said: Counter[Kind] = field(default_factory=Counter)
    lost: Counter[Kind] = field(default_factory=Counter)

    def measure(
        self, known: Mapping[tuple[str, ...], Row], found: Mapping[tuple[str, ...], Row]
    ) -> None:
        """Count the facts of one party; both by table and key of the row.

        A snapshot that does not say under which name a party stands leaves that name.
        """
        if not any(kind_of(key[0], row) == PRIMARY for key, row in found.items()):
            title = {k: row for k, row in known.items() if kind_of(k[0], row) == PRIMARY}
            found = {**found, **title}
        self.parties += 1
        self.known.update(self._kinds(known))
        self.said.update(self._kinds(found))
        self.lost.update(self._kinds({key: known[key] for key in known.keys() - found.keys()}))

    @staticmethod
    def _kinds(facts: Mapping[tuple[str, ...], Row]) -> Iterator[Kind]:
        return (kind_of(key[0], row) for key, row in facts.items())

    def keeps(self, kind: Kind) -> bool:
        """Whether facts of this kind that the snapshot does not say stay as known."""
        if self.lacks_details or _code(kind) not in self.carries:
            return True
        return kind != PRIMARY and is_poor(self.lost[kind], self.said[kind], self.parties)

    def kept(self) -> Counter[str]:
        """How many facts stay as known although the snapshot does not say them, by code."""
        kept: Counter[str] = Counter()
        for kind, count in self.lost.items():
            if self.keeps(kind):
                kept[_code(kind)] += count
        return kept

    def gone(self) -> Counter[str]:
        """How many facts would be lost, by code."""
        gone: Counter[str] = Counter()
        for kind, count in self.lost.items():
            if not self.keeps(kind):
                gone[kind[0]] += count
        return gone

    def total(self, codes: Iterable[str]) -> Counter[str]:
        """How many facts are known of the parties, by code."""
        total: Counter[str] = Counter()
        for kind, count in self.known.items():
            if kind[0] in codes:
                total[kind[0]] += count
        return total
