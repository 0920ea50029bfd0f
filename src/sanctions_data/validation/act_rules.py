"""Rules about the act on which a row rests."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pandas as pd

from sanctions_data.validation.context import Context, Finding, rule
from sanctions_data.validation.date_rules import data_day

_DAY = r"\d{4}-\d{2}-\d{2}"
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


def _acts(context: Context) -> Iterator[tuple[str, pd.DataFrame, pd.Series[str]]]:
    """Tables with an ``instrument_id``, and whose measure, rule or programme each row is."""
    for table, frame in context.measures():
        yield table, frame, frame["authority_id"]
    programmes = context.frame("programmes")
    yield "programmes", programmes, programmes["authority_id"]
    rules = context.frame("programme_measures")
    lists = context.column_of("lists", "authority_id")
    yield "programme_measures", rules, rules["list_id"].map(lists)


@rule(
    "instrument-of-authority",
    "The act is one of the authority, of its state, or of an organisation of states.",
    "A measure of one state cannot rest on an act of another.",
)
def instrument_of_authority(context: Context) -> Iterator[Finding]:
    """An agency may use an act of its state, and a member one of its union or of the UN."""
    owner = context.column_of("instruments", "authority_id")
    kind = context.column_of("authorities", "kind")
    country = context.column_of("authorities", "country")
    for table, frame, authority in _acts(context):
        of_act = frame["instrument_id"].map(owner)
        other = frame[of_act.notna() & authority.notna() & (of_act != authority)]
        for row in other.index:
            adopter, imposer = of_act[row], authority[row]
            if adopter not in kind or imposer not in kind:
                continue
            same_state = pd.notna(country[adopter]) and country[adopter] == country[imposer]
            if same_state or kind[adopter] in ("international", "supranational"):
                continue
            yield Finding(
                table,
                row,
                "instrument_id",
                f"this act was adopted by {adopter}, the row is about {imposer}",
                "cite the act of that authority, or mend the authority",
            )


@rule(
    "not-before-act",
    "Nothing is in force under an act before the act was adopted.",
    "A date before the adoption belongs to an older act, or is a slip.",
)
def not_before_act(context: Context) -> Iterator[Finding]:
    """Compare as far as the date is exact: a month may begin before the act."""
    adopted = context.column_of("instruments", "adopted_on")
    in_force = context.column_of("instruments", "in_force_on")
    adopted = adopted[adopted.str.fullmatch(_DAY).fillna(False).astype(bool)]
    in_force = in_force.reindex(adopted.index)
    looks_back = (in_force.fillna("9999") < adopted).astype(bool)  # Some acts do.
    first = adopted.where(~looks_back, in_force)
    for table, frame, _ in _acts(context):
        act = frame["instrument_id"].map(first)
        for date, precision in (
            ("start_date", "start_precision"),
            ("end_date", "end_precision"),
            ("from_date", ""),
        ):
            if date not in frame:
                continue
            day = frame[date].fillna("9999").astype("object")
            for row in frame.index[day < act.astype("object").fillna("")]:
                exact = context.cell(table, row, precision) if precision else "day"
                known = _KNOWN_CHARACTERS.get(exact, 10)
                if context.cell(table, row, date)[:known] == str(act[row])[:known]:
                    continue
                yield Finding(
                    table,
                    row,
                    date,
                    f"the act was adopted on {act[row]} only",
                    "mend the date, or cite the act that was in force then",
                )


@rule(
    "not-in-future",
    "What has happened is not dated after the day of the data.",
    "A day still to come is a slip, or a plan: then the status is announced.",
)
def not_in_future(context: Context) -> Iterator[Finding]:
    """The day of the data is that of the newest source, and no source is of tomorrow."""
    today = datetime.now(UTC).date().isoformat()
    places = [
        ("sources", "published_on", today),
        *((t, c, today) for t, c in _OUR_OWN_DAYS.items()),
    ]
    last = data_day(context, today)
    places += [(table, column, last) for table, column in _PAST]
    for table, frame in context.measures():
        places += [(table, c, last) for c in _PAST_OF_MEASURES if c in frame]
        places.append((table, "first_seen", today))  # The day of the edit, for a row of ours.
    for table, column, day in places:
        frame = context.frame(table)
        for row in frame.index[(frame[column] > day).fillna(False).astype(bool)]:
            yield Finding(
                table,
                row,
                column,
                f"this day is after {'today' if day == today else 'the day of the data'}, {day}",
                "mend the date; what is only planned is a measure with status announced",
            )
