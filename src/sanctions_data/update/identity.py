"""Which known listing an entry of a new snapshot is: a reference is not an identity.

Lists that count their entries, or use numbers again, give one number to several parties. Their
entries are matched by number and evidence, and a listing follows its party: it keeps its id, and
its ``entry_ref`` becomes the new number. On other lists the reference decides, unless the entry
has no word of a name, number or day of birth in common with the party that had it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from sanctions_data.lists import Entry
from sanctions_data.lists.common.partial_dates import iso
from sanctions_data.names.fold import fold_number, remembered_latin_key
from sanctions_data.names.legal_forms import split_body_name
from sanctions_data.names.similar_names import NEARLY_THE_SAME, share_a_word
from sanctions_data.tables.store import Row, Store

# Points of evidence that an entry and a listing are one party, where numbers move.
_NUMBER, _TITLE, _NAME, _BIRTH, _DAY, _REFERENCE = 100, 50, 40, 30, 20, 20
_ENOUGH, _ENOUGH_UNDER_ANOTHER_NUMBER = 40, 50
_UNIQUE = ("imo_number", "lei", "aircraft_msn")


@dataclass
class Traits:
    """What tells a party from another of the same list."""

    kind: str
    title: str
    names: set[str] = field(default_factory=set)
    numbers: set[tuple[str, str]] = field(default_factory=set)
    births: set[str] = field(default_factory=set)
    listed_on: str = ""

    @cached_property
    def words(self) -> list[list[str]]:
        """The words of each name; of an organisation's without its legal form."""
        names = {self.title, *self.names}
        if self.kind not in ("person", "vessel"):
            names = {body.core for name in names for body in split_body_name(name)} or names
        return [name.split() for name in names if name]

    def unique(self, kind: str) -> set[str]:
        """The numbers of a kind of which a party has but one."""
        return {value for each, value in self.numbers if each == kind}


def traits_of(entry: Entry) -> Traits:
    """The traits that an entry prints."""
    return Traits(
        kind=entry.kind,
        title=remembered_latin_key(entry.names[0].text) if entry.names else "",
        names={remembered_latin_key(name.text) for name in entry.names},
        numbers={(each.type, fold_number(each.value)) for each in entry.identifiers},
        births={each.value for each in entry.attributes if each.name == "birth_date"},
        listed_on=iso(entry.listed_on),
    )


def may_be_one(entry: Traits, known: Traits) -> bool:
    """Whether anything at all says that an entry is the party that had its reference.

    Example:
        >>> may_be_one(Traits("person", "ada example"), Traits("person", "example bea"))
        True
        >>> may_be_one(Traits("person", "ada sample"), Traits("person", "bea other"))
        False
    """
    if not entry.title or not known.title:
        return True
    theirs = {known.title, *known.names}
    return (
        bool(entry.names & theirs)
        or bool(entry.numbers & known.numbers)
        or bool(entry.births & known.births)
        or share_a_word({entry.title, *entry.names}, theirs)
    )


def points(entry: Traits, known: Traits) -> int:
    """How strongly an entry and a listing are one party; below zero if they cannot be."""
    for kind in _UNIQUE:
        ours, theirs = entry.unique(kind), known.unique(kind)
        is_corrected = entry.title == known.title and _is_slip(ours, theirs)
        if ours and theirs and not ours & theirs and not is_corrected:
            return -1
    if "unknown" not in (entry.kind, known.kind) and entry.kind != known.kind:
        return -1
    found = 0
    if entry.numbers & known.numbers:
        found += _NUMBER
    if entry.title == known.title:
        found += _TITLE
    elif {entry.title, *entry.names} & {known.title, *known.names} or _are_alike(entry, known):
        found += _NAME
    exact = [{day for day in each.births if len(day) > 7} for each in (entry, known)]
    if entry.births & known.births:
        found += _BIRTH
    elif all(exact):
        found -= _BIRTH
    if entry.listed_on and entry.listed_on == known.listed_on:
        found += _DAY
    return found


def _is_slip(ours: set[str], theirs: set[str]) -> bool:
    """Whether one number is another but for a digit or two that changed places."""
    return any(OSA.distance(one, other) <= 1 for one in ours for other in theirs)


def _are_alike(entry: Traits, known: Traits) -> bool:
    """Whether most words of a name have a word that is nearly the same in one of the other's."""
    for one in entry.words:
        for other in known.words:
            short, long = sorted((one, other), key=len)
            same = sum(any(ratio(word, each) >= NEARLY_THE_SAME for each in long) for word in short)
            if same * 2 > len(short):
                return True
    return False


@dataclass
class Assigned:
    """The listing of each entry, in their order; None for a party that is new on the list.

    ``strangers`` are entries whose reference had another party: the reference, what that
    party was called, and what the entry is called. ``moved`` are listings that got another
    reference.
    """

    listings: list[Row | None] = field(default_factory=list)
    strangers: list[tuple[str, str, str]] = field(default_factory=list)
    moved: list[tuple[str, str, str]] = field(default_factory=list)


