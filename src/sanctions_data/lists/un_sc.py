"""Reader of the Consolidated List of the UN Security Council.

The list prints no measures: they follow from the list type (``UN_LIST_TYPE``). Libya is
the exception; there the comment names the paragraphs under which an entry is listed, and
they are read as stated measures (``un_sc_paragraphs``). No other comment is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from sanctions_data.lists.entry import (
    Entry,
    Identifier,
    ListFile,
    ListFormat,
    Name,
    StatedMeasure,
    Term,
    parse_day,
    tidy,
)
from sanctions_data.lists.imo import is_ship_number
from sanctions_data.lists.report import Report
from sanctions_data.lists.un_sc_details import attributes, documents
from sanctions_data.lists.un_sc_paragraphs import stated_measures
from sanctions_data.lists.xml import records, text_of, texts_of

FILE = "consolidated.xml"
URL = "https://scsanctions.un.org/resources/xml/en/consolidated.xml"

_NAME_PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_QUALITIES = {"good": "alias", "a.k.a": "alias", "low": "weak_alias", "f.k.a": "former"}
_REMARK = re.compile(r",?\s+born\b.*|\s+\([^)]*\b(?:passport|identity)\b.*", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r"\s[a-z]\)\s|[;()]")
_IMO_FIRST = re.compile(r"^IMO(?: Number)?:? ?(\d{7})\b", re.IGNORECASE)


def read(folder: Path, report: Report) -> Iterator[Entry]:
    """Yield the entries of the list in ``folder``; what is wrong goes into ``report``.

    Example:
        >>> report = Report("un-sc")
        >>> list(read(Path("no-such-folder"), report)), len(report.errors)
        ([], 1)
    """
    seen: dict[str, str] = {}
    elements = records(folder / FILE, ("INDIVIDUAL", "ENTITY"), "CONSOLIDATED_LIST", report)
    for number, element in enumerate(elements, 1):
        ref = text_of(element, "REFERENCE_NUMBER")
        shown = ref or "no REFERENCE_NUMBER"
        position = f"{FILE}, entry {number} ({element.tag} {shown})"
        if ref in seen:
            report.error(position, f"found REFERENCE_NUMBER {ref} again; first at {seen[ref]}")
            continue
        entry = _entry(element, ref, position, report)
        if entry:
            seen[ref] = position
            yield entry


def _entry(element: etree._Element, ref: str, position: str, report: Report) -> Entry | None:
    names = _names(element, position, report)
    list_type = text_of(element, "UN_LIST_TYPE")
    listed_on = parse_day(text_of(element, "LISTED_ON"))
    comment = text_of(element, "COMMENTS1")
    is_libya = ref.startswith("LY") or list_type.casefold() == "libya"
    measures: tuple[StatedMeasure, ...] = ()
    faults = []
    if not ref:
        shown = names[0].text if names else "an entry without a name"
        faults.append(f"found no REFERENCE_NUMBER for {shown!r}")
    if not names:
        faults.append("found no name")
    if not list_type:
        faults.append("found no UN_LIST_TYPE, from which the measures follow")
    if listed_on is None:
        faults.append(f"found LISTED_ON {text_of(element, 'LISTED_ON')!r}, expected yyyy-mm-dd")
    if is_libya:
        measures, unread = stated_measures(comment)
        faults.extend(unread)
    for fault in faults:
        report.error(position, fault)
    if faults:
        return None
    imo_number = _own_imo_number(element, comment)
    return Entry(
        ref=ref,
        kind=_kind(element, imo_number),
        names=names,
        position=position,
        programmes=(Term("UN_LIST_TYPE", list_type),),
        measures=measures,
        identifiers=(
            Identifier("un_reference", ref),
            *((Identifier("imo_number", imo_number),) if imo_number else ()),
            *documents(element, position, report),
        ),
        attributes=attributes(element, position, report),
        listed_on=listed_on,
        precision="day",
    )


def _names(element: etree._Element, position: str, report: Report) -> tuple[Name, ...]:
    primary = tidy(" ".join(element.findtext(part) or "" for part in _NAME_PARTS))
    found = {primary: "primary"} if primary else {}
    for text in texts_of(element, "NAME_ORIGINAL_SCRIPT"):
        found.setdefault(text, "alias")
    for alias in element.iterfind(f"{element.tag}_ALIAS"):
        quality = text_of(alias, "QUALITY")
        name_type = _QUALITIES.get(quality.casefold().rstrip("."))
        for text in _alias_names(text_of(alias, "ALIAS_NAME")):
            if name_type is None:
                report.warn(position, f"found QUALITY {quality!r}; {text!r} was read as weak")
            found.setdefault(text, name_type or "weak_alias")
    return tuple(Name(text, name_type) for text, name_type in found.items()) if primary else ()


def _alias_names(printed: str) -> list[str]:
    """The names in one alias element: some hold several, or remarks on papers and birth.

    Example:
        >>> _alias_names("حسن غول (Hassan Ghul; Hassan Gul)")
        ['حسن غول', 'Hassan Ghul', 'Hassan Gul']
        >>> _alias_names("Ali Sabri, born in 1963")
        ['Ali Sabri']
    """
    text = _REMARK.sub("", printed)
    # Brackets without a semicolon belong to the name, such as an abbreviation of it.
    parts = _BETWEEN_NAMES.split(text) if ";" in text else [text]
    return [name for part in parts if (name := tidy(part)) and name != "original script"]


def _own_imo_number(element: etree._Element, comment: str) -> str:
    """The IMO number with which the comment begins: later ones may be those of other parties."""
    match = _IMO_FIRST.match(comment) if element.tag == "ENTITY" else None
    return match.group(1) if match else ""


def _kind(element: etree._Element, imo_number: str) -> str:
    if element.tag == "INDIVIDUAL":
        return "person"
    return "vessel" if is_ship_number(imo_number) else "organisation"


FORMAT = ListFormat("un-sc", (ListFile(FILE, URL),), read)
