"""Rules about the act on which a row rests."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from sanctions_data.tables.act_days import first_days_of_rows
from sanctions_data.validation.engine.arrow import MISSING
from sanctions_data.validation.engine.columns import Cells, CodedRows, rows_of
from sanctions_data.validation.engine.context import Context, Finding, rule
from sanctions_data.validation.rules.days.known_until import data_day, known_until

_KNOWN_CHARACTERS = {"month": 7, "year": 4}
# The day of these is the editor's, not the world's: they may be younger than the data.
_OUR_OWN_DAYS = {"match_decisions": "decided_on", "corrections": "corrected_on"}
_PAST = (
    ("instruments", "adopted_on"),
    ("listings", "listed_on"),
    ("events", "occurred_on"),
    ("statements", "stated_on"),
)
_PAST_OF_MEASURES = ("announced_on", "notice_given_on")


def _list_rows_with_act(context: Context) -> Iterator[tuple[str, CodedRows, Cells]]:
    """Tables with an ``instrument_id``, and whose measure, rule or programme each row is."""
    for table, rows in context.measures():
        yield table, rows, rows["authority_id"]
    programmes = context.rows("programmes")
    yield "programmes", programmes, programmes["authority_id"]
    rules = context.rows("programme_measures")
    yield "programme_measures", rules, context.look_up(rules["list_id"], "lists", "authority_id")


@rule(
    "instrument-of-authority",
    "The act is one of the authority, of its state, or of an organisation of states.",
    "A measure of one state cannot rest on an act of another.",
)
def instrument_of_authority(context: Context) -> Iterator[Finding]:
    """An agency may use an act of its state, and a member one of its union or of the UN."""
    for table, rows, imposer in _list_rows_with_act(context):
        adopter = context.look_up(rows["instrument_id"], "instruments", "authority_id")
        both_known = context.refers(adopter, "authorities") & context.refers(imposer, "authorities")
        states = [context.look_up(each, "authorities", "country") for each in (adopter, imposer)]
        kind = context.look_up(adopter, "authorities", "kind")
        may = adopter.equals(imposer) | states[0].equals(states[1])
        may |= kind.isin("international", "supranational")
        for row in rows_of(both_known & ~may):
            yield Finding(
                table,
                row,
                "instrument_id",
                f"this act was adopted by {adopter.text(row)}, the row is about "
                f"{imposer.text(row)}",
                "cite the act of that authority, or fix the authority",
            )


@rule(
    "not-before-act",
    "Nothing is in force under an act before the act, or the oldest that it took over from.",
    "A date before that belongs to an older act that nobody names yet, or is a slip.",
)
def not_before_act(context: Context) -> Iterator[Finding]:
    """Compare as far as the date is exact: a month may begin before the act."""
    first_days = _find_first_days(context)
    for table, rows, _ in _list_rows_with_act(context):
        act = rows["instrument_id"]
        days = Cells.of([first_days.get(each) for each in act.values.to_pylist()])
        first_day = Cells(days.values, np.append(days.places, MISSING)[act.places])
        took_over = context.look_up(act, "instruments", "replaces")
        for date, precision in (
            ("start_date", "start_precision"),
            ("end_date", "end_precision"),
            ("from_date", ""),
        ):
            if date not in rows:
                continue
            day = context.days(table, date)
            for row in rows_of(day.before(first_day)):
                first = first_day.text(row)
                exact = rows[precision].text(row) if precision else "day"
                known = _KNOWN_CHARACTERS.get(exact)  # None is all of them.
                if day.text(row)[:known] == first[:known]:
                    continue
                chain = "the oldest act that it took over from" if took_over.filled[row] else "it"
                yield Finding(
                    table,
                    row,
                    date,
                    f"the act is {act.text(row)}, and {chain} is of {first} only",
                    "fix the date, or cite the act that was in force then; if the act took over "
                    "from an older one, name that in instruments.replaces",
                )


def _find_first_days(context: Context) -> dict[str, str]:
    """The first day on which anything can have been in force under each act."""
    acts = context.rows("instruments")
    columns = ("instrument_id", "replaces", "adopted_on", "in_force_on")
    # What is no day has an issue of its own, and the other day of the act may not be its first.
    known = np.ones(len(acts), dtype=bool)
    for date in ("adopted_on", "in_force_on"):
        known &= ~acts[date].filled | context.days("instruments", date).filled
    return first_days_of_rows(
        {column: acts[column].text(row) for column in columns} for row in rows_of(known)
    )


def _announced_listings(context: Context) -> Iterator[str]:
    """Listings of which a measure is or was announced: lists print the day on which it begins."""
    for _, rows in context.measures():
        for row in rows_of(rows["status"].isin("announced", "never_in_force")):
            yield rows["listing_id"].text(row)


@rule(
    "not-in-future",
    "What has happened is not dated after the day of the data.",
    "A day still to come is a slip, or a plan: then the status is announced.",
)
def not_in_future(context: Context) -> Iterator[Finding]:
    """The day of the data is that of the newest snapshot, and no source is of tomorrow.

    A contributor's row may be as young as its own source.
    """
    edited = [("sources", "published_on"), ("source_terms", "not_before"), *_OUR_OWN_DAYS.items()]
    past = list(_PAST)
    for table, rows in context.measures():
        past += [(table, column) for column in _PAST_OF_MEASURES if column in rows]
        edited.append((table, "first_seen"))  # The day of the edit, for a row of ours.
    planned = set(_announced_listings(context))
    for table, column in edited:
        for row in rows_of(context.days(table, column).after(context.today)):
            yield _to_come(table, row, column, f"today, {context.today}")
    last = data_day(context)
    for table, column in past:
        for row in rows_of(context.days(table, column).after(last)):
            if table == "listings" and context.rows(table)["listing_id"].text(row) in planned:
                continue
            if not _is_told(context, table, column, row):
                yield _to_come(table, row, column, f"the day of the data, {last}")


def _to_come(table: str, row: int, column: str, day: str) -> Finding:
    problem = f"this day is after {day}"
    hint = "fix the date; what is only planned is a measure with status announced"
    return Finding(table, row, column, problem, hint)


def _is_told(context: Context, table: str, column: str, row: int) -> bool:
    """Whether the row's own source is young enough to tell of the day."""
    return context.rows(table)[column].text(row) <= known_until(context, table, row)
