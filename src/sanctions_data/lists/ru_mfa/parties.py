"""One entry a person, however many texts of the Ministry name that person.

Two texts mean one person if they print the same Latin name for citizens of one state. The page of
US citizens repeats whom announcements name, so there the same Russian name and a Latin one that
shares a word are enough. Elsewhere they are not: a judge and a deputy have one name in Russian.

The reference is made of the Latin name: of US citizens, whose page was read first, that alone
(``cara-abercrombie``), of all others behind the code of the state (``gb-elizabeth-mary-truss``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from slugify import slugify

from sanctions_data.lists.common.entry import Attribute, Entry, Name, StatedMeasure, Term
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.ru_mfa.documents import Document
from sanctions_data.lists.ru_mfa.mentions import Mention
from sanctions_data.lists.ru_mfa.names import have_one_first_name, names
from sanctions_data.names.fold import remembered_latin_key
from sanctions_data.names.similar_names import share_a_word

_PAGED_FIRST = "US"


class Parties:
    """The persons of a folder, filled text by text: an earlier one rules what a later repeats."""

    def __init__(self, report: ReadReport) -> None:
        self._report = report
        self._entries: dict[str, Entry] = {}
        self._by_latin: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        self._by_russian: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        self._paged: set[str] = set()

    def entries(self) -> Iterator[Entry]:
        """The entries, in the order in which they were first named."""
        yield from self._entries.values()

    def add_entry(self, entry: Entry) -> None:
        """Add an entry of the page of US citizens."""
        self._paged.add(self._put(entry, _PAGED_FIRST))

    def add_document(self, document: Document) -> None:
        """Add the persons whom an announcement or a page names."""
        there: set[str] = set()
        for mention in document.mentions:
            state = mention.nationality or document.country
            ref = self._find(mention, state)
            if ref in there:
                self._report.warn(mention.position, f"found {mention.latin!r} again; read once")
                continue
            known = self._entries[ref] if ref else None
            entry = self._entry(mention, document, state)
            there.add(self._put(_joined(known, entry) if known else entry, state))

    def _put(self, entry: Entry, state: str) -> str:
        self._entries[entry.ref] = entry
        for name in entry.names:
            for index, key in (
                (self._by_latin, slugify(name.text)),
                (self._by_russian, _folded(name.text)),
            ):
                if entry.ref not in index[state, key]:
                    index[state, key].append(entry.ref)
        return entry.ref

    def _find(self, mention: Mention, state: str) -> str:
        """The reference of the person; empty for one who was not named before."""
        same_latin = self._by_latin.get((state, slugify(mention.latin)), [])
        same_russian = self._by_russian.get((state, _folded(mention.russian)), [])
        both = [ref for ref in same_latin if ref in same_russian]
        alike = [r for r in same_latin if self._may_be(r, mention.russian)]
        spelt_otherwise = [r for r in same_russian if self._is_spelt_otherwise(r, mention.latin)]
        return next(iter((*both, *alike, *spelt_otherwise)), "")

    def _may_be(self, ref: str, russian: str) -> bool:
        others = [name.text for name in self._entries[ref].names[1:]]
        return any(have_one_first_name(russian, other) for other in others)

    def _is_spelt_otherwise(self, ref: str, latin: str) -> bool:
        if ref not in self._paged:
            return False
        keys = [remembered_latin_key(name.text) for name in self._entries[ref].names[:1]]
        return share_a_word([remembered_latin_key(latin)], keys)

    def _entry(self, mention: Mention, document: Document, state: str) -> Entry:
        slug = slugify(mention.latin)
        ref = slug if state == _PAGED_FIRST else f"{state.lower()}-{slug}"
        number, free = 1, ref
        while free in self._entries:
            number += 1
            free = f"{ref}-{number}"
        nationality = mention.nationality or document.citizens_of
        term = Term("announcement", document.number)
        return Entry(
            ref=free,
            kind="person",
            names=names(mention.latin, mention.russian),
            position=mention.position,
            programmes=(_programme(document),),
            measures=(
                (StatedMeasure(term, document.day, act=document.number),) if document.number else ()
            ),
            attributes=(Attribute("nationality", nationality),) if nationality else (),
            listed_on=document.day,
            precision="day" if document.number else "on_or_before",
        )


def _programme(document: Document) -> Term:
    """What says under which programme the persons are: a page's title, or the state announced."""
    if document.number:
        return Term("citizens", document.country)
    return Term("page", document.title)


def _folded(russian: str) -> str:
    """A Russian name to compare; the texts spell one name with е, ё and э."""
    return russian.casefold().replace("ё", "е").replace("э", "е")


def _joined(known: Entry, other: Entry) -> Entry:
    """A person whom another text names again: their other names, and the first ban with its day."""
    there = {name.text.casefold() for name in known.names}
    more = [name for name in other.names if name.text.casefold() not in there]
    dated = known if known.precision == "day" else other
    return replace(
        known,
        names=(*known.names, *(Name(name.text, "alias") for name in more)),
        measures=known.measures or other.measures,
        attributes=tuple(dict.fromkeys((*known.attributes, *other.attributes))),
        listed_on=dated.listed_on or known.listed_on,
        precision=dated.precision if dated.listed_on else known.precision,
    )
