"""Tables with names, acts, addresses and countries in place of their keys."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from sanctions_data.names.known_codes import KnownCodes
from sanctions_data.query.edition import Edition
from sanctions_data.query.labels import country_name, spell_out
from sanctions_data.query.measures import measures
from sanctions_data.query.stands_on import edition_of, stands_on
from sanctions_data.schema.text_type import TEXT

_VIEWS = ("measures", "parties")
_MEASURE_COLUMNS = [
    "party", "party_kind", "country", "authority", "measure", "restriction", "programme",
    "status", "start_date", "start_precision", "end_date", "end_precision", "act", "act_url",
    "source", "source_url", "basis", "evidence", "note", "measure_id", "entity_id",
]  # fmt: skip


def view(name: str, *, version: str | None = None, root: Path | None = None) -> pd.DataFrame:
    """A joined table, spelled out for people.

    Args:
        name: ``"measures"``, one row a measure with party, authority, act and source by name; or
            ``"parties"``, one row a party with its country and numbers of measures.
        version: a released version.
        root: folder of the data; the installed data if left out.

    Returns:
        The frame; ``attrs["stands_on"]`` tells version, day of the data and age of the lists.

    Raises:
        UnknownCodeError: there is no such view or version; the message names the nearest.

    Example:
        >>> import sanctions_data as sd
        >>> found = sd.view("measures").set_index("measure_id")
        >>> found.loc["de-operating-permit-mahan-air-2019", ["party", "authority"]].tolist()
        ['Mahan Air', 'Germany']
    """
    name = KnownCodes("view", _VIEWS).code_of(name)
    edition = edition_of(root, version)
    every = measures(version=version, root=root)
    found = _measures(every, edition) if name == "measures" else _parties(every, edition)
    found.attrs = {"stands_on": stands_on(edition)}
    return found


def _measures(every: pd.DataFrame, edition: Edition) -> pd.DataFrame:
    parties = edition.load("entities").set_index("entity_id")
    kinds = edition.load("measure_types").set_index("measure_type")["title"]
    programmes = edition.load("programmes").set_index("programme_id")["name"]
    return spell_out(every, edition).assign(
        party=every["entity_id"].map(parties["name"]),
        party_kind=every["entity_id"].map(parties["kind"].astype(TEXT)),
        country=_countries(every["entity_id"].map(parties["country"])),
        measure=every["measure_type"].astype(TEXT).map(kinds),
        restriction=every["restriction_kind"].astype(TEXT).str.replace("_", " "),
        programme=every["programme_id"].map(programmes),
    )[_MEASURE_COLUMNS]


def _parties(every: pd.DataFrame, edition: Edition) -> pd.DataFrame:
    entities = edition.load("entities")
    entities = entities[entities["merged_into"].isna()].reset_index(drop=True)
    in_force = every[every["status"] == "in_force"].groupby("entity_id")
    counts = pd.DataFrame(
        {
            "measures": every.groupby("entity_id").size(),
            "in_force": in_force.size(),
            "authorities_in_force": in_force["authority_id"].nunique(),
        }
    )
    counts = (
        counts.reindex(entities["entity_id"]).fillna(0).astype("int64").set_axis(entities.index)
    )
    kept = entities[["name", "kind", "country", "entity_id"]]
    return kept.assign(country=_countries(kept["country"])).join(counts)


def _countries(codes: pd.Series[str]) -> pd.Series[str]:
    names = {code: country_name(code) or code for code in codes.dropna().unique()}
    return codes.map(names).astype(TEXT)
