"""Rules about days that cannot be: a year long ago, a moment that no clock shows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from sanctions_data.validation.engine.columns import rows_of
from sanctions_data.validation.engine.context import Context, Finding, rule
from sanctions_data.validation.engine.definition import TABLES

_EARLIEST = {"instruments": "1700-01-01"}
_ANY_TABLE = "1900-01-01"
_LATEST = "2100-01-01"


@rule(
    "likely-year",
    "A date is of a year that can be meant.",
    "Year 24 or 2204 is a slip of the hand, and turns every question by day wrong.",
)
def likely_year(context: Context) -> Iterator[Finding]:
    """No measure here is older than 1900, no act older than 1700, and no end later than 2100."""
    for table, definition in TABLES.items():
        earliest = _EARLIEST.get(table, _ANY_TABLE)
        for column in (each.name for each in definition.columns if each.logical == "date"):
            cells = context.days(table, column)
            for row in rows_of(cells.before(earliest) | cells.after(_LATEST)):
                early = cells.text(row) < earliest
                told = f"before {earliest[:4]}" if early else f"after {_LATEST[:4]}"
                yield Finding(table, row, column, f"a year {told}", "compare it with the source")


@rule(
    "moment-exists",
    "The moment of a download exists, has passed, and is not before the day of publication.",
    "It says which state of the page the row rests on.",
)
def moment_exists(context: Context) -> Iterator[Finding]:
    """Look at the calendar and the clock."""
    rows = context.rows("sources")
    moments, published = rows["retrieved_at"], context.days("sources", "published_on")
    for row in rows_of(moments.filled):
        moment, day = moments.text(row), published.text(row)
        try:
            datetime.strptime(moment, "%Y-%m-%dT%H:%M:%SZ")
        except ValueError:
            told = "no such moment", "write YYYY-MM-DDThh:mm:ssZ, such as 2026-08-22T04:00:00Z"
        else:
            if moment[:10] > context.today:
                told = "this moment is still to come", "write when you read it"
            elif day > moment:
                told = f"published_on is later, {day}", "fix one of the two"
            else:
                continue
        yield Finding("sources", row, "retrieved_at", *told)


@rule(
    "effect-after-notice",
    "A notice is due to take effect on a day that exists, after it was given.",
    "An effect before its notice is a slip in one of the two.",
)
def effect_after_notice(context: Context) -> Iterator[Finding]:
    """Compare as far as the day of the effect is exact."""
    rows = context.rows("flight_restrictions")
    notices = context.days("flight_restrictions", "notice_given_on")
    for row in rows_of(rows["effect_due"].filled):
        due, given = rows["effect_due"].text(row), notices.text(row)
        if not _exists(due):
            told = "no day of the calendar", "write a day, a month or a year that exists"
        elif given and due < given[: len(due)]:
            told = f"notice was given on {given}", "fix one of the two"
        else:
            continue
        yield Finding("flight_restrictions", row, "effect_due", *told)


def _exists(partial: str) -> bool:
    try:
        date.fromisoformat(partial + "0000-01-01"[len(partial) :])
    except ValueError:
        return False
    return True
