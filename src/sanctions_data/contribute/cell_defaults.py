"""What a cell holds by default: filled in or proposed, as it follows from other cells."""

from __future__ import annotations

from datetime import date

from slugify import slugify

from sanctions_data.contribute.workspace import Cells, Workspace
from sanctions_data.schema import MEASURE_TABLES, Table

_TODAY = ("first_seen", "corrected_on", "decided_on")
_BEGUN = ("in_force", "suspended", "ended")
_KEY_PARTS = {
    "programmes": ("authority_id", "name"),
    "instruments": ("authority_id", "number"),
    "sources": ("publisher", "published_on"),
    "entities": ("name",),
    "events": ("title", "occurred_on"),
    "claims": ("proposition",),
    "statements": ("speaker", "stated_on"),
}
_LONGEST_KEY = 80


def fill_certain_cells(table: Table, workspace: Workspace, today: date) -> Cells:
    """Cells that no one needs to be asked for: today, and the type where there is one only."""
    cells = {name: today.isoformat() for name in _TODAY if name in table.header}
    if table.name in MEASURE_TABLES:
        types = workspace.frame("measure_types")
        own = types.loc[types["table"] == table.name, "measure_type"]
        if len(own) == 1:
            cells["measure_type"] = str(own.iloc[0])
    return cells


def is_asked(column: str, cells: Cells) -> bool:
    """Whether a question makes sense after what was answered."""
    status = cells.get("status")
    match column:
        case "rule_id":
            return cells.get("basis") == "derived"
        case "start_precision":
            return "start_date" in cells or status in _BEGUN
        case "end_precision":
            return "end_date" in cells or status == "ended"
        case "delisted_precision":
            return "delisted_on" in cells
    return True


def propose_cell(table: Table, column: str, cells: Cells, workspace: Workspace) -> str:
    """What stands in brackets behind a question; empty for no proposal.

    Example:
        >>> from sanctions_data.tables.location import data_folder
        >>> from sanctions_data.schema import TABLES
        >>> cells = {"name": "Example Trading Company"}
        >>> propose_cell(TABLES["entities"], "entity_id", cells, Workspace(data_folder()))
        'example-trading-company'
    """
    if (column,) == table.key:
        return _make_free(_propose_key(table, cells), table, workspace)
    if column in ("start_precision", "end_precision"):
        return "day" if column.replace("precision", "date") in cells else "unknown"
    if column == "basis":
        return "stated"
    if column == "list_id" and table.name.startswith("entity_"):
        return "curated"
    return ""


def _propose_key(table: Table, cells: Cells) -> str:
    if table.name in MEASURE_TABLES:
        return _propose_measure_key(cells)
    parts = [cells.get(name, "") for name in _KEY_PARTS.get(table.name, ())]
    return slugify(" ".join(filter(None, parts)), max_length=_LONGEST_KEY, word_boundary=True)


def _propose_measure_key(cells: Cells) -> str:
    kind = slugify(cells.get("restriction_kind", cells.get("measure_type", "")))
    if "listing_id" in cells:
        return f"{cells['listing_id']}-{kind}"
    day = cells.get("start_date", cells.get("announced_on", ""))
    parts = (cells.get("authority_id"), day, cells.get("entity_id"), kind)
    return "-".join(filter(None, parts))


def _make_free(key: str, table: Table, workspace: Workspace) -> str:
    """The key, or the key with a number, so that no row of the kind has it."""
    tables = MEASURE_TABLES if table.name in MEASURE_TABLES else (table.name,)
    taken = {each for name in tables for each in workspace.keys(name)}
    number, free = 2, key
    while free in taken:
        free, number = f"{key}-{number}", number + 1
    return free
