"""Reader of Ukraine's State Register of Sanctions.

The register answers with a list of subjects for persons and one for organisations, and with a list
of actions for every subject. The folder holds the first two as they come, and in one object the
actions of every subject by its number. The fields are those that public code reads: untried on a
real file. Only what the register calls active is in force.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sanctions_data.lists.common.checked_read import checked_read
from sanctions_data.lists.common.entry import (
    Attribute,
    Entry,
    Identifier,
    ListFile,
    ListFormat,
    Name,
    StatedMeasure,
    Term,
    tidy,
)
from sanctions_data.lists.common.list_files import find_file
from sanctions_data.lists.common.partial_dates import parse_day, parse_partial
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.words import load_words

_FILES = {"individual.json": "person", "legal.json": "organisation"}
ACTIONS = "actions.json"
_ACTIVE = "active"
_LAW = Term("law", "Про санкції")
_IDENTIFIERS = load_words(__file__)["identifiers"]
# The register prints the article of the law in full; what follows the dash explains the words.
_EXPLANATION = re.compile(r"\s+[-–—]\s+.*$", re.DOTALL)
_COUNTRY = re.compile(r"[A-Z]{2}")

Subject = dict[str, Any]


@checked_read("sid")
def read(folder: Path, report: ReadReport) -> Iterator[Entry]:
    """Yield the active subjects of the register in ``folder``; issues go into ``report``.

    Example:
        >>> report = ReadReport("ua-nsdc")
        >>> list(read(Path("no-such-folder"), report)), len(report.errors)
        ([], 1)
    """
    actions = _load(folder, ACTIONS, dict, report)
    for name, kind in _FILES.items():
        for subject in _load(folder, name, list, report) if not report.errors else ():
            if not isinstance(subject, dict) or not (subject.get("sid") and subject.get("name")):
                report.odd(
                    name, f"found {str(subject)[:60]!r}, expected a subject with sid and name"
                )
            elif subject.get("status", _ACTIVE) == _ACTIVE:
                entry = _entry(subject, kind, actions.get(str(subject["sid"]), []))
                if entry.measures:
                    yield entry


def _load(folder: Path, name: str, kind: type, report: ReadReport) -> Any:
    path = find_file(folder, name) or folder / name
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        report.error(path.name, f"the file cannot be read ({error.strerror or error})")
    except ValueError as error:
        report.error(path.name, f"the file is no JSON ({error}); get it again")
    else:
        if isinstance(found, kind):
            return found
        report.error(path.name, f"found {type(found).__name__}, expected {kind.__name__}")
    return kind()


def _entry(subject: Subject, kind: str, actions: list[Subject]) -> Entry:
    measures = tuple(_measures(actions))
    days = [measure.start for measure in measures if measure.start]
    names = [subject["name"], subject.get("translit"), *_texts(subject.get("aliases"))]
    texts = dict.fromkeys(filter(None, map(tidy, names)))
    return Entry(
        ref=str(subject["sid"]),
        kind=kind,
        names=tuple(Name(text, "alias" if n else "primary") for n, text in enumerate(texts)),
        position=f"subject {subject['sid']}",
        programmes=(_LAW,),
        measures=measures,
        identifiers=tuple(_identifiers(subject)),
        attributes=tuple(_attributes(subject, kind)),
        listed_on=min(days, default=None),
        precision="day" if days else "unknown",
    )


def _measures(actions: list[Subject]) -> Iterator[StatedMeasure]:
    """The restrictions of the actions in force, each from the day of its decree."""
    for action in actions:
        if action.get("status") != _ACTIVE:
            continue
        decree = action.get("decree") or {}
        number = tidy(decree.get("number"))
        for restriction in action.get("restrictions") or ():
            text = _EXPLANATION.sub("", tidy(restriction.get("restriction")))
            if text:
                yield StatedMeasure(
                    Term("restriction", text),
                    start=_day(decree.get("date")),
                    end=_day(action.get("endDate")),
                    act=f"Decree {number}" if number else "",
                )


def _day(printed: str | None) -> date | None:
    return parse_day(tidy(printed).replace(".", "/"))


def _texts(value: object) -> list[str]:
    if isinstance(value, list):
        return [str(each) for each in value]
    return [value] if isinstance(value, str) else []


def _identifiers(subject: Subject) -> Iterator[Identifier]:
    for each in subject.get("identifiers") or ():
        kind, code = _IDENTIFIERS.get(each.get("id") or "", "other"), tidy(each.get("code"))
        country = (each.get("iso2") or "").upper()
        if code:
            yield Identifier(kind, code, country if _COUNTRY.fullmatch(country) else "")


def _attributes(subject: Subject, kind: str) -> Iterator[Attribute]:
    birth = parse_partial(tidy(subject.get("bd")).replace(".", "/"))
    if birth:
        yield Attribute("birth_date" if kind == "person" else "founded", birth)
    for code in _texts(subject.get("citizenships")):
        # The register has codes of its own for territories that Russia occupies.
        if _COUNTRY.fullmatch(code) and code not in ("DN", "LN"):
            yield Attribute("nationality" if kind == "person" else "country", code)


FORMAT = ListFormat(
    "ua-nsdc",
    tuple(ListFile(name, "", is_served=False) for name in (*_FILES, ACTIONS)),
    read,
    is_tried=False,
)
