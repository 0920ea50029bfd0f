"""One entry a party, though several announcements name it.

A party is known again by its Chinese name, which the ministries spell alike, or by its name in
Latin letters, of which commas and spaces do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from slugify import slugify

from sanctions_data.lists.cn_mfa.parties import Party
from sanctions_data.lists.common.entry import Act, Entry, Name, StatedMeasure, Term


class JoinedEntries:
    """The entries of a list, as announcements add to them."""

    def __init__(self) -> None:
        self._entries: dict[str, Entry] = {}
        self._by_name: dict[str, str] = {}

    def add(
        self,
        party: Party,
        act: Act,
        position: str,
        programme: Term,
        measures: Iterable[StatedMeasure],
    ) -> None:
        """Add what an announcement says of a party.

        Args:
            party: the party as named there.
            act: the announcement.
            position: the announcement, for messages.
            programme: the list that it adds the party to.
            measures: what it lays upon the party.
        """
        texts = [text for text in (party.latin, party.chinese) if text]
        ref = next(
            (self._by_name[key] for key in map(_key, texts) if key in self._by_name),
            slugify(texts[0]),
        )
        for key in map(_key, texts):
            self._by_name.setdefault(key, ref)
        names = (Name(texts[0]), *(Name(text, "alias") for text in texts[1:]))
        entry = Entry(
            ref=ref,
            kind=party.kind,
            names=names,
            position=f"{position} ({texts[0]})",
            programmes=(programme,),
            measures=tuple(measures),
            attributes=party.attributes,
            listed_on=act.in_force_on,
            precision="day",
            acts=(act,),
        )
        known = self._entries.get(ref)
        self._entries[ref] = _joined(known, entry) if known else entry

    def entries(self) -> Iterator[Entry]:
        """The entries, in the order of the announcements."""
        yield from self._entries.values()


def _joined(known: Entry, other: Entry) -> Entry:
    """One party of two announcements, the earlier one first."""
    texts = {_key(name.text) for name in known.names}
    new = tuple(Name(n.text, "alias") for n in other.names if _key(n.text) not in texts)
    measures = {each.term: each for each in known.measures}
    for each in other.measures:
        before = measures.get(each.term)
        if before is None or before.end:
            measures[each.term] = each
    return replace(
        known,
        names=(*known.names, *new),
        programmes=tuple(dict.fromkeys((*known.programmes, *other.programmes))),
        measures=tuple(measures.values()),
        attributes=tuple(dict.fromkeys((*known.attributes, *other.attributes))),
        acts=tuple(dict.fromkeys((*known.acts, *other.acts))),
    )


def _key(name: str) -> str:
    return re.sub(r"\W+", "", name).casefold()
