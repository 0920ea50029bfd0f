"""Rules about the dates of a measure: among each other and against its status."""

from __future__ import annotations

from collections.abc import Iterator

from sanctions_data.validation.engine.arrow import Mask
from sanctions_data.validation.engine.columns import CodedRows, rows_of
from sanctions_data.validation.engine.context import Context, Finding, rule
from sanctions_data.validation.issues import Severity
from sanctions_data.validation.rules.days.known_until import data_day, known_until

ORDERED = (
    ("start_date", "end_date"),
    ("announced_on", "end_date"),
    ("adopted_on", "ended_on"),
    ("listed_on", "delisted_on"),
    ("from_date", "to_date"),
)
PRECISIONS = (
    ("start_date", "start_precision"),
    ("end_date", "end_precision"),
    ("listed_on", "listed_precision"),
    ("delisted_on", "delisted_precision"),
    ("occurred_on", "date_precision"),
    ("stated_on", "date_precision"),
)
DATED_TABLES = ("instruments", "programme_measures", "listings", "events", "statements")


def _list_dated(context: Context) -> Iterator[tuple[str, CodedRows]]:
    yield from ((t, context.rows(t)) for t in DATED_TABLES if context.is_read(t))
    yield from context.measures()


@rule(
    "dates-in-order",
    "An end comes after its beginning.",
    "Intervals are half-open: the end is the first day on which the measure is no longer in force.",
)
def dates_in_order(context: Context) -> Iterator[Finding]:
    """Compare the pairs of dates as text: ISO dates sort as days do."""
    for table, rows in _list_dated(context):
        told: set[tuple[int, str]] = set()
        for first, last in ORDERED:
            if last not in rows:
                continue
            begins, ends = context.days(table, first), context.days(table, last)
            for row in rows_of(begins.filled & ends.filled & ~begins.before(ends)):
                if (row, last) in told:
                    continue  # One issue an end, however many dates it comes before.
                began = begins.text(row)
                same = ends.text(row) == began
                if same and _is_bound(rows, last, row):
                    continue  # Listed and gone within a day: it was over by then, if not before.
                told.add((row, last))
                yield Finding(
                    table,
                    row,
                    last,
                    f"{'the same day as' if same else 'before'} {first} {began}",
                    "write a date after it or leave it empty",
                )


@rule(
    "adopted-first",
    "An act is adopted before it is in force.",
    "Few acts reach back: mostly the two days were exchanged, or one is of another act.",
    Severity.warning,
)
def adopted_first(context: Context) -> Iterator[Finding]:
    """Compare the two days of acts."""
    adopted = context.days("instruments", "adopted_on")
    begins = context.days("instruments", "in_force_on")
    for row in rows_of(begins.before(adopted)):
        problem = f"it was adopted later, on {adopted.text(row)}"
        hint = "compare both days with the act; if it reaches back, say so in its note"
        yield Finding("instruments", row, "in_force_on", problem, hint)


def _is_bound(rows: CodedRows, column: str, row: int) -> bool:
    precision = dict(PRECISIONS).get(column, "")
    return precision in rows and rows[precision].text(row) == "on_or_before"


@rule(
    "precision-fits-date",
    "A date has a precision, and a precision other than `unknown` has a date.",
    "A reader must know whether a date is exact, a bound, or simply not known.",
)
def precision_fits_date(context: Context) -> Iterator[Finding]:
    """Neither without the other, except that an unknown date is an empty cell.

    A month and a year stand as their first day.
    """
    for table, rows in _list_dated(context):
        for day, precision in PRECISIONS:
            if day not in rows or precision not in rows:
                continue
            has_day, exact = rows[day].filled, rows[precision]
            is_known = exact.filled & ~exact.isin("unknown")
            yield from _find_other_days(context, table, day, precision)
            for row in rows_of(has_day & ~is_known):
                yield Finding(
                    table,
                    row,
                    precision,
                    f"{day} is {rows[day].text(row)}",
                    "write how exact the date is: day, month, year or on_or_before",
                )
            for row in rows_of(~has_day & is_known):
                yield Finding(
                    table,
                    row,
                    day,
                    f"{precision} is {exact.text(row)}",
                    f"write the date, or {precision} unknown, or leave both empty",
                )


def _find_other_days(context: Context, table: str, day: str, precision: str) -> Iterator[Finding]:
    """A month or a year is written as its first day: any other day says more than is known."""
    rows = context.rows(table)
    for code, ending in (("month", "-01"), ("year", "-01-01")):
        days = context.days(table, day)
        first = days.select_rows(days.matches(f"{ending}$"))
        for row in rows_of(rows[precision].isin(code) & days.filled & ~first):
            written = rows[day].text(row)[: 10 - len(ending)] + ending
            yield Finding(
                table,
                row,
                day,
                f"{precision} is {code}, of which this is not the first day",
                f"write {written}, or the precision day if the day is known",
            )


@rule(
    "status-fits-dates",
    "The status agrees with the dates on the day of the data.",
    "Who filters by status and who filters by date must get the same rows.",
)
def status_fits_dates(context: Context) -> Iterator[Finding]:
    """Each status has its own demands on start and end."""
    today = data_day(context)
    for table, rows in context.measures():
        status = rows["status"]
        start, end = context.days(table, "start_date"), context.days(table, "end_date")
        begun, ends = rows["start_precision"].filled, rows["end_precision"].filled
        ends_later, begins_later = end.after(today), start.after(today)
        # A contributor's row may tell of later days than the lists, if its source does.
        ends_too_late = _find_unknown(context, table, "end_date", ends_later)
        begins_too_late = _find_unknown(context, table, "start_date", begins_later)
        over = end.filled & ~ends_later
        ended = status.isin("ended")
        issues = (
            (
                status.isin("in_force") & (over | (ends & ~rows["end_date"].filled)),
                "status",
                "but the measure has ended by its end_date",
                "write ended, or fix end_date",
            ),
            (
                ended & ~ends,
                "end_precision",
                "status is ended",
                "write end_date and its precision; unknown if the day is not known",
            ),
            (
                ended & ends_too_late,
                "end_date",
                f"status is ended, but this day is after {_name_day(today)}",
                "write status in_force until then, or fix end_date",
            ),
            (
                status.isin("suspended") & ends_too_late,
                "end_date",
                f"status is suspended, but this day is after {_name_day(today)}",
                "write status in_force until then, or the first day on which it is suspended",
            ),
            (
                status.isin("in_force", "ended", "suspended") & ~begun,
                "start_precision",
                "the measure has begun by its status",
                "write start_date and its precision; unknown if the day is not known",
            ),
            (
                status.isin("in_force", "ended", "suspended") & begins_too_late,
                "status",
                f"but start_date is after {_name_day(today)}",
                "write announced",
            ),
            (
                status.isin("announced", "never_in_force") & begun & ~begins_later,
                "start_date",
                "by its status the measure has not begun",
                "leave start_date and start_precision empty, or fix status",
            ),
            (
                status.isin("announced") & ~rows["announced_on"].filled,
                "announced_on",
                "status is announced",
                "write the day of the announcement",
            ),
        )
        for broken, column, problem, hint in issues:
            for row in rows_of(broken):
                yield Finding(table, row, column, problem, hint)


def _find_unknown(context: Context, table: str, column: str, later: Mask) -> Mask:
    """Of the rows with a later day than the data those whose own source is older, too."""
    found = later.copy()
    for row in rows_of(later):
        day = context.rows(table)[column].text(row)
        found[row] = day > known_until(context, table, row)
    return found


def _name_day(day: str) -> str:
    return f"the day of the data, {day}, and its own source is no newer"
