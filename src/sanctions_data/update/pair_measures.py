"""Which known row each measure of an entry is.

The kind and the programme decide. Where one of the two knows less of the programme than the
other they are one measure all the same: to learn a programme ends nothing, nor does a file
that prints it no more. Nor does another name for the programme, under the same act.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from sanctions_data.tables.store import Row
from sanctions_data.update.terms.imposed import UNCLASSIFIED, Imposed, Reading

Key = tuple[str, str]
Pair = tuple[Imposed, Row | None]
"""A measure, and the row that it is; None if it is new."""

OPEN = ("in_force", "announced", "suspended")
"""The statuses of a measure that goes on."""


def key_of(row: Row) -> Key:
    """What tells the measures of a listing apart, as ``Imposed.key`` does."""
    is_open = row["measure_type"] == UNCLASSIFIED
    return row["measure_type"], row["printed_term"] if is_open else row["programme_id"]


def pair(
    known: Mapping[Key, Row], reading: Reading, refined: Collection[str], day: date
) -> tuple[list[Pair], list[Row]]:
    """Find the row of each measure.

    Args:
        known: the latest row of each kind and programme.
        reading: what the entry imposes.
        refined: programmes that only a hint names.
        day: the day of the snapshot.

    Returns:
        The pairs, and the rows that go on and are none of what the entry imposes.
    """
    rows = dict(known)
    pairs: list[Pair] = []
    waiting = []
    for measure in reading.imposed:
        row = rows.get(measure.key)
        if row is not None and (row["status"] in OPEN or measure.end):
            pairs.append((measure, rows.pop(measure.key)))
        else:
            waiting.append(measure)
    goes_on = [row for m, row in pairs if row is not None and not (m.end and m.end <= day)]
    covered: list[Row] = []
    for measure in waiting:
        alike = _alike(rows, measure)
        less = [row for row in alike if _is_less(row, measure, reading)]
        less += [row for row in alike if _has_same_act(row, measure)]
        same_kind = [row for row in goes_on if row["measure_type"] == measure.measure_type]
        more = [row for row in (*alike, *same_kind) if _is_more(row, measure, refined)]
        if less:
            pairs.append((measure, rows.pop(key_of(less[0]))))
        elif more:
            covered += more
        else:
            pairs.append((measure, rows.pop(measure.key, None)))
    for row in covered:
        rows.pop(key_of(row), None)
    return pairs, [row for _, row in sorted(rows.items()) if row["status"] in OPEN]


def _alike(rows: Mapping[Key, Row], measure: Imposed) -> list[Row]:
    """The rows of the same kind that go on, in order."""
    if measure.measure_type == UNCLASSIFIED:
        return []
    return [
        row
        for _, row in sorted(rows.items())
        if row["measure_type"] == measure.measure_type and row["status"] in OPEN
    ]


def _is_less(row: Row, measure: Imposed, reading: Reading) -> bool:
    """Whether a row is the measure, of which less was known."""
    programme = row["programme_id"]
    if not programme:
        return bool(measure.programme_id)
    return programme in reading.general and measure.programme_id not in reading.general


def _has_same_act(row: Row, measure: Imposed) -> bool:
    """Whether a row is the measure, as its programme is called otherwise now: the act is one."""
    return bool(measure.instrument_id) and row["instrument_id"] == measure.instrument_id


def _is_more(row: Row, measure: Imposed, refined: Collection[str]) -> bool:
    """Whether a row is the measure, and more is known of it than is printed now."""
    programme = row["programme_id"]
    if not measure.programme_id:
        return bool(programme)
    return programme in refined and measure.programme_id not in refined
