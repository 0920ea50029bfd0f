"""The rule that a code of a country is in use, or was at the time."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from sanctions_data.schema.allowed import allowed
from sanctions_data.schema.country_codes import codes_in_use, former_codes, hint_for
from sanctions_data.validation.engine.arrow import MISSING, Mask, strings
from sanctions_data.validation.engine.columns import Cells, rows_of
from sanctions_data.validation.engine.context import Context, Finding, rule
from sanctions_data.validation.rules.contributed import severity_of


@rule(
    "country-in-use",
    "A code of a country is one of ISO 3166-1, in use at that time.",
    "UK, EL, EU and XX look like codes, and no other data has them.",
)
def country_in_use(context: Context) -> Iterator[Finding]:
    """A former state may stand where the past is meant: a birth, an old flag or paper."""
    for table, column in (("entities", "country"), ("authorities", "country")):
        yield from _find_unknown(context, table, column, context.rows(table)[column], None)
    numbers = context.rows("entity_identifiers")["country"]
    yield from _find_unknown(context, "entity_identifiers", "country", numbers, "")
    yield from _check_statements(context)
    yield from _check_attributes(context)


def _check_statements(context: Context) -> Iterator[Finding]:
    rows = context.rows("statements")
    codes = rows["on_behalf_of"]
    yield from _find_unknown(context, "statements", "on_behalf_of", codes, "")
    for code, until in former_codes().items():
        for row in rows_of(codes.isin(code) & ~rows["stated_on"].before(until)):
            yield _tell(context, "statements", row, "on_behalf_of", code)


def _check_attributes(context: Context) -> Iterator[Finding]:
    rows = context.rows("entity_attributes")
    for attribute, what in allowed("attributes").items():
        if not what.value.startswith("country"):
            continue
        codes = rows["value"].only(rows["attribute"].isin(attribute))
        former = "" if "former" in what.value else None
        yield from _find_unknown(context, "entity_attributes", "value", codes, former)
        if attribute == "birth_country":
            yield from _find_born_later(context, codes)


def _find_born_later(context: Context, codes: Cells) -> Iterator[Finding]:
    """People born in a state that was no more."""
    rows = context.rows("entity_attributes")
    former = codes.select_rows(codes.known(strings(former_codes())))
    if not former.any():
        return
    born = rows["attribute"].isin("birth_date")
    dates = {
        rows["entity_id"].text(row): rows["value"].text(row)
        for row in rows_of(born & rows["entity_id"].isin(*rows["entity_id"].texts(former)))
    }
    for row in rows_of(former):
        code = codes.text(row)
        if dates.get(rows["entity_id"].text(row), "") > former_codes()[code]:
            yield _tell(context, "entity_attributes", row, "value", code)


def _find_unknown(
    context: Context, table: str, column: str, codes: Cells, former: str | None
) -> Iterator[Finding]:
    """Cells with no code; ``former`` is None where a former state has no place."""
    known = codes_in_use() if former is None else codes_in_use() | set(former_codes())
    unknown: Mask = ~codes.known(strings(known)) & codes.used
    if unknown.any():
        places = np.flatnonzero(unknown)
        for row in rows_of(np.isin(codes.places, places) & (codes.places != MISSING)):
            yield _tell(context, table, row, column, codes.text(row))


def _tell(context: Context, table: str, row: int, column: str, code: str) -> Finding:
    until = former_codes().get(code)
    problem = f"this state was no more after {until}" if until else "no country has this code"
    severity = severity_of(context, table, row)
    return Finding(table, row, column, problem, hint_for(code), severity)
