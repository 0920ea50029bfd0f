"""Rules about days that must come one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sanctions_data.validation.engine.arrow import strings
from sanctions_data.validation.engine.columns import rows_of
from sanctions_data.validation.engine.context import Context, Finding, rule
from sanctions_data.validation.rules.contributed import are_ours, severity_of
from sanctions_data.validation.rules.days.known_until import data_day

_EXACT = {"month": 7, "year": 4}
# What is said of an event may be said as it draws near, but not years before.
_AHEAD = timedelta(days=366)


@rule(
    "not-after-act",
    "Nothing begins, or is in force, under an act that is over.",
    "What goes on rests on the act that replaced it.",
)
def not_after_act(context: Context) -> Iterator[Finding]:
    """Compare start and status with the end of the act."""
    today = data_day(context)
    for table, rows in context.measures():
        over = context.look_up(rows["instrument_id"], "instruments", "ended_on")
        start = context.days(table, "start_date")
        late = start.filled & over.filled & ~start.before(over)
        still = rows["status"].isin("in_force", "suspended") & over.filled & ~over.after(today)
        for column, broken in (("start_date", late), ("status", still & ~late)):
            for row in rows_of(broken):
                yield Finding(
                    table,
                    row,
                    column,
                    f"the act ended on {over.text(row)}",
                    "cite the act that was in force then, or end the measure",
                    severity_of(context, table, row),
                )


@rule(
    "announced-first",
    "A measure is announced before it begins, and known of when it has begun.",
    "A day after the start is another event, or a slip.",
)
def announced_first(context: Context) -> Iterator[Finding]:
    """Compare as far as the start is exact; ``first_seen`` bounds the start of what is in force."""
    for table, rows in context.measures():
        start = context.days(table, "start_date")
        announced = context.days(table, "announced_on")
        exact = rows["start_precision"]
        for row in rows_of(start.before(announced) & ~exact.isin("on_or_before")):
            known = _EXACT.get(exact.text(row))  # None is all of it.
            told = rows["announced_on"].text(row)
            if told[:known] > start.text(row)[:known]:
                problem = f"the measure began before it, on {start.text(row)}"
                hint = "write the day on which it was announced, or leave it empty"
                severity = severity_of(context, table, row)
                yield Finding(table, row, "announced_on", problem, hint, severity)
        begun = rows["status"].isin("in_force", "suspended") & exact.isin("day")
        # What was announced first could be seen before it began.
        for row in rows_of(begun & ~announced.filled & rows["first_seen"].before(start)):
            problem = f"the measure began after it, on {start.text(row)}"
            hint = "write the day on which it was first seen in force, or announced_on"
            yield Finding(table, row, "first_seen", problem, hint, severity_of(context, table, row))


@rule(
    "born-before",
    "A person is born before a measure on that person begins.",
    "Otherwise the row is about another person, or one of the dates is a slip.",
)
def born_before(context: Context) -> Iterator[Finding]:
    """Compare the start with the earliest date of birth, as far as that is exact."""
    facts = context.rows("entity_attributes")
    born = facts["attribute"].isin("birth_date")
    for table, rows in context.measures():
        ours = are_ours(context, table) & rows["start_date"].filled
        people = set(rows["entity_id"].texts(ours))
        # A new date of birth may stand beside measures that were there before.
        entered = facts["entity_id"].texts(born & are_ours(context, "entity_attributes"))
        wanted = strings(people | set(entered))
        ids = facts["entity_id"]
        earliest: dict[str, str] = {}
        for row in rows_of(born & ids.select_rows(ids.known(wanted))):
            party, day = ids.text(row), facts["value"].text(row)
            earliest[party] = min(earliest.get(party, day), day)
        measured = rows["entity_id"]
        here = measured.select_rows(measured.known(strings(earliest))) & rows["start_date"].filled
        for row in rows_of(here):
            day, start = earliest[measured.text(row)], rows["start_date"].text(row)
            if start[:4].isdigit() and start[: len(day)] < day:
                hint = "fix one of the two, or the party"
                yield Finding(table, row, "start_date", f"the person was born on {day}", hint)


@rule(
    "told-in-time",
    "A statement is made about its event, and before its source reports it.",
    "A day long before the event, or after the report, is a slip.",
)
def told_in_time(context: Context) -> Iterator[Finding]:
    """Compare with the event of the claim, and with the day of the source."""
    statements = context.rows("statements")
    event = context.look_up(statements["claim_id"], "claims", "event_id")
    happened = context.look_up(event, "events", "occurred_on")
    for row in rows_of(happened.filled):
        stated_on, occurred_on = statements["stated_on"].text(row), happened.text(row)
        day, of_event = _day(stated_on), _day(occurred_on)
        if day and of_event and of_event - day > _AHEAD:
            problem = f"the event of its claim was on {occurred_on}"
            hint = "fix the day, or name the claim that was spoken of"
            yield Finding("statements", row, "stated_on", problem, hint)
    for table, column in (("statements", "stated_on"), ("events", "occurred_on")):
        rows, days = context.rows(table), context.days(table, column)
        published = context.look_up(rows["source_id"], "sources", "published_on")
        for row in rows_of(published.before(days)):
            if _day(published.text(row)) is None:
                continue
            problem = f"its source was published before, on {published.text(row)}"
            yield Finding(
                table, row, column, problem, "fix the day, or cite the source that tells it"
            )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
