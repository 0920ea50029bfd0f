"""The EU's list of travel bans as a third party turned it from XML to CSV.

A row is a person. An element that a person has once is spread over columns named
``element.attribute``; one that he has more than once is a Python literal in the column of its
name: a list of dictionaries, of the attributes and inner elements alike. Identifications stand
among the citizenships. Rows are turned back into elements, so that one reader reads both.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from lxml import etree

from sanctions_data.lists.common.csv_files.header_rows import read_header_rows
from sanctions_data.lists.common.list_files import find_file
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.eu_fsf.acts import NAMESPACE

FILE = "TravelBansExport_*.csv"
_COLUMNS = ("logicalId", "remark", "nameAlias", "regulation", "citizenship", "birthdate")
_REPEATED = ("nameAlias", "citizenship", "birthdate", "address", "regulation")
_ONCE = (*_REPEATED, "subjectType")
_INNER = ("publicationUrl",)
_FLAGS = (
    "strong", "circa", "diplomatic", "knownExpired", "knownFalse", "reportedLost",
    "revokedByIssuer",
)  # fmt: skip

Parts = Mapping[str, str]


def read_elements(folder: Path, report: ReadReport) -> Iterator[tuple[str, etree._Element]]:
    """Yield where each row stands, and the element that it was in the publisher's file."""
    path = find_file(folder, FILE) or folder / FILE
    for where, row in read_header_rows(path, _COLUMNS, report):
        try:
            yield where, _element(row)
        except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError) as error:
            report.odd(
                where,
                f"found a cell that is no list of dictionaries ({error}); the row was left out",
                left_out=row["logicalId"],
            )


def _element(row: Parts) -> etree._Element:
    person = etree.Element(f"{NAMESPACE}sanctionEntity")
    for name in ("logicalId", "unitedNationId"):
        person.set(name, row.get(name, ""))
    for text in _remarks(row["remark"]):
        etree.SubElement(person, f"{NAMESPACE}remark").text = text
    for name in _ONCE:
        parts = {k.partition(".")[2]: v for k, v in row.items() if k.startswith(f"{name}.") and v}
        _add(person, name, [parts] if parts else [])
    for name in _REPEATED:
        _add(person, name, _literal(row.get(name, "")))
    return person


def _remarks(cell: str) -> list[str]:
    """The remarks: of several a list of texts, of one the text."""
    if not cell.startswith("["):
        return [cell] if cell else []
    texts = ast.literal_eval(cell)
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise ValueError(f"{cell[:40]!r} is no list of texts")
    return texts


def _literal(cell: str) -> list[Parts]:
    """What is in a cell of a repeated element."""
    found = ast.literal_eval(cell) if cell else []
    if not isinstance(found, list) or not all(isinstance(parts, dict) for parts in found):
        raise ValueError(f"{cell[:40]!r}")
    return [{str(name): str(value) for name, value in parts.items()} for parts in found]


def _add(person: etree._Element, name: str, every: Iterable[Parts]) -> None:
    for parts in every:
        is_number = name == "citizenship" and "identificationTypeCode" in parts
        tag = "identification" if is_number else name
        child = etree.SubElement(person, f"{NAMESPACE}{tag}")
        for key, value in parts.items():
            if key in _INNER:
                etree.SubElement(child, f"{NAMESPACE}{key}").text = value
            elif key in _FLAGS:
                child.set(key, "true" if value == "1" else "false")
            else:
                child.set(key, value)
