"""Reader of the Consolidated List of the UN Security Council.

The list prints no measures: they follow from the list type (``UN_LIST_TYPE``). Libya and Mali are
the exceptions; there the comment names the paragraphs or measures of an entry, and they are read
as stated measures (``paragraphs``). No other comment is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from sanctions_data.identifiers.imo import is_ship_number
from sanctions_data.lists.common.checked_read import checked_read
from sanctions_data.lists.common.entry import (
    Entry,
    Identifier,
    ListFile,
    ListFormat,
    Name,
    StatedMeasure,
    Term,
    tidy,
)
from sanctions_data.lists.common.list_files import locate_file
from sanctions_data.lists.common.partial_dates import parse_day
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.words import load_words
from sanctions_data.lists.common.xml import records
from sanctions_data.lists.common.xml_record import XmlRecord
from sanctions_data.lists.un_sc.details import attributes, documents
from sanctions_data.lists.un_sc.paragraphs import named_measures, stated_measures

FILE = "consolidated.xml"
URL = "https://scsanctions.un.org/resources/xml/en/consolidated.xml"

_NAME_PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_MEASURES_OF_ENTRY = {"LY": stated_measures, "ML": named_measures}
# On two days of August 2023 five references ended so.
_SUFFIX = re.compile(r"(?<=\d{3}) ?\.1$")
_QUALITIES = load_words(__file__)["names"]
_REMARK = re.compile(r",?\s+born\b.*|\s+\([^)]*\b(?:passport|identity)\b.*", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r"\s[a-z]\)\s|[;()]")
_IMO_FIRST = re.compile(r"^IMO(?: Number)?:? ?(\d{7})\b", re.IGNORECASE)


@checked_read("REFERENCE_NUMBER")
def read(folder: Path, report: ReadReport) -> Iterator[Entry]:
    """Yield the entries of the list in ``folder``; what is wrong goes into ``report``.

    Example:
        >>> report = ReadReport("un-sc")
        >>> list(read(Path("no-such-folder"), report)), len(report.errors)
        ([], 1)
    """
    elements = records(
        locate_file(folder, FILE), ("INDIVIDUAL", "ENTITY"), "CONSOLIDATED_LIST", report
    )
    for number, element in enumerate(elements, 1):
        record = XmlRecord(element)
        ref = _SUFFIX.sub("", record.text("REFERENCE_NUMBER"))
        shown = ref or "no REFERENCE_NUMBER"
        position = f"{FILE}, entry {number} ({record.tag} {shown})"
        if entry := _entry(record, ref, position, report):
            yield entry


def _entry(record: XmlRecord, ref: str, position: str, report: ReadReport) -> Entry | None:
    names = _names(record, position, report)
    if not ref or not names:
        shown = repr(names[0].text) if names else "no name"
        missing = "" if ref else "no REFERENCE_NUMBER for "
        report.odd(position, f"found {missing}{shown}; the entry was left out", left_out=ref)
        return None
    unread = []
    list_type = record.text("UN_LIST_TYPE")
    if not list_type:
        unread.append("programmes")
        report.odd(position, "found no UN_LIST_TYPE, from which the measures follow; left empty")
    printed_day = record.text("LISTED_ON")
    listed_on = parse_day(printed_day)
    if listed_on is None:
        unread.append("listed_on")
        report.odd(position, f"found LISTED_ON {printed_day!r}, expected yyyy-mm-dd; left empty")
    measures: tuple[StatedMeasure, ...] = ()
    of_entry = "LY" if list_type.casefold() == "libya" else ref[:2]
    if read_measures := _MEASURES_OF_ENTRY.get(of_entry):
        measures, issues = read_measures(record.text("COMMENTS1"))
        for issue in issues:
            report.odd(position, issue)
        if issues:
            unread.append("measures")
    imo_number = _own_imo_number(record)
    return Entry(
        ref=ref,
        kind=_kind(record, imo_number),
        names=names,
        position=position,
        programmes=(Term("UN_LIST_TYPE", list_type),) if list_type else (),
        measures=measures,
        identifiers=(
            Identifier("un_reference", ref),
            *((Identifier("imo_number", imo_number),) if imo_number else ()),
            *documents(record, position, report),
        ),
        attributes=attributes(record, position, report),
        listed_on=listed_on,
        precision="day" if listed_on else "unknown",
        unread=tuple(unread),
    )


def _names(record: XmlRecord, position: str, report: ReadReport) -> tuple[Name, ...]:
    primary = " ".join(filter(None, map(record.text, _NAME_PARTS)))
    found = {primary: "primary"} if primary else {}
    for text in record.texts("NAME_ORIGINAL_SCRIPT"):
        found.setdefault(text, "alias")
    for alias in record.groups(f"{record.tag}_ALIAS"):
        quality = alias.get("QUALITY", "")
        name_type = _QUALITIES.get(quality.casefold().rstrip("."))
        for text in _alias_names(alias.get("ALIAS_NAME", "")):
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
    has_remark = "(" in printed or "born" in printed.casefold()
    text = _REMARK.sub("", printed) if has_remark else printed
    # Brackets without a semicolon belong to the name, such as an abbreviation of it.
    parts = _BETWEEN_NAMES.split(text) if ";" in text else [text]
    return [name for part in parts if (name := tidy(part)) and name != "original script"]


def _own_imo_number(record: XmlRecord) -> str:
    """The IMO number with which the comment begins: later ones may be those of other parties."""
    is_body = record.tag == "ENTITY"
    match = _IMO_FIRST.match(record.text("COMMENTS1")) if is_body else None
    return match.group(1) if match else ""


def _kind(record: XmlRecord, imo_number: str) -> str:
    if record.tag == "INDIVIDUAL":
        return "person"
    return "vessel" if is_ship_number(imo_number) else "organisation"


FORMAT = ListFormat(
    "un-sc",
    (ListFile(FILE, URL, dated=r"dateGenerated=['\"](\d{4}-\d\d-\d\d)"),),
    read,
    maximum_bytes=20_000_000,
)
