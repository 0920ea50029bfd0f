"""Rules about the dates of a measure: among each other and against its status."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from sanctions_data.validation.context import Context, Finding, rule

_ORDERED = (
    ("start_date", "end_date"),
    ("announced_on", "end_date"),
    ("adopted_on", "ended_on"),
    ("listed_on", "delisted_on"),
    ("from_date", "to_date"),
)
_PRECISIONS = (
    ("start_date", "start_precision"),
    ("end_date", "end_precision"),
    ("listed_on", "listed_precision"),
    ("delisted_on", "delisted_precision"),
    ("occurred_on", "date_precision"),
    ("stated_on", "date_precision"),
)
_DATED_TABLES = ("instruments", "programme_measures", "listings", "events", "statements")


def _dated(context: Context) -> Iterator[tuple[str, pd.DataFrame]]:
    yield from ((t, context.frame(t)) for t in _DATED_TABLES if context.is_read(t))
    yield from context.measures()


@rule(
    "dates-in-order",
    "An end comes after its beginning.",
    "Intervals are half-open: the end is the first day on which the measure is no longer in force.",
)
def dates_in_order(context: Context) -> Iterator[Finding]:
    """Compare the pairs of dates as text: ISO dates sort as days do."""
    for table, frame in _dated(context):
        told: set[tuple[int, str]] = set()
        for first, last in _ORDERED:
            if first not in frame or last not in frame:
                continue
            both = frame[frame[first].notna() & frame[last].notna()]
            for row in both.index[both[last] <= both[first]]:
                if (row, last) in told:
                    continue  # One fault an end, however many dates it comes before.
                told.add((row, last))
                began = context.cell(table, row, first)
                same = context.cell(table, row, last) == began
                yield Finding(
                    table,
                    row,
                    last,
                    f"{'the same day as' if same else 'before'} {first} {began}",
                    "write a date after it or leave it empty",
                )


@rule(
    "precision-fits-date",
    "A date has a precision, and a precision other than `unknown` has a date.",
    "A reader must know whether a date is exact, a bound, or simply not known.",
)
def precision_fits_date(context: Context) -> Iterator[Finding]:
    """Neither without the other, except that an unknown date is an empty cell."""
    for table, frame in _dated(context):
        for day, precision in _PRECISIONS:
            if day not in frame or precision not in frame:
                continue
            has_day, exact = frame[day].notna(), frame[precision]
            for row in frame.index[has_day & (exact.isna() | (exact == "unknown"))]:
                yield Finding(
                    table,
                    row,
                    precision,
                    f"{day} is {context.cell(table, row, day)}",
                    "write how exact the date is: day, month, year or on_or_before",
                )
            for row in frame.index[~has_day & exact.notna() & (exact != "unknown")]:
                yield Finding(
                    table,
                    row,
                    day,
                    f"{precision} is {context.cell(table, row, precision)}",
                    f"write the date, or {precision} unknown, or leave both empty",
                )


def data_day(context: Context, today: str = "9999-12-31") -> str:
    """The newest day that the sources know of, and not after today: the day of the data."""
    days = context.frame("sources")["published_on"].dropna()
    days = days[days <= today]
    return str(days.max()) if len(days) else today


@rule(
    "status-fits-dates",
    "The status agrees with the dates on the day of the data.",
    "Who filters by status and who filters by date must get the same rows.",
)
def status_fits_dates(context: Context) -> Iterator[Finding]:
    """Each status has its own demands on start and end."""
    today = data_day(context)
    for table, frame in context.measures():
        status, start, end = frame["status"], frame["start_date"], frame["end_date"]
        begun = frame["start_precision"].notna()
        ends = frame["end_precision"].notna()
        over = end.notna() & (end <= today)
        faults = (
            (
                status.isin(["in_force", "suspended"]) & (over | (ends & end.isna())),
                "status",
                "but the measure has ended by its end_date",
                "write ended, or mend end_date",
            ),
            (
                (status == "ended") & ~ends,
                "end_precision",
                "status is ended",
                "write end_date and its precision; unknown if the day is not known",
            ),
            (
                (status == "ended") & end.notna() & (end > today),
                "end_date",
                f"status is ended, but this day is after the day of the data, {today}",
                "write status in_force until then, or mend end_date",
            ),
            (
                status.isin(["in_force", "ended", "suspended"]) & ~begun,
                "start_precision",
                "the measure has begun by its status",
                "write start_date and its precision; unknown if the day is not known",
            ),
            (
                (status == "in_force") & start.notna() & (start > today),
                "status",
                f"but start_date is after the day of the data, {today}",
                "write announced",
            ),
            (
                status.isin(["announced", "never_in_force"]) & begun & ~(start > today),
                "start_date",
                "by its status the measure has not begun",
                "leave start_date and start_precision empty, or mend status",
            ),
            (
                (status == "announced") & frame["announced_on"].isna(),
                "announced_on",
                "status is announced",
                "write the day of the announcement",
            ),
        )
        for broken, column, problem, remedy in faults:
            for row in frame.index[broken.fillna(False)]:
                yield Finding(table, row, column, problem, remedy)
