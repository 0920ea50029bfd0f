"""Names, identifiers and attributes of an entry of the EU's financial sanctions list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from sanctions_data.identifiers.imo import read_imo_number
from sanctions_data.identifiers.un_reference import read_un_reference
from sanctions_data.lists.common.attributes import read_attribute
from sanctions_data.lists.common.countries import read_code
from sanctions_data.lists.common.entry import Attribute, Identifier, Name, tidy, whole_number
from sanctions_data.lists.common.partial_dates import parse_partial
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.words import load_words
from sanctions_data.lists.eu_fsf.acts import NAMESPACE

_WORDS = load_words(__file__)
_NOT_LATIN = re.compile(r"[^\W\d_a-zA-Z\u00aa-\u02ff\u1e00-\u1eff]")
_SENTENCE = re.compile(r"\.$|[.;] (?=[A-Z])|\b(?:is|was|has|are|were)\b|^.{151}")
_UNKNOWN_COUNTRY = "00"


def names(element: etree._Element) -> tuple[Name, ...]:
    """The names of an entry, the primary one first.

    The list does not mark it. Taken is the name that was entered first (the lowest
    ``logicalId``) among those in Latin letters that are English or of no stated language; a
    name that is given in parts, as those of persons are, goes before a nickname, which is not.
    """
    found: dict[str, tuple[tuple[bool, bool, bool, bool, int], str]] = {}
    for alias in element.iterfind(f"{NAMESPACE}nameAlias"):
        text = tidy(alias.get("wholeName"))
        if not text:
            continue
        is_weak = tidy(alias.get("strong")).casefold() == "false"
        rank = (
            is_weak,
            not text.isascii() and bool(_NOT_LATIN.search(text)),
            tidy(alias.get("nameLanguage")).upper() not in ("", "EN"),
            not (tidy(alias.get("firstName")) and tidy(alias.get("lastName"))),
            whole_number(alias.get("logicalId")) or 0,
        )
        named = (rank, "weak_alias" if is_weak else "alias")
        found[text] = min(found[text], named) if text in found else named
    if not found:
        return ()
    first = min(found, key=lambda text: found[text][0])
    others = (Name(text, kind) for text, (_, kind) in found.items() if text != first)
    return (Name(first), *others)


def un_reference(element: etree._Element, position: str, report: ReadReport) -> str:
    """The reference of the entry on the UN's list; empty where it is none that exists there."""
    printed = tidy(element.get("unitedNationId"))
    reference = read_un_reference(printed)
    if printed and not reference:
        report.warn(position, f"found unitedNationId {printed!r}, expected one such as QDi.001")
    return reference


def identifiers(
    element: etree._Element, position: str, report: ReadReport
) -> tuple[Identifier, ...]:
    """The identifiers of an entry, without repeats.

    One without digits identifies nobody, and neither does one that is known to be false or that
    its issuer revoked.
    """
    found: dict[Identifier, None] = {}
    for printed in element.iterfind(f"{NAMESPACE}identification"):
        value = tidy(printed.get("number") or printed.get("latinNumber"))
        code = tidy(printed.get("identificationTypeCode")).casefold()
        kind = _WORDS["identifiers"].get(code, "other")
        is_void = any(_is_true(printed, mark) for mark in ("knownFalse", "revokedByIssuer"))
        if is_void or not re.search(r"\w", value):
            continue
        if kind == "imo_number" and (imo_number := read_imo_number(value)):
            value = imo_number
        elif kind == "imo_number":
            report.warn(position, f"found IMO number {value!r}, expected seven digits; kept as is")
            kind = "other"
        found[Identifier(kind, value, _country(printed, position, report))] = None
    return tuple(found)


def attributes(
    element: etree._Element, kind: str, position: str, report: ReadReport
) -> tuple[Attribute, ...]:
    """The attributes of an entry, without repeats.

    Of a function only the name of an office is kept, not the sentences that some entries have.
    """
    return tuple(dict.fromkeys(_attributes(element, kind, position, report)))


def _attributes(
    element: etree._Element, kind: str, position: str, report: ReadReport
) -> Iterator[Attribute]:
    for born in element.iterfind(f"{NAMESPACE}birthdate"):
        yield from _birth(born, position, report)
    for tag, name in (("citizenship", "nationality"), ("address", "country")):
        for place in element.iterfind(f"{NAMESPACE}{tag}"):
            if code := _country(place, position, report):
                yield Attribute(name, code)
    for alias in element.iterfind(f"{NAMESPACE}nameAlias"):
        for key, name in _WORDS["attributes"].items():
            printed = tidy(alias.get(key))
            if not printed:
                continue
            if key == "gender" or (kind == "person" and not _SENTENCE.search(printed)):
                yield from read_attribute(name, printed, position, report)


def _birth(born: etree._Element, position: str, report: ReadReport) -> Iterator[Attribute]:
    for value in _birth_dates(born, position, report):
        yield Attribute("birth_date", value)
    if place := tidy(born.get("city")) or tidy(born.get("place")):
        yield Attribute("birth_place", place)
    if code := _country(born, position, report):
        yield Attribute("birth_country", code)


def _birth_dates(born: etree._Element, position: str, report: ReadReport) -> tuple[str, ...]:
    """The day, month or year; of a range of years the first and the last."""
    if tidy(born.get("calendarType")).upper() not in ("", "GREGORIAN"):
        return ()  # the year is one of another calendar
    year, month, day = (tidy(born.get(k)) for k in ("year", "monthOfYear", "dayOfMonth"))
    if _is_true(born, "circa"):
        month = day = ""
    date = "-".join(part.zfill(2) for part in (year, month, day if month else "") if part)
    years = (tidy(born.get(key)) for key in ("yearRangeFrom", "yearRangeTo"))
    found = []
    for printed in filter(None, (date if year else "", *years)):
        if value := parse_partial(printed):
            found.append(value)
        else:
            report.warn(position, f"found date of birth {printed!r}, which is none; left empty")
    return tuple(dict.fromkeys(found))


def _is_true(element: etree._Element, attribute: str) -> bool:
    return tidy(element.get(attribute)).casefold() == "true"


def _country(element: etree._Element, position: str, report: ReadReport) -> str:
    code = tidy(element.get("countryIso2Code"))
    if code in ("", _UNKNOWN_COUNTRY):
        return ""
    return read_code(code, position, report)
