"""Reader of the sanctions list of Switzerland's State Secretariat for Economic Affairs.

A target names sanctions sets, each of which is a measure under a programme, such as "Travel ban,
annex 1". The layout is that of the publisher's own example of three test persons, and what is
not in it is from public code that reads the list: untried on a real list.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from sanctions_data.lists.ch_seco.listing import read_listing
from sanctions_data.lists.ch_seco.names import read_names
from sanctions_data.lists.common.checked_read import checked_read
from sanctions_data.lists.common.countries import country_codes
from sanctions_data.lists.common.entry import (
    Attribute,
    Entry,
    Identifier,
    ListFile,
    ListFormat,
    StatedMeasure,
    Term,
    tidy,
)
from sanctions_data.lists.common.list_files import locate_file
from sanctions_data.lists.common.partial_dates import parse_partial
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.words import load_words
from sanctions_data.lists.common.xml import records

FILE = "seco.xml"
URL = (
    "https://www.sesam.search.admin.ch/sesam-search-web/pages/"
    "downloadXmlGesamtliste.xhtml?lang=en&action=downloadXmlGesamtlisteAction"
)
_ROOT, _PROGRAMME, _TARGET = "swiss-sanctions-list", "sanctions-program", "target"
_WORDS = load_words(__file__)
_LIST = Term("list", "Swiss sanctions list")

Set = tuple[str, str]
"""The programme of a sanctions set, and its measure without the annex."""


@checked_read("ssid")
def read(folder: Path, report: ReadReport) -> Iterator[Entry]:
    """Yield the targets in force of the list in ``folder``; issues go into ``report``.

    Example:
        >>> report = ReadReport("ch-seco")
        >>> list(read(Path("no-such-folder"), report)), len(report.errors)
        ([], 1)
    """
    sets: dict[str, Set] = {}
    path = locate_file(folder, FILE)
    # Programmes stand before the targets that name their sets.
    for element in records(path, (_PROGRAMME, _TARGET), _ROOT, report):
        if element.tag == _PROGRAMME:
            sets |= _sets_of(element)
        elif entry := _entry(element, sets, report):
            yield entry


def _sets_of(programme: etree._Element) -> dict[str, Set]:
    name = tidy(programme.findtext("program-name[@lang='eng']"))
    return {
        each.get("ssid", ""): (name, tidy(each.text).split(", annex")[0])
        for each in programme.iterfind("sanctions-set[@lang='eng']")
    }


def _entry(target: etree._Element, sets: dict[str, Set], report: ReadReport) -> Entry | None:
    ssid = target.get("ssid", "")
    position = f"target {ssid}"
    holder = next((child for child in target if child.tag in (*_WORDS["kinds"], "object")), None)
    kind = _kind(holder)
    ids = [tidy(each.text) for each in target.iterfind("sanctions-set-id")]
    ids = ids or [target.get("sanctions-set-id", "")]
    names = read_names(holder, _WORDS["names"]) if holder is not None else ()
    if holder is None or not (ssid and kind and names and sets.keys() >= set(ids)):
        report.odd(
            position,
            f"found kind {kind!r}, {len(names)} names and sets {ids}, expected a known kind, a "
            "name and sets that a programme has; the target was left out",
            left_out=ssid,
        )
        return None
    listing = read_listing(target)
    if not listing.is_in_force:
        return None
    measures = dict.fromkeys(sets[each][1] for each in ids)
    programmes = dict.fromkeys(sets[each][0] for each in ids)
    return Entry(
        ref=ssid,
        kind=kind,
        names=names,
        position=position,
        programmes=(_LIST, *(Term("program-name", each, is_hint=True) for each in programmes)),
        measures=tuple(StatedMeasure(Term("sanctions-set", each)) for each in measures),
        identifiers=tuple(_identifiers(holder)),
        attributes=tuple(_attributes(holder, kind)),
        listed_on=listing.since,
        precision="day" if listing.since else "unknown",
    )


def _kind(holder: etree._Element | None) -> str:
    if holder is None:
        return ""
    if holder.tag == "object":
        return _WORDS["kinds-object"].get(holder.get("object-type", ""), "")
    return _WORDS["kinds"][str(holder.tag)]


def _identifiers(holder: etree._Element) -> Iterator[Identifier]:
    for document in holder.iter("identification-document"):
        number = tidy(document.findtext("number"))
        kind = _WORDS["identifiers"].get(document.get("document-type", ""))
        if number and kind:
            [country, *_] = [*country_codes(tidy(document.findtext("issuer"))), ""]
            yield Identifier(kind, number, country)


def _attributes(holder: etree._Element, kind: str) -> Iterator[Attribute]:
    if gender := _WORDS["genders"].get(holder.get("sex", "")):
        yield Attribute("gender", gender)
    if kind != "person":
        return
    for day in holder.iter("day-month-year"):
        printed = "/".join((day.get("day", "dd"), day.get("month", "mm"), day.get("year", "")))
        if birth := parse_partial(printed):
            yield Attribute("birth_date", birth)
    for country in holder.iterfind(".//nationality/country"):
        if code := country.get("iso-code"):
            yield Attribute("nationality", code)


FORMAT = ListFormat("ch-seco", (ListFile(FILE, URL),), read, is_tried=False)
