"""A lookup as text for people: who the party is, then one block a measure."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pandas as pd
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sanctions_data.query.labels import day_text
from sanctions_data.query.lookup.find import Match
from sanctions_data.query.lookup.party_details import Party
from sanctions_data.query.plain_console import PlainConsole
from sanctions_data.query.stands_on import StandsOn, stands_on_text
from sanctions_data.query.text_table import plain_table
from sanctions_data.tables.records import cell_text, records

if TYPE_CHECKING:
    from sanctions_data.query.lookup.answer import Lookup

_STATUS_STYLE = {"in_force": "bold red", "announced": "yellow", "suspended": "yellow"}
_MAXIMUM_NAMES = 6
_MAXIMUM_KINDS = 4
_WIDTHS = (8, 33, 13, 13, 9)
_INDENT = 9


def lookup_text(answer: Lookup) -> str:
    """The rendered answer without colour, 80 columns wide."""
    # In a notebook rich would show the text as an output of its own, and return none.
    console = PlainConsole(file=io.StringIO(), width=80, color_system=None, force_jupyter=False)
    console.print(render_lookup(answer))
    file = console.file
    assert isinstance(file, io.StringIO)
    return file.getvalue().rstrip()


def render_lookup(answer: Lookup) -> RenderableType:
    """The answer: the party, the choice between several, or that there is none."""
    on = answer.stands_on["on"]
    found: RenderableType
    if answer.party is not None:
        found = _party(answer.party, on)
    elif answer.near is not None:
        match = answer.matches[0]
        title = (
            f"No name is exactly {answer.query!r}. The only party that comes near, by the name "
            f"{match.matched}; it need not be the one you mean:"
        )
        found = Group(Text(title, style="bold yellow"), Text(), _party(answer.near, on))
    elif answer.matches:
        found = _choice(answer.query, answer.matches)
    else:
        found = Text(
            f"Nothing found for {answer.query!r}: no similar name, listing or identifier. This "
            "does not prove that the party is under no measure."
        )
    return Group(found, Text(), render_stands_on(answer.stands_on))


def render_stands_on(found: StandsOn) -> RenderableType:
    """What an answer stands on: one line, and the notes on the day."""
    return Text("\n".join([*found["notes"], stands_on_text(found)]), style="dim")


def _choice(query: str, matches: list[Match]) -> RenderableType:
    titles = {
        "near_miss": f"No exact match for {query!r}. Similar names:",
        "part_of_name": f"No name is exactly {query!r}. Names that contain it, of the parties "
        "on the most lists first; look one up by its id:",
    }
    several = f"{len(matches)} parties match {query!r}. Look one up by its id:"
    title = titles.get(matches[0].how, several)
    table = plain_table("Party", "Matched", "How")
    for match in matches:
        how = match.how.replace("_", " ")
        table.add_row(
            Text(match.entity_id, style="bold"),
            match.matched,
            f"{how} ({match.score:.0f} %)" if match.how == "near_miss" else how,
        )
    return Group(Text(title), Text(), table)


def render_matrix(answer: Lookup) -> RenderableType:
    """Who imposes what on the party of an answer: authorities down, kinds of measure across."""
    party = answer.party
    if party is None or (found := party.matrix()).empty:
        return render_lookup(answer)
    if len(found.columns) > _MAXIMUM_KINDS:
        # So many columns would break words.
        table = plain_table("By", party.entity["name"], "")
        for authority, row in found.iterrows():
            for place, (kind, cell) in enumerate(row[row != ""].items()):
                table.add_row("" if place else str(authority), str(kind).replace("_", " "), cell)
    else:
        kinds = (kind.replace("_", " ") for kind in found.columns)
        table = plain_table(party.entity["name"], *kinds)
        for authority, row in found.iterrows():
            table.add_row(str(authority), *row)
    return Group(table, Text(), render_stands_on(answer.stands_on))


def _party(party: Party, on: str | None) -> RenderableType:
    entity = party.entity
    head = Text(entity["name"], style="bold")
    head.append(f"  {entity['kind']}" + (f", {entity['country']}" if entity["country"] else ""))
    head.append(f"  [{entity['entity_id']}]", style="dim")
    parts: list[RenderableType] = [head]
    others = [name for name in party.names["name"].unique() if name != entity["name"]]
    if others:
        more = len(others) - _MAXIMUM_NAMES
        known_as = "; ".join(others[:_MAXIMUM_NAMES]) + (f"; and {more} more" if more > 0 else "")
        parts.append(Text(f"Also known as: {known_as}"))
    facts = party.attributes[party.attributes["attribute"] == "birth_date"]["value"].unique()
    if len(facts):
        parts.append(Text(f"Born: {' or '.join(facts)}"))
    if len(party.identifiers):
        numbers = party.identifiers.drop_duplicates(["identifier_type", "value"]).head(6)
        shown = (f"{r['identifier_type']} {r['value']}".replace("_", " ") for r in records(numbers))
        parts.append(Text(f"Numbers: {'; '.join(shown)}"))
    for row in records(party.listings):
        ended = day_text(row["delisted_on"], row["delisted_precision"])
        since = day_text(row["listed_on"], row["listed_precision"])
        until = f", delisted {ended}" if ended else ""
        parts.append(Text(f"Listed: {row['listing_id']}, {since}{until}"))
    return Group(*parts, Text(), *_answer(party, on))


def _answer(party: Party, on: str | None) -> Iterator[RenderableType]:
    when = f" that was in force on {on}" if on else ""
    if len(party.measures):
        yield _measures(party.measures)
    elif party.undecided.empty:
        yield Text(f"We know of no measure on it{when}. This does not prove that there is none.")
    else:
        yield Text(f"We know of no measure on it that was for sure in force on {on}.\n")
    if number := len(party.undecided):
        many = f"{number} measures it cannot be told whether they were"
        whose = many if number > 1 else "one measure it cannot be told whether it was"
        head = f"Of {whose} in force on {on}:"
        yield Group(Text(head, style="bold yellow"), Text(), _measures(party.undecided))


def _measures(measures: pd.DataFrame) -> RenderableType:
    parts: list[RenderableType] = [_line("By", "Measure", "Since", "Until", "Status", "bold")]
    for row in records(measures):
        status = str(row["status"])
        since = day_text(row["start_date"], row["start_precision"]) or "–"
        until = day_text(row["end_date"], row["end_precision"]) or "–"
        shown, style = status.replace("_", " "), _STATUS_STYLE.get(status, "dim")
        parts.append(_line(row["authority_id"], _kind(row), since, until, shown, style))
        parts.append(Padding(_details(row), (0, 0, 1, _INDENT)))
    return Group(*parts)


def _line(by: str, measure: str, since: str, until: str, status: str, style: str) -> Table:
    line = Table.grid(padding=(0, 1, 0, 0))
    for width in _WIDTHS:
        line.add_column(width=width)
    line.add_row(by, Text(measure, style="bold"), since, until, Text(status, style=style))
    return line


def _kind(row: dict[str, Any]) -> str:
    kind = cell_text(row.get("restriction_kind"))
    name = f"{row['measure_type']}: {kind}" if kind else str(row["measure_type"])
    return name.replace("_", " ").replace("flight restriction: ", "flights: ")


def _details(row: dict[str, Any]) -> Text:
    told = {
        "May have been in force": cell_text(row.get("reason")),
        "On": cell_text(row["via"]),
        "Announced": day_text(row["announced_on"], "day"),
        "Act": cell_text(row["act"]),
        "Address": cell_text(row["act_url"]),
        "Rule": cell_text(row["rule_id"]),
        "Source": f"{row['source']}, {day_text(row['source_date'], 'day')}".removesuffix(", "),
        "Basis": f"{row['basis']}, evidence {row['evidence']}",
        "Note": cell_text(row["note"]),
    }
    lines = (f"{label}: {value}" for label, value in told.items() if value)
    return Text("\n".join(lines), style="not bold")
