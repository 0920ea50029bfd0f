"""A part of the real data, small enough to be checked again and again."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pandas as pd

from sanctions_data.schema import MEASURE_TABLES, TABLES
from sanctions_data.tables.canonical import read_text
from sanctions_data.tables.location import csv_path

LISTINGS = 200
Frames = dict[str, pd.DataFrame]


def sample(
    folder: Path,
    parties: Collection[str] = (),
    listings: Collection[str] = (),
    *,
    is_small: bool = False,
) -> Frames:
    """A part of the real data in which every reference is kept, cells as text.

    Args:
        folder: the data folder.
        parties: parties that must be in it, with all that is known of them.
        listings: listings that must be in it.
        is_small: leave out what is told of events, matches and flights, and most of the lists.
    """
    frames = {name: read_text(csv_path(folder, name)).fillna("") for name in TABLES}
    if is_small:
        for name in ("match_decisions", "matches", "event_measures", "sightings"):
            frames[name] = frames[name][:0]
    every = frames["listings"]
    measures = pd.concat([frames[name] for name in MEASURE_TABLES])
    kept = measures[measures["measure_id"].isin(frames["event_measures"]["measure_id"])]
    ids = frames["listings"]["listing_id"]
    every_so_many = max(1, len(ids) // (LISTINGS // 10 if is_small else LISTINGS))
    chosen = {*ids[::every_so_many], *kept["listing_id"], *listings, ""}
    chosen |= set(ids[frames["listings"]["entity_id"].isin(parties)])
    chosen |= set(frames["match_decisions"]["listing_id"])
    for name in ("listings", *MEASURE_TABLES):
        frames[name] = frames[name][frames[name]["listing_id"].isin(chosen)]
    entities = frames["entities"]
    listed = set(every["entity_id"])
    ours = ~entities["entity_id"].isin(listed) & (entities["merged_into"] == "")
    parties = {*parties, *entities["entity_id"][ours]}
    sightings = frames["sightings"]
    frames["sightings"] = sightings[sightings["listing_id"].isin(chosen)]
    links = frames["listing_links"]
    ends = links["listing_id"].isin(chosen) & links["related_listing_id"].isin(chosen)
    frames["listing_links"] = links[ends]
    matches = frames["matches"]
    both = matches["listing_id"].isin(chosen) & matches["matched_listing_id"].isin(chosen)
    frames["matches"] = matches[both]
    for name in ("listings", "match_decisions", *MEASURE_TABLES):
        parties |= set(frames[name]["entity_id"])
    parties |= set(entities["merged_into"][entities["entity_id"].isin(parties)])
    # A party that lists name stays one, or it would pass for a contributor's.
    here = set(frames["listings"]["entity_id"])
    of_others = every["entity_id"].isin(parties - here)
    one_each = every[of_others].drop_duplicates("entity_id")
    frames["listings"] = pd.concat([frames["listings"], one_each])
    for name in ("entities", "entity_names", "entity_identifiers", "entity_attributes"):
        frames[name] = frames[name][frames[name]["entity_id"].isin(parties)]
    corrected = frames["corrections"]
    there = {(name, key) for name, frame in frames.items() for key in frame.iloc[:, 0]}
    hits = [place in there for place in zip(corrected["table"], corrected["row_key"], strict=True)]
    frames["corrections"] = corrected[hits]
    # These tell of the whole tables.
    frames["releases"], frames["changes"] = frames["releases"][:0], frames["changes"][:0]
    return {name: frame.reset_index(drop=True) for name, frame in frames.items()}
