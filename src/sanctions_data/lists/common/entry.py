"""What every list reader yields: an entry of an official list, in typed form.

An entry says what the list says, and knows nothing of our tables: terms are kept as printed
(white space tidied), and the crosswalk to our codes is applied later. Codes used here are those
of ``schema/vocabularies.py``; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sanctions_data.lists.common.list_files import find_file
from sanctions_data.lists.common.read_report import ReadReport


@dataclass(frozen=True, slots=True)
class Name:
    """A name: ``primary``, ``alias``, ``former`` or ``weak_alias``."""

    text: str
    type: str = "primary"


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number or code, with the ISO code of the state that issued it where printed.

    ``currency`` holds the codes of the currencies of a crypto address, a space between them: one
    address may serve several.
    """

    type: str
    value: str
    country: str = ""
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Attribute:
    """A fact that tells the party from others; dates are partial ISO dates."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Term:
    """A term as printed, and the element or column in which it stands.

    A hint only makes another term more exact: where its meaning is known it takes the place of the
    general programme. A term that ``refines`` another takes the place of that one alone, whose
    text this is, and must be known. ``start`` is from when this very programme binds the party.
    """

    field: str
    text: str
    is_hint: bool = False
    refines: str = ""
    start: date | None = None


@dataclass(frozen=True, slots=True)
class StatedMeasure:
    """A measure that the list states for this entry.

    ``start`` and ``end`` are set only where the list gives a date for this very measure;
    otherwise the date of the entry speaks. ``precision`` is that of ``start``, ``start_rule`` the
    code of the rule by which it was inferred, if it was. ``act`` is the number of the act that the
    list prints for it, as in our table of acts. One that ``is_suspended`` binds nobody from its
    ``end`` on, and was not revoked.
    """

    term: Term
    start: date | None = None
    end: date | None = None
    precision: str = "day"
    act: str = ""
    start_rule: str = ""
    is_suspended: bool = False


@dataclass(frozen=True, slots=True)
class CrossReference:
    """The reference of the same party on another list."""

    list_id: str
    ref: str


@dataclass(frozen=True, slots=True)
class Link:
    """A tie to another entry of the same list, by its reference."""

    relation: str
    ref: str


@dataclass(frozen=True, slots=True)
class Act:
    """An act that an entry names: its number as printed, and the days that the list gives for it.

    ``in_force_on`` is None where the list does not say it, or says what cannot be.
    """

    number: str
    published_on: date | None = None
    in_force_on: date | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of an official list.

    Attributes:
        ref: the list's own reference, unique in the list.
        kind: ``person``, ``organisation``, ``vessel``, ``aircraft`` or ``unknown``.
        names: the primary name first.
        programmes: the programmes that the list prints for the entry.
        measures: the measures that the list states; empty where they follow by rule.
        listed_on: day of listing; None where the list has none.
        precision: ``day``, ``month``, ``year``, ``on_or_before`` or ``unknown``.
        start_rule: code of the rule by which the day was inferred, if it was.
        acts: the acts that touched the entry, as far as the list names them with a day.
        position: where in the file, for messages, such as ``Designation 17``.
        unread: the fields of which something could not be read: what is known of them stays.
    """

    ref: str
    kind: str
    names: tuple[Name, ...]
    position: str
    programmes: tuple[Term, ...] = ()
    measures: tuple[StatedMeasure, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    references: tuple[CrossReference, ...] = ()
    links: tuple[Link, ...] = ()
    listed_on: date | None = None
    precision: str = "unknown"
    unread: tuple[str, ...] = ()
    start_rule: str = ""
    acts: tuple[Act, ...] = ()


# What a file of a list can say of its entries, and how a summary calls it.
FACTS = {
    "other_names": "other names",
    "numbers": "numbers",
    "births": "birth dates and places",
    "countries": "countries",
    "details": "other details",
    "dates": "days of listing",
    "measures": "measures",
}
EVERYTHING = frozenset(FACTS)


@dataclass(frozen=True)
class ListFile:
    """A file of a list: its name (a glob) and where the publisher serves it.

    One that is not ``is_served`` is not downloaded. ``other_names`` are those of other years.
    ``carries`` are the codes of ``FACTS`` that the file can say: what no file of a snapshot carries
    is not taken to be gone. A file that goes on with what another one begins ``needs`` that one.
    ``dated`` and ``counted`` are regular expressions with one group, for the day and the number of
    entries that its beginning states. Of one that ``is_many`` every file that matches is read.
    """

    name: str
    url: str
    optional: bool = False
    is_served: bool = True
    other_names: tuple[str, ...] = ()
    carries: frozenset[str] = EVERYTHING
    dated: str = ""
    counted: str = ""
    needs: str = ""
    is_many: bool = False


@dataclass(frozen=True)
class ListFormat:
    """How one list is read.

    ``read(folder, report)`` yields entries and adds what it cannot make sense of to the report;
    one with errors means that the list must not be imported. ``has_many_programmes`` says that an
    entry may stand under several, each of which imposes measures of its own. ``renumbers`` says
    that references move from one party to another. ``mains`` are the names of files of which one
    set must be there; all that are not optional if left out. ``end_mark`` ends a whole file. A
    list that is not ``is_ever_whole`` lacks parties at any time: that one is not on it says
    nothing. ``evidence`` is how what it states is known: ``secondary`` where its files are what
    others cut out of it. One whose layout ``is_tried`` on no real file is downloaded when named.
    No file of it may have more than ``maximum_bytes``.
    """

    list_id: str
    files: tuple[ListFile, ...]
    read: Callable[[Path, ReadReport], Iterator[Entry]] = field(repr=False)
    has_many_programmes: bool = False
    renumbers: bool = False
    mains: tuple[tuple[str, ...], ...] = ()
    end_mark: bytes = b""
    is_ever_whole: bool = True
    evidence: str = "primary"
    is_tried: bool = True
    maximum_bytes: int = 50_000_000

    @property
    def is_served(self) -> bool:
        """Whether the publisher serves any of its files at an address that stays."""
        return any(file.is_served for file in self.files)

    def find(self, folder: Path, name: str) -> Path | None:
        """The file in ``folder`` that matches the glob ``name``, or another name of it."""
        others = (file.other_names for file in self.files if file.name == name)
        return find_file(folder, name, *next(others, ()))


def tidy(text: str | None) -> str:
    r"""Text with every run of white space, of whatever kind, made one blank.

    Example:
        >>> tidy("  Correspondent Banking\u202fSanctions ")
        'Correspondent Banking Sanctions'
    """
    return " ".join(text.split()) if text else ""


def whole_number(text: str | None) -> int | None:
    """A number of nine digits at most, or None: longer ones are no number that a list counts with.

    Example:
        >>> whole_number(" 12 "), whole_number("12a"), whole_number("9" * 5000)
        (12, None, None)
    """
    digits = tidy(text)
    return int(digits) if digits.isdecimal() and len(digits) < 10 else None
