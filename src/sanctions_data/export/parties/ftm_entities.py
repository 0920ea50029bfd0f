"""FollowTheMoney: a party a line, and after it a ``Sanction`` for each measure on it."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from sanctions_data.export.arrow_tables import plain_rows
from sanctions_data.export.parties.ftm_names import NAMES, SCHEMATA, property_of
from sanctions_data.export.parties.ftm_values import ftm_value
from sanctions_data.export.parties.party_facts import PartyFacts, Row, known_day, parties
from sanctions_data.query.edition import Edition

FILE = "entities.ftm.json"
DATASET = "sanctions-data"
UN_LIST = "un-sc"


def write_ftm(edition: Edition, folder: Path) -> None:
    """Write ``entities.ftm.json``: parties, and a ``Sanction`` for each of their measures.

    The id of a party is its ``entity_id``, that of a sanction its ``measure_id``. A party with
    a measure in force has the topic ``sanction``.
    """
    known = _Known(edition)
    with (folder / FILE).open("w", encoding="utf-8", newline="\n") as handle:
        for party in parties(edition):
            handle.write(_line(_party(party)))
            for measure in party.measures:
                handle.write(_line(_sanction(party, measure, known)))


class _Known:
    """Rows that measures refer to, by their ids."""

    def __init__(self, edition: Edition) -> None:
        def by(table: str, key: str) -> dict[str, Row]:
            return {row[key]: row for row in plain_rows(edition, table)}

        self.authorities = by("authorities", "authority_id")
        self.programmes = by("programmes", "programme_id")
        self.kinds = by("measure_types", "measure_type")
        self.acts = by("instruments", "instrument_id")
        self.listings = by("listings", "listing_id")
        self.sources = by("sources", "source_id")


def _party(party: PartyFacts) -> dict[str, Any]:
    schema = SCHEMATA[party.entity["kind"]]
    values: list[tuple[str, str | None]] = [("name", party.entity["name"])]
    values.append(("country", party.entity["country"]))
    for row in party.names:
        if row["name"] != party.entity["name"]:
            values.append((NAMES[row["name_type"]], row["name"]))
    for rows, part, kind in (
        (party.identifiers, "identifiers", "identifier_type"),
        (party.attributes, "attributes", "attribute"),
    ):
        for row in rows:
            if name := property_of(schema, part, row[kind]):
                values.append((name, row["value"]))
    if party.entity["kind"] == "class":
        values.append(("notes", "A class of parties, and not one legal entity."))
    if any(measure["status"] == "in_force" for measure in party.measures):
        values.append(("topics", "sanction"))
    return _entity(party.entity_id, schema, values, caption=party.entity["name"])


def _sanction(party: PartyFacts, measure: Row, known: _Known) -> dict[str, Any]:
    authority = known.authorities[measure["authority_id"]]
    programme = known.programmes.get(measure["programme_id"], {})
    act = known.acts.get(measure["instrument_id"], {})
    listing = known.listings.get(measure["listing_id"], {})
    values = [
        ("entity", party.entity_id),
        ("authority", authority["name"]),
        ("country", authority["country"]),
        ("program", programme.get("name")),
        ("programId", programme.get("opensanctions_key") or programme.get("programme_id")),
        ("programUrl", act.get("url")),
        ("provisions", known.kinds[measure["measure_type"]]["title"]),
        ("provisions", measure.get("restriction_kind")),
        ("status", measure["status"]),
        ("startDate", _exact_day(measure, "start")),
        ("endDate", _exact_day(measure, "end")),
        ("listingDate", _exact_day(listing, "listed", "listed_on")),
        ("authorityId", listing.get("entry_ref")),
        ("unscId", listing.get("entry_ref") if listing.get("list_id") == UN_LIST else None),
        ("sourceUrl", known.sources[measure["source_id"]]["url"]),
        ("summary", _summary(measure)),
    ]
    return _entity(measure["measure_id"], "Sanction", values)


def _exact_day(row: Row, which: str, column: str = "") -> str | None:
    """A day as exactly as it is known; a bound is no day, and stands in the summary."""
    precision = row.get(f"{which}_precision")
    if precision == "on_or_before":
        return None
    return known_day(row.get(column or f"{which}_date"), precision)


def _summary(measure: Row) -> str | None:
    bounds = [
        f"{word} {measure[f'{which}_date']} or earlier"
        for which, word in (("start", "began on"), ("end", "ended on"))
        if measure[f"{which}_precision"] == "on_or_before"
    ]
    act = f"basis: {measure['basis']}; evidence: {measure['evidence']}"
    return "; ".join([*bounds, act])


def _entity(
    entity_id: str, schema: str, values: list[tuple[str, str | None]], **more: str
) -> dict[str, Any]:
    properties: dict[str, set[str]] = defaultdict(set)
    for name, value in values:
        if value and (cell := ftm_value(name, value)):
            properties[name].add(cell)
    return {
        "id": entity_id,
        "schema": schema,
        **more,
        "datasets": [DATASET],
        "properties": {name: sorted(properties[name]) for name in sorted(properties)},
    }


def _line(entity: dict[str, Any]) -> str:
    return json.dumps(entity, ensure_ascii=False, separators=(",", ":")) + "\n"
