"""Rules about what it rests on that a flight restriction is still in force."""

from __future__ import annotations

from collections.abc import Iterator

from sanctions_data.validation.engine.columns import rows_of
from sanctions_data.validation.engine.context import Context, Finding, rule
from sanctions_data.validation.issues import Severity

_TABLE = "flight_restrictions"
# How a note says that something stayed open: "not seen lifted", "whether it ended was not checked".
_DOUBT = r"(?i)\b(?:not|none was) (?:seen|checked|known|read|found)\b"


@rule(
    "in-force-has-ground",
    "A curated flight restriction in force without an end rests on an act in force, on a later "
    "confirmation or on a doubt that its note states.",
    "Nobody tells us when a ban is lifted; a reader must see how sure it is that one still holds.",
    Severity.warning,
)
def in_force_has_ground(context: Context) -> Iterator[Finding]:
    """Look for the act, for ``last_confirmed`` and for what the note says was not seen."""
    rows = context.rows(_TABLE)
    ended = context.look_up(rows["instrument_id"], "instruments", "ended_on").filled
    act = rows["instrument_id"].filled & ~ended
    doubt = rows["note"].select_rows(rows["note"].matches(_DOUBT))
    is_open = rows["status"].isin("in_force") & ~rows["end_date"].filled
    curated = ~rows["listing_id"].filled & rows["basis"].isin("stated")
    for row in rows_of(is_open & curated & ~(act | rows["last_confirmed"].filled | doubt)):
        yield Finding(
            _TABLE,
            row,
            "last_confirmed",
            "it is in force without an end, and neither an act that is still in force nor a "
            "later confirmation says so",
            "write the latest day on which a source says that it is in force, and the source in "
            "confirmed_by; or say in the note that no end was seen, as in: Not seen lifted.",
        )


@rule(
    "confirmation-fits",
    "A confirmation has a day and a source, and lies in the time in which the measure is in force.",
    "Who doubts it must be able to look it up, and what had not begun cannot be confirmed.",
)
def confirmation_fits(context: Context) -> Iterator[Finding]:
    """``last_confirmed`` and ``confirmed_by`` go together, after the start and before the end."""
    rows = context.rows(_TABLE)
    day, source = rows["last_confirmed"], rows["confirmed_by"]
    for row in rows_of(day.filled & ~source.filled):
        yield Finding(
            _TABLE, row, "confirmed_by", "last_confirmed has a day", "name the source that says so"
        )
    for row in rows_of(source.filled & ~day.filled):
        yield Finding(
            _TABLE,
            row,
            "last_confirmed",
            "confirmed_by names a source",
            "write the day on which it says so, or empty both",
        )
    # Of a cell that is no day another rule tells.
    day, start, end = (
        context.days(_TABLE, c) for c in ("last_confirmed", "start_date", "end_date")
    )
    outside = {
        "start_date": day.before(start) & start.filled,
        "end_date": ~day.before(end) & end.filled,
    }
    for column, is_outside in outside.items():
        for row in rows_of(day.filled & is_outside):
            where = "before the start" if column == "start_date" else "not before the end"
            yield Finding(
                _TABLE,
                row,
                "last_confirmed",
                f"this is {where}, {rows[column].text(row)}",
                "fix one of the two days",
            )
