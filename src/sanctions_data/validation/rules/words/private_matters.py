"""The rule against private matters of people in notes and summaries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sanctions_data.validation.engine.context import Context, Finding, rule
from sanctions_data.validation.rules.words.our_words import find_prose

_ADDRESS = re.compile(
    r"\b(?:lives|living|resides|residing|domiciled) (?:at|in|on)\b|\bhome address\b"
    r"|\b\d{1,5}[a-z]?,? (?:\w+ ){1,3}(?:street|st\.|road|rd\.|avenue|ave\.|lane|drive|boulevard"
    r"|blvd|terrace|crescent|apartment|apt\.)(?!\w)|\b\w+(?:straße|strasse|gasse|weg) \d+"
    r"|\b(?:ул\.|улица|rue|calle|via) [A-ZА-Я]\w+,? \d+",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?:\+|\b00)\d[\d ()./-]{7,}\d|\b(?:phone|tel|mobile|whatsapp)\.?:? ?\+?\d", re.IGNORECASE
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_FAMILY = re.compile(
    r"\b(?:his|her) (?:wife|husband|children|daughter|son|mother|father|mistress|family|kids"
    r"|girlfriend|boyfriend)\b|\b(?:married to|divorced from|father of|mother of)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\bpassport (?:no|number|№)\.?:? ?\w*\d", re.IGNORECASE)


@rule(
    "no-private-matters",
    "A note tells no address, telephone number, mail address or family of a person.",
    "Only what the act or the list itself prints about a person belongs here, and not in a note.",
)
def no_private_matters(context: Context) -> Iterator[Finding]:
    """Look for how such things are written, in what contributors wrote."""
    for table, row, column, what in find_prose(context, _find):
        hint = "remove it; say only what the source says of the act"
        yield Finding(table, row, column, f"it tells {what}", hint)


def _find(value: str) -> str:
    for pattern, what in (
        (_MAIL, "a mail address"),
        (_PHONE, "a telephone number"),
        (_ADDRESS, "where somebody lives"),
        (_FAMILY, "who somebody's family is"),
        (_NUMBER, "the number of a passport"),
    ):
        if pattern.search(value):
            return what
    return ""
