"""Flight restrictions on classes and airlines, and what decides whether one may fly to a state."""

from __future__ import annotations

from typing import Any

from sanctions_data.query.flights.class_reach import class_reach
from sanctions_data.query.flights.eu_members import memberships
from sanctions_data.query.time.day_bounds import BOUNDS
from sanctions_data.site.reference_facts import text_rows
from sanctions_data.site.site_tables import SiteTables

COLUMNS = [
    "measure_id", "entity_id", "party", "party_kind", "party_country", "reach", "authority_id",
    "restriction_kind", "nature", "applies_where", "status", "start", "end", "evidence", "act",
    "act_url", "source", "source_url", "exemptions", "note", *BOUNDS,
]  # fmt: skip


def flight_facts(tables: SiteTables) -> dict[str, Any]:
    """The restrictions that no list of parties brought: those stand on the party's own page."""
    found = tables.measures
    found = found[found["measure_type"].eq("flight_restriction")]
    parties = tables.edition.load("entities").set_index("entity_id")
    of = parties.reindex(found["entity_id"]).set_axis(found.index)
    found = found.assign(party=of["name"], party_kind=of["kind"], party_country=of["country"])
    found = found[found["listing_id"].isna() | found["party_kind"].eq("class")]
    reach = found["entity_id"].map(class_reach).where(found["party_kind"].eq("class"), "itself")
    found = found.assign(reach=reach).sort_values(
        ["start_date", "authority_id", "measure_id"], kind="stable"
    )
    return {"columns": COLUMNS, "rows": text_rows(found[COLUMNS]), "members": memberships()}
