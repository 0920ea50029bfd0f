"""One CSV with a row a party, in the columns of OpenSanctions' ``targets.simple.csv``.

After them come the measures in force, by authority. We have no addresses, and do not tell when
a party last changed: these columns are there and empty. Unlike there, a party whose measures
have all ended keeps its row; ``in_force`` tells it apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sanctions_data.export.arrow_tables import plain_rows
from sanctions_data.export.parties.flat_cells import MeasureColumns, csv_text, join_values
from sanctions_data.export.parties.ftm_names import SCHEMATA
from sanctions_data.export.parties.party_facts import PartyFacts, known_day, parties
from sanctions_data.query.edition import Edition

FILE = "parties.csv"
COLUMNS = [
    "id", "schema", "name", "aliases", "birth_date", "countries", "addresses", "identifiers",
    "sanctions", "phones", "emails", "program_ids", "dataset", "first_seen", "last_seen",
    "last_change",
]  # fmt: skip
# What can be looked up in a register; an address or a telephone is none.
_NUMBERS = (
    "un_reference", "imo_number", "mmsi", "call_sign", "aircraft_registration", "aircraft_msn",
    "mode_s", "airline_code", "passport", "national_id", "tax_id", "registration_number", "lei",
    "swift_bic",
)  # fmt: skip


def write_parties(edition: Edition, folder: Path) -> None:
    """Write ``parties.csv``: every party that has or had a measure or a listing."""
    columns, words = MeasureColumns(edition), _Words(edition)
    rows = (
        {**words.cells(party), **columns.cells(party)}
        for party in parties(edition)
        if party.measures or party.listings
    )
    (folder / FILE).write_bytes(csv_text([*COLUMNS, *columns.header], rows))


class _Words:
    """What the codes of lists, programmes and kinds of measure mean."""

    def __init__(self, edition: Edition) -> None:
        self._programmes = {row["programme_id"]: row for row in plain_rows(edition, "programmes")}
        self._titles = {row["list_id"]: row["title"] for row in plain_rows(edition, "lists")}
        self._kinds = {
            row["measure_type"]: row["title"] for row in plain_rows(edition, "measure_types")
        }
        self._newest: dict[str, str] = {}
        for row in plain_rows(edition, "sources"):
            if row["list_id"] and row["published_on"]:
                known = self._newest.get(row["list_id"], "")
                self._newest[row["list_id"]] = max(known, row["published_on"])

    def cells(self, party: PartyFacts) -> dict[str, str]:
        """The cells of a party in the columns of OpenSanctions."""
        seen = [row["first_seen"] for row in (*party.listings, *party.measures)]
        return {
            "id": party.entity_id,
            "schema": SCHEMATA[party.entity["kind"]],
            "name": party.entity["name"],
            "aliases": _cell(party.other_names()),
            "birth_date": _cell(party.attribute("birth_date")),
            "countries": _cell(code.lower() for code in party.countries),
            "identifiers": _cell(party.identifier(*_NUMBERS)),
            "sanctions": _cell(set(map(self._sanction, party.measures))),
            "phones": _cell(party.identifier("phone")),
            "emails": _cell(party.identifier("email")),
            "program_ids": _cell(set(self._program_ids(party))),
            "dataset": _cell({self._titles[row["list_id"]] for row in party.listings}),
            "first_seen": min(seen),
            "last_seen": self._last_seen(party),
        }

    def _sanction(self, measure: dict[str, Any]) -> str:
        programme = self._programmes.get(measure["programme_id"], {}).get("name")
        parts = (
            measure["authority_id"],
            programme,
            self._kinds[measure["measure_type"]],
            measure["status"].replace("_", " "),
            known_day(measure["start_date"], measure["start_precision"]),
            known_day(measure["end_date"], measure["end_precision"]),
        )
        return " - ".join(filter(None, parts))

    def _program_ids(self, party: PartyFacts) -> Iterator[str]:
        for code in {row["programme_id"] for row in party.measures} - {None}:
            yield self._programmes[code]["opensanctions_key"] or code

    def _last_seen(self, party: PartyFacts) -> str:
        """The newest snapshot of the lists on which the party still stands."""
        still = [row["list_id"] for row in party.listings if row["delisted_precision"] is None]
        return max((self._newest.get(list_id, "") for list_id in still), default="")


def _cell(values: Any) -> str:
    found = list(values)
    return join_values(found) if found else ""
