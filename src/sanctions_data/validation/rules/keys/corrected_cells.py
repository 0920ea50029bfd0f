"""The rule about what a correction says of the cell that it corrects."""

from __future__ import annotations

from collections.abc import Iterator

from sanctions_data.validation.engine.cell_messages import describe_issue
from sanctions_data.validation.engine.cells import find_broken_value
from sanctions_data.validation.engine.context import Context, Finding, rule
from sanctions_data.validation.engine.definition import TABLES
from sanctions_data.validation.rules.contributed import are_ours

_KEPT = ("note",)


@rule(
    "correction-is-sound",
    "A correction is of an imported cell, says what the list says there, and puts a valid value "
    "in its place.",
    "It is put on again after every import, where nobody looks at it any more.",
)
def correction_is_sound(context: Context) -> Iterator[Finding]:
    """Compare with the cell: it holds the list's value, or already the corrected one."""
    rows = context.rows("corrections")
    for number in range(len(rows)):
        cells = {name: rows[name].text(number) for name in TABLES["corrections"].header}
        table = TABLES.get(cells["table"])
        if table is None or len(table.key) != 1 or cells["column"] not in table.header:
            continue  # Another rule tells of it.
        if not context.is_read(table.name):
            continue
        place = _find_row(context, table.name, cells["row_key"])
        if place is None:
            continue
        for column, problem, hint in _find_problems(context, cells, place):
            yield Finding("corrections", number, column, problem, hint)


def _find_row(context: Context, table: str, key: str) -> int | None:
    keys = context.once(("rows by key", table), lambda: _rows_by_key(context, table))
    return keys.get(key)


def _rows_by_key(context: Context, table: str) -> dict[str, int]:
    wanted = set(context.rows("corrections")["row_key"].values.to_pylist())
    cells = context.rows(table)[TABLES[table].key[0]]
    places = {place: text for place, text in enumerate(cells.values.to_pylist()) if text in wanted}
    return {
        places[place]: row for row, place in enumerate(cells.places.tolist()) if place in places
    }


def _find_problems(
    context: Context, cells: dict[str, str], place: int
) -> Iterator[tuple[str, str, str]]:
    name, column = cells["table"], cells["column"]
    table = TABLES[name]
    now = context.rows(name)[column].text(place)
    imported, corrected = cells["imported_value"], cells["corrected_value"]
    if are_ours(context, name)[place]:
        yield "row_key", "a contributor wrote this row", "edit the row itself"
        return
    if column in table.key:
        yield "column", "this is the key of the row", "correct another column; a key never changes"
    elif column in _KEPT:
        yield "column", "no list writes this column", "write it in the row itself"
    if imported == corrected:
        yield "corrected_value", "the list says the same", "remove the correction"
    elif now not in (imported, corrected):
        shown = now or "nothing"
        problem = f"the cell says {shown}"
        yield "imported_value", problem, "write what stands there now, before the correction"
    defined = table.column(column)
    if broken := find_broken_value(defined, corrected, context):
        yield "corrected_value", *describe_issue(defined, broken, table, corrected)
