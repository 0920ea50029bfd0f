"""Texts of an entry that are too long for a cell of our tables.

A name of more than 500 characters is a row of names, or a sentence, and names nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from sanctions_data.lists.common.entry import Attribute, Entry, Identifier, Name
from sanctions_data.lists.common.read_report import ReadReport

MAX_LENGTH = 500  # that of our tables, as a test holds: to ask them would load pandera

T = TypeVar("T", Name, Identifier, Attribute)


def fit_cells(entry: Entry, report: ReadReport) -> Entry:
    """The entry without what is too long for a cell, with a warning for each.

    The main name cannot be left out, so it is cut at the last space that fits.

    Example:
        >>> names = (Name("Ada Example"), Name("Ada " * 200, "alias"))
        >>> report = ReadReport("ca-gac")
        >>> fit_cells(Entry("1", "person", names, "record 1"), report).names
        (Name(text='Ada Example', type='primary'),)
        >>> report.problems[0].message
        "found a name of 800 characters, 'Ada Ada Ada Ada Ada …', expected 500 at most; left out"
    """
    if not any(map(_is_too_long, _texts(entry))):
        return entry
    names = entry.names
    if names and _is_too_long(names[0].text):
        report.warn(entry.position, f"{_found('name', names[0].text)}; cut")
        cut = names[0].text[: MAX_LENGTH + 1].rpartition(" ")[0] or names[0].text[:MAX_LENGTH]
        names = (replace(names[0], text=cut), *names[1:])
    return replace(
        entry,
        names=tuple(_fitting(names, "text", entry, report)),
        identifiers=tuple(_fitting(entry.identifiers, "value", entry, report)),
        attributes=tuple(_fitting(entry.attributes, "value", entry, report)),
    )


def _texts(entry: Entry) -> Iterator[str]:
    yield from (name.text for name in entry.names)
    yield from (identifier.value for identifier in entry.identifiers)
    yield from (attribute.value for attribute in entry.attributes)


def _is_too_long(text: str) -> bool:
    return len(text) > MAX_LENGTH


def _found(what: str, text: str) -> str:
    start = text[:20].rstrip()
    return f"found a {what} of {len(text)} characters, '{start} …', expected {MAX_LENGTH} at most"


def _fitting(parts: tuple[T, ...], field: str, entry: Entry, report: ReadReport) -> Iterator[T]:
    for part in parts:
        text = getattr(part, field)
        if _is_too_long(text):
            what = type(part).__name__.lower()
            report.warn(entry.position, f"{_found(what, text)}; left out")
        else:
            yield part
