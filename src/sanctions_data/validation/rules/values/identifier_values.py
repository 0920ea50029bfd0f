"""Rules about the form of the identifiers that contributors write."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from sanctions_data.identifiers.match_key import CRYPTO
from sanctions_data.schema.allowed import allowed
from sanctions_data.validation.engine.arrow import Mask
from sanctions_data.validation.engine.columns import rows_of
from sanctions_data.validation.engine.context import Context, Finding, rule
from sanctions_data.validation.issues import Severity
from sanctions_data.validation.rules.contributed import are_ours

_TABLE = "entity_identifiers"
# What a spreadsheet makes of codes such as MAR-08 and of numbers with zeros in front.
_MANGLED = re.compile(
    r"\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|'\d.*"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-\d{2}",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"[;|]|\s(?:and|or|/)\s|\n")
_A_NUMBER = re.compile(r"[^\W0_]")
_ENOUGH, _SELDOM = 20, 0.02


@rule(
    "identifier-form",
    "An identifier that a contributor writes has the form of its type, and a cell holds one.",
    "An identifier finds a party only where both sides write it in the same way.",
)
def identifier_form(context: Context) -> Iterator[Finding]:
    """Compare with the form of the type; what a list prints stays as it is printed."""
    rows = context.rows(_TABLE)
    for row in rows_of(are_ours(context, _TABLE) & rows["value"].filled):
        code, value = rows["identifier_type"].text(row), rows["value"].text(row)
        if code != CRYPTO and (currency := rows["currency"].text(row)):
            problem = f"{currency!r} beside a {code}, but only a crypto address has a currency"
            yield Finding(_TABLE, row, "currency", problem, "leave it empty")
        what = allowed("identifiers").get(code)
        if what is None:
            continue
        if _MANGLED.fullmatch(value):
            yield Finding(_TABLE, row, "value", "a spreadsheet changed it", "copy it anew")
        elif _SEVERAL.search(value):
            problem, hint = "the cell holds more than one", "write a row for each"
            yield Finding(_TABLE, row, "value", problem, hint)
        elif not _A_NUMBER.search(value):
            yield Finding(_TABLE, row, "value", "nothing but zeros", "leave the row out")
        elif not _form(code).fullmatch(value):
            problem = f"not of the form of {code}{_name_strange(value)}"
            yield Finding(_TABLE, row, "value", problem, f"write it like {what.like}")


@cache
def _form(code: str) -> re.Pattern[str]:
    return re.compile(allowed("identifiers")[code].form)


def _name_strange(value: str) -> str:
    strange = next((letter for letter in value if not letter.isascii()), "")
    return f": it holds {strange} (U+{ord(strange):04X})" if strange else ""


@rule(
    "identifier-habit",
    "A number has as many signs as others of its type and country.",
    "A digit too many or too few, or another country's number, finds nobody.",
    Severity.warning,
)
def identifier_habit(context: Context) -> Iterator[Finding]:
    """Compare the shape with those of printed numbers, where there are enough of them."""
    rows = context.rows(_TABLE)
    types, countries = rows["identifier_type"], rows["country"]
    ours = are_ours(context, _TABLE) & types.isin(*_NUMBERS) & countries.filled
    for row in rows_of(ours):
        code, country, value = (each.text(row) for each in (types, countries, rows["value"]))
        here: Mask = types.isin(code) & countries.isin(country) & ~are_ours(context, _TABLE)
        shapes = Counter(len(re.sub(r"\W", "", each)) for each in rows["value"].texts(here))
        size = len(re.sub(r"\W", "", value))
        if shapes.total() >= _ENOUGH and shapes[size] < _SELDOM * shapes.total():
            usual = shapes.most_common(1)[0][0]
            yield Finding(
                _TABLE,
                row,
                "value",
                f"{size} signs, where most numbers of this type from {country} have {usual}",
                "compare number, type and country with the source",
            )


_NUMBERS = ("tax_id", "registration_number", "national_id", "passport")
