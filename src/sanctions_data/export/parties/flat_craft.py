"""Flat CSVs of vessels and of aircraft: one row each, with its numbers and the measures on it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sanctions_data.export.parties.flat_cells import MeasureColumns, csv_text, join_values
from sanctions_data.export.parties.party_facts import PartyFacts, parties
from sanctions_data.query.edition import Edition

# Columns by the kind of identifier or of attribute that they hold.
_VESSEL_NUMBERS = ("imo_number", "mmsi", "call_sign")
_VESSEL_FACTS = (
    "flag", "previous_flag", "vessel_type", "tonnage", "length", "built", "owner", "linked_to",
)  # fmt: skip
_AIRCRAFT_NUMBERS = ("aircraft_registration", "aircraft_msn", "mode_s")
_AIRCRAFT_FACTS = ("aircraft_model", "built", "flag", "owner", "linked_to")


def write_vessels(edition: Edition, folder: Path) -> None:
    """Write ``vessels.csv``, by IMO number, radio identity and flag."""
    _write(edition, folder / "vessels.csv", "vessel", _VESSEL_NUMBERS, _VESSEL_FACTS)


def write_aircraft(edition: Edition, folder: Path) -> None:
    """Write ``aircraft.csv``, by registration, serial number and model."""
    _write(edition, folder / "aircraft.csv", "aircraft", _AIRCRAFT_NUMBERS, _AIRCRAFT_FACTS)


def _write(
    edition: Edition, path: Path, kind: str, numbers: tuple[str, ...], facts: tuple[str, ...]
) -> None:
    columns = MeasureColumns(edition)
    header = ["entity_id", "name", "other_names", *numbers, *facts, "lists", "first_seen"]
    rows = (
        {**_cells(party, numbers, facts), **columns.cells(party)}
        for party in parties(edition, kind=kind)
    )
    path.write_bytes(csv_text([*header, *columns.header], rows))


def _cells(
    party: PartyFacts, numbers: tuple[str, ...], facts: tuple[str, ...]
) -> Mapping[str, str]:
    seen = [row["first_seen"] for row in (*party.listings, *party.measures)]
    several = {
        "other_names": party.other_names(),
        **{kind: party.identifier(kind) for kind in numbers},
        **{kind: party.attribute(kind) for kind in facts},
        "lists": sorted({row["list_id"] for row in party.listings}),
    }
    cells = {name: join_values(values) if values else "" for name, values in several.items()}
    return {
        "entity_id": party.entity_id,
        "name": party.entity["name"],
        "first_seen": min(seen, default=""),
        **cells,
    }