class Register:
    """The listings of one list and what is known of their parties."""

    def __init__(self, store: Store, list_id: str) -> None:
        self.rows = [row for row in store.rows("listings") if row["list_id"] == list_id]
        self._list_id = list_id
        self._ids = {row["listing_id"] for row in store.rows("listings")}
        self._by_ref: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows:
            self._by_ref[row["entry_ref"]].append(row)
        kinds = {row["entity_id"]: row["kind"] for row in store.rows("entities")}
        # Where a kind was corrected one list prints this one, and another that.
        for row in store.rows("corrections"):
            kinds |= {row["row_key"]: "unknown"} if row["column"] == "kind" else {}
        self._facts = {
            entity_id: Traits(kinds.get(entity_id, "unknown"), "")
            for entity_id in {row["entity_id"] for row in self.rows}
        }
        for row in store.rows("entity_names"):
            if row["list_id"] == list_id and (facts := self._facts.get(row["entity_id"])):
                facts.names.add(remembered_latin_key(row["name"]))
        for row in store.rows("entity_identifiers"):
            if row["list_id"] == list_id and (facts := self._facts.get(row["entity_id"])):
                facts.numbers.add((row["identifier_type"], fold_number(row["value"])))
        for row in store.rows("entity_attributes"):
            is_ours = row["list_id"] == list_id and row["attribute"] == "birth_date"
            if is_ours and (facts := self._facts.get(row["entity_id"])):
                facts.births.add(row["value"])

    def traits(self, row: Row) -> Traits:
        """What is known of the party of a listing."""
        facts = self._facts[row["entity_id"]]
        return Traits(
            facts.kind, remembered_latin_key(row["name"]), facts.names, facts.numbers, facts.births,
            row["listed_on"],
        )  # fmt: skip

    def new_id(self, ref: str, refs: Collection[str]) -> str:
        """An id for the listing of a new party; that of its reference may be another's already."""
        listing_id, number = f"{self._list_id}-{ref}", 1
        while listing_id in self._ids or (number > 1 and f"{ref}-{number}" in refs):
            number += 1
            listing_id = f"{self._list_id}-{ref}-{number}"
        return listing_id

    def at(self, ref: str) -> Row | None:
        """The listing that has a reference, or had it last."""
        rows = self._by_ref.get(ref, ())
        return max(rows, key=lambda row: (not row["delisted_on"], row["delisted_on"]), default=None)

    def assign(self, entries: Sequence[Entry], *, renumbers: bool) -> Assigned:
        """Find the listing of every entry."""
        found = Assigned()
        chosen = self._by_evidence(entries) if renumbers else {}
        for number, entry in enumerate(entries):
            at = self.at(entry.ref)
            if renumbers:
                row = chosen.get(number)
            else:
                row = at if at and self._is_same(entry, at) else None
            found.listings.append(row)
            shown = entry.names[0].text if entry.names else ""
            if at is not None and row is not at and not at["delisted_on"]:
                found.strangers.append((entry.ref, at["name"], shown))
            if row is not None and row["entry_ref"] != entry.ref:
                found.moved.append((row["listing_id"], row["entry_ref"], entry.ref))
        return found

    def _is_same(self, entry: Entry, row: Row) -> bool:
        shown = entry.names[0].text if entry.names else ""
        if "names" in entry.unread:
            return True  # By other names alone nobody can be told from the party they are of.
        return row["name"] == shown or may_be_one(traits_of(entry), self.traits(row))

    def _by_evidence(self, entries: Sequence[Entry]) -> dict[int, Row]:
        """The pairs with most evidence first; each entry and each listing but once."""
        by_key: dict[object, list[Row]] = defaultdict(list)
        for row in self.rows:
            for key in _keys(self.traits(row)):
                by_key[key].append(row)
        pairs = []
        for number, entry in enumerate(entries):
            ours = traits_of(entry)
            near = [row for key in _keys(ours) for row in by_key.get(key, ())]
            near += self._by_ref.get(entry.ref, ())
            for row in {row["listing_id"]: row for row in near}.values():
                is_at = row["entry_ref"] == entry.ref
                theirs = self.traits(row)
                found = points(ours, theirs)
                if not is_at and len({ours.listed_on, theirs.listed_on} - {""}) > 1:
                    found -= _DAY
                enough = _ENOUGH if is_at else _ENOUGH_UNDER_ANOTHER_NUMBER
                if found >= enough:
                    is_gone = bool(row["delisted_on"])
                    rank = (-found - _REFERENCE * is_at, is_gone, entry.ref, row["listing_id"])
                    pairs.append((rank, number, row))
        chosen: dict[int, Row] = {}
        taken: set[str] = set()
        for _, number, row in sorted(pairs, key=lambda pair: (pair[0], pair[1])):
            if number not in chosen and row["listing_id"] not in taken:
                chosen[number] = row
                taken.add(row["listing_id"])
        return chosen


def _keys(traits: Traits) -> Iterable[object]:
    return {traits.title, *traits.names, *traits.numbers} - {""}
