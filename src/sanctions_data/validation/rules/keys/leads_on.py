"""Rules about where a key leads: to a party that is there, and never round in a circle."""

from __future__ import annotations

from collections.abc import Iterator

from sanctions_data.validation.engine.columns import rows_of
from sanctions_data.validation.engine.context import Context, Finding, rule
from sanctions_data.validation.rules.contributed import are_ours, severity_of

_ABOUT_PARTIES = ("entity_names", "entity_identifiers", "entity_attributes", "listings",
                  "match_decisions")  # fmt: skip


@rule(
    "party-not-merged",
    "A row is about a party that was not merged into another.",
    "What stands on a party that is gone is found under neither.",
)
def party_not_merged(context: Context) -> Iterator[Finding]:
    """Look up ``merged_into`` of the party."""
    tables = [*_ABOUT_PARTIES, *(table for table, _ in context.measures())]
    for table in tables:
        rows = context.rows(table)
        into = context.look_up(rows["entity_id"], "entities", "merged_into")
        for row in rows_of(into.filled):
            if table == "match_decisions":
                continue  # An old decision stays; the next import follows the merger.
            problem = f"this party was merged into {into.text(row)}"
            hint = f"write {into.text(row)}"
            yield Finding(table, row, "entity_id", problem, hint, severity_of(context, table, row))


@rule(
    "no-circle",
    "What leads from row to row comes to an end.",
    "A party merged into one that is merged into it, or events that are part of each other, "
    "lead nowhere.",
)
def no_circle(context: Context) -> Iterator[Finding]:
    """Follow ``merged_into`` and ``part_of`` from row to row."""
    for table, key, column in (
        ("entities", "entity_id", "merged_into"),
        ("events", "event_id", "part_of"),
    ):
        rows = context.rows(table)
        filled = rows_of(rows[column].filled & rows[key].filled)
        leads = {rows[key].text(row): rows[column].text(row) for row in filled}
        for row in filled:
            start = rows[key].text(row)
            here, passed = leads[start], {start}
            while here in leads and here not in passed:
                passed.add(here)
                here = leads[here]
            if here == start and len(passed) > 1:
                problem = f"it comes back to itself by {', '.join(sorted(passed - {start}))}"
                yield Finding(table, row, column, problem, "leave one of these cells empty")
            elif table == "entities" and leads[start] in leads and leads[start] != start:
                problem = f"{leads[start]} was itself merged into {leads[leads[start]]}"
                yield Finding(table, row, column, problem, f"write {leads[leads[start]]}")


@rule(
    "one-primary-name",
    "A party that no list names has one primary name, the one in entities.",
    "Under it the party is shown and found.",
)
def one_primary_name(context: Context) -> Iterator[Finding]:
    """Count the primary names that contributors gave."""
    names, entities = context.rows("entity_names"), context.rows("entities")
    if not context.is_read("entity_names", "entities", "listings"):
        return
    ours = are_ours(context, "entity_names")
    primary: dict[str, list[int]] = {}
    every: dict[str, set[str]] = {}
    for row in rows_of(ours & names["entity_id"].filled):
        party = names["entity_id"].text(row)
        every.setdefault(party, set()).add(names["name"].text(row))
        if names["name_type"].text(row) == "primary":
            primary.setdefault(party, []).append(row)
    for party, rows in primary.items():
        for row in rows[1:]:
            problem = f"{party} has another primary name, {names['name'].text(rows[0])}"
            hint = "write alias or former for one of the two"
            yield Finding("entity_names", row, "name_type", problem, hint)
    for row in rows_of(are_ours(context, "entities") & entities["name"].filled):
        party, name = entities["entity_id"].text(row), entities["name"].text(row)
        if party not in primary:
            hint = "add it to entity_names with list_id curated and name_type primary"
            yield Finding("entities", row, "name", "this party has no primary name", hint)
        elif name not in every.get(party, set()):
            hint = "write the name as it stands in entity_names, or add it there"
            yield Finding("entities", row, "name", "entity_names has no such name of it", hint)


@rule(
    "class-has-state",
    "A class of parties names its state, where a flight restriction lies on it or you wrote it.",
    "Without it nobody who asks for the carriers of a state finds the ban.",
)
def class_has_state(context: Context) -> Iterator[Finding]:
    """Look at kind and country of the parties of restrictions, and of the classes we wrote."""
    classes = context.rows("entities")
    vague = classes["kind"].isin("class") & ~classes["country"].filled & ~classes["note"].filled
    hint = "write the country of the class; where it covers more than one, say so in its note"
    for row in rows_of(vague & are_ours(context, "entities")):
        yield Finding("entities", row, "country", "this class has no country", hint)
    party = context.rows("flight_restrictions")["entity_id"]
    kind = context.look_up(party, "entities", "kind")
    country = context.look_up(party, "entities", "country")
    note = context.look_up(party, "entities", "note")
    for row in rows_of(kind.isin("class") & ~country.filled & ~note.filled):
        yield Finding(
            "flight_restrictions",
            row,
            "entity_id",
            "this class has no country",
            "write the country of the class in entities; where it covers more than one, say so "
            "in its note",
        )
