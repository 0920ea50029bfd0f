"""Known rows that a contributor may mean, for cells that refer to another table."""

from __future__ import annotations

from rapidfuzz import fuzz, process

from sanctions_data.contribute.workspace import WorkingEdition, Workspace
from sanctions_data.query.lookup.find import find
from sanctions_data.schema import TABLES
from sanctions_data.tables.records import cell_text, records

_MAXIMUM = 9
_MINIMUM_SIMILARITY = 70


def find_candidates(
    reference: str, text: str, workspace: Workspace, authority: str = ""
) -> dict[str, str]:
    """Ids of a table with a few words on each, best first.

    Args:
        reference: the table that the cell refers to.
        text: what was written: part of an id, a title or, of a party, any of its names.
        workspace: the tables.
        authority: whose programmes and acts come first.
    """
    if reference == "entities":
        found = [match.entity_id for match in find(text, WorkingEdition(workspace=workspace))]
    else:
        found = _find_similar(reference, text, workspace)
    frame = workspace.frame(reference)
    key = TABLES[reference].key[0]
    if "authority_id" in frame and reference != "authorities":
        own = set(frame.loc[frame["authority_id"] == authority, key])
        found.sort(key=lambda each: each not in own)
    rows = {row[key]: row for row in records(frame[frame[key].isin(found[:_MAXIMUM])])}
    return {each: _describe(rows[each]) for each in found[:_MAXIMUM] if each in rows}


def _find_similar(reference: str, text: str, workspace: Workspace) -> list[str]:
    frame = workspace.frame(reference)
    key = TABLES[reference].key[0]
    labels = frame[key].fillna("").str.cat(frame[_label_column(reference)].fillna(""), sep=" ")
    labels = labels.str.casefold()
    wanted = text.casefold()
    within = frame.loc[labels.str.contains(wanted, regex=False), key]
    if len(within):
        return [str(each) for each in within]
    hits = process.extract(
        wanted,
        labels.tolist(),
        scorer=fuzz.token_set_ratio,
        score_cutoff=_MINIMUM_SIMILARITY,
        limit=_MAXIMUM,
    )
    return [str(frame[key].iloc[place]) for _, _, place in hits]


def _label_column(reference: str) -> str:
    header = TABLES[reference].header
    return next((name for name in ("name", "title") if name in header), header[0])


def _describe(row: dict[str, object]) -> str:
    told = (cell_text(row.get(name)) for name in ("name", "title", "kind", "country"))
    return ", ".join(filter(None, told))
