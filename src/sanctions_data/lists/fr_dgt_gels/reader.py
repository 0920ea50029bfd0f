"""Reader of the freezes that France itself imposes, from its register of asset freezes.

The register holds every freeze that binds in France, those of the EU and the UN as well. Its
legal bases tell them apart: those of the EU and the UN say so in brackets. What has another base is
France's own, and what that is stands in our crosswalk. The copy that we have lacks the bases;
there ``national.toml`` says which entries are known to be France's own.

The publisher's layout was read from public code that uses it, and is untried on a real file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sanctions_data.lists.common.checked_read import checked_read
from sanctions_data.lists.common.countries import country_codes
from sanctions_data.lists.common.entry import (
    Attribute,
    Entry,
    Identifier,
    ListFile,
    ListFormat,
    Name,
    Term,
    tidy,
)
from sanctions_data.lists.common.list_files import find_file
from sanctions_data.lists.common.partial_dates import parse_partial
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.words import load_words, read_toml
from sanctions_data.lists.fr_dgt_gels.records import Record, read_records

COPY = "index.json"
FILE = "registre.json"
URL = (
    "https://gels-avoirs.dgtresor.gouv.fr/ApiPublic/api/v1/publication/"
    "derniere-publication-fichier-json"
)
_WORDS = load_words(__file__)
_NATIONAL = {each["id"]: each for each in read_toml(__file__, "national.toml")["entries"]}
_OF_OTHERS = re.compile(r"\((?:UE|ONU|CE)\b|comité des sanctions|\bRèglement\b", re.IGNORECASE)
_BASE = "FONDEMENT_JURIDIQUE"
_KNOWN_BASE = "L. 562-2"
_IMO = re.compile(r"\d{7}")


@checked_read("IdRegistre")
def read(folder: Path, report: ReadReport) -> Iterator[Entry]:
    """Yield the national entries of the register in ``folder``; issues go into ``report``.

    Example:
        >>> report = ReadReport("fr-dgt-gels")
        >>> list(read(Path("no-such-folder"), report)), len(report.errors)
        ([], 1)
    """
    path = find_file(folder, FILE) or find_file(folder, COPY) or folder / FILE
    for record in read_records(path, report):
        position = f"{path.name}, IdRegistre {record.number}"
        kind = _WORDS["kinds"].get(tidy(record.nature).casefold())
        if not (kind and record.name):
            report.odd(
                position,
                f"found kind {record.nature!r} and name {record.name!r}, expected a name and one "
                f"of {', '.join(_WORDS['kinds'])}; the entry was left out",
                left_out=str(record.number),
            )
        elif terms := _national_terms(record):
            yield _entry(record, kind, terms, position)


def _national_terms(record: Record) -> tuple[Term, ...]:
    """The legal bases of a freeze that is France's own; none if it is not, or cannot be told."""
    if not record.has_bases:
        return (Term(_BASE, _KNOWN_BASE),) if record.number in _NATIONAL else ()
    bases = record.values(_BASE)
    return tuple(Term(_BASE, base) for base in bases if not _OF_OTHERS.search(base))


def _entry(record: Record, kind: str, terms: tuple[Term, ...], position: str) -> Entry:
    given = record.values("PRENOM") if kind == "person" else []
    known: dict[str, Any] = {} if record.has_bases else _NATIONAL[record.number]
    begins: date | None = known.get("begins")
    return Entry(
        ref=str(record.number),
        kind=kind,
        names=(
            Name(tidy(" ".join([*given, record.name]))),
            *(Name(alias, "alias") for alias in record.values("ALIAS")),
        ),
        position=position,
        programmes=terms,
        identifiers=tuple(_identifiers(record)),
        attributes=tuple(_attributes(record, kind)),
        listed_on=begins,
        precision="day" if begins else "unknown",
    )


def _identifiers(record: Record) -> Iterator[Identifier]:
    for number in record.values("PASSEPORT"):
        yield Identifier("passport", number)
    for number in record.values("NUMERO_OMI"):
        if match := _IMO.search(number):
            yield Identifier("imo_number", match[0])


def _attributes(record: Record, kind: str) -> Iterator[Attribute]:
    if kind != "person":
        return
    for printed in record.values("DATE_DE_NAISSANCE"):
        if birth := parse_partial(printed):
            yield Attribute("birth_date", birth)
    for place in record.values("LIEU_DE_NAISSANCE"):
        yield Attribute("birth_place", place)
    for state in record.values("NATIONALITE"):
        code = _WORDS["countries"].get(state.casefold())
        for each in (code,) if code else country_codes(state):
            yield Attribute("nationality", each)


FORMAT = ListFormat(
    "fr-dgt-gels",
    (ListFile(FILE, URL), ListFile(COPY, "", is_served=False)),
    read,
    mains=((FILE,), (COPY,)),
    is_ever_whole=False,
    evidence="secondary",
    is_tried=False,
)
