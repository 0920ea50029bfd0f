"""The remarks of an OFAC entry: facts with labels between semicolons, and prose.

The facts are read, the prose is dropped.
"""

from __future__ import annotations

import re
from collections import defaultdict

from sanctions_data.lists.common.entry import tidy
from sanctions_data.lists.us_ofac.facts import Facts
from sanctions_data.lists.us_ofac.labels import ATTRIBUTES, BARE, CRYPTO, IDENTIFIERS

_QUOTED_NAME = re.compile(r"[afn]\.k\.a\. '(.+)'")
_NUMBER = re.compile(
    r"(?P<value>.+?)"
    r"(?: \((?P<country>[^()]*(?:\([^()]*\)[^()]*)?)\))?"
    r"(?: issued [^;]*?)?(?: expires [^;]*)?"
)
_FULL_STOP = re.compile(r"(?<!\.[A-Z])\.$")  # not that of "S.A."
# "EXAMPLE CO., LTD." writes its legal form with full stops, so the last one is its own. Behind
# a single "LTD." it is not known whose it is; more of these names are listed without one.
_FORM = r"(?:bhd|cia|co|corp|inc|ltda?|pte|pty|pvt|sdn)"
_ENDS_WITH_FORMS = re.compile(rf"\b{_FORM}\.,? {_FORM}\.$", re.IGNORECASE)
# Some remarks go on in words where a number should stand: "Passport and National ID were …".
_PROSE = re.compile(r"\b[a-z]{3,}\b|.{60}")


def _labels_by_first_word() -> dict[str, list[str]]:
    found = defaultdict(list)
    for label in sorted({*ATTRIBUTES, *IDENTIFIERS}, key=len, reverse=True):
        found[label.split(" ")[0]].append(label)
    return found


_LABELS = _labels_by_first_word()


def read_remarks(text: str, facts: Facts) -> None:
    """Add the facts that stand in the remarks.

    Args:
        text: the remarks, whole; the full stop at the end is not part of the last fact.
        facts: receives names, identifiers and attributes. A name in quotes is one that
            OFAC calls weak.

    Example:
        >>> from sanctions_data.lists.common.read_report import ReadReport
        >>> facts = Facts("person", "sdn.csv:1 (entry 1)", ReadReport("us-ofac-sdn"))
        >>> read_remarks("DOB 16 Jul 1984; Passport A1 (Iran) expires 02 May 2020; prose.", facts)
        >>> facts.attributes
        (Attribute(name='birth_date', value='1984-07-16'),)
        >>> facts.identifiers
        (Identifier(type='passport', value='A1', country='IR', currency=''),)
    """
    for item in items_of(text):
        if name := _QUOTED_NAME.fullmatch(item):
            facts.add_name(name[1], "weak_alias")
        else:
            _read_item(item, facts)


def items_of(text: str) -> list[str]:
    """What stands between the semicolons, without the mark of a second or later one of its kind.

    Example:
        >>> items_of("DOB 1950; alt. DOB 1951; POB Sur.")
        ['DOB 1950', 'DOB 1951', 'POB Sur']
    """
    text = tidy(text)
    if not _ENDS_WITH_FORMS.search(text):
        text = _FULL_STOP.sub("", text)
    return [item.removeprefix("alt. ") for item in text.split("; ")]


def _read_item(item: str, facts: Facts) -> None:
    if item.startswith(CRYPTO):
        currency, _, address = item.removeprefix(CRYPTO).partition(" ")
        facts.add(CRYPTO + currency, address)
        return
    label = _label_of(item)
    value = item[len(label) :].strip()
    if not label or not value:
        return
    if label in ATTRIBUTES or IDENTIFIERS[label] in BARE:
        facts.add(label, value)
    elif (match := _NUMBER.fullmatch(value)) and not _PROSE.search(match["value"]):
        facts.add(label, match["value"], match["country"] or "")


def _label_of(item: str) -> str:
    for label in _LABELS.get(item.split(" ", 1)[0], ()):
        if item.startswith(label) and item[len(label) : len(label) + 1] == " ":
            return label
    return ""
