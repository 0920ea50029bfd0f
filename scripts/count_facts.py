"""Import snapshots of lists one after the other, and count what is known before and after each.

    python scripts/count_facts.py --lists DIR LIST [LIST …] [--on DAY …] [--poor DAY …]

Starts from the rows that contributors wrote, without any list. Prints a table in Markdown: what
is known of each list after each snapshot, and how many facts of parties that are still listed
were lost on the way; the first of them are named. A snapshot that is refused is told, and then
the exit code is 1.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from sanctions_data.download.snapshots import find_snapshot
from sanctions_data.generate.generated_files import descriptor_bytes
from sanctions_data.lists import FORMATS
from sanctions_data.release.contributions import seed_of
from sanctions_data.schema import MEASURE_TABLES
from sanctions_data.tables.location import csv_path
from sanctions_data.tables.store import Store
from sanctions_data.update.run import update
from sanctions_data.update.terms.imposed import UNCLASSIFIED

ROOT = Path(__file__).resolve().parent.parent
Fact = tuple[str, ...]
_SHOWN = 10


def make_seed(root: Path) -> None:
    """Write the rows of this checkout that contributors wrote and that need no list."""
    seed_of(Store.read(ROOT / "data")).write(root / "data")
    shutil.copy(ROOT / "pyproject.toml", root)
    (root / "datapackage.json").write_bytes(descriptor_bytes(root))


def facts_of(store: Store, list_id: str) -> dict[str, set[Fact]]:
    """What is known of the listed parties of a list: names, numbers, dates and measures.

    Each fact begins with its party, so that those of parties that are gone can be left out.
    """
    listed = [r for r in store.rows("listings") if r["list_id"] == list_id and not r["delisted_on"]]
    found: dict[str, set[Fact]] = {name: set() for name in ("names", "numbers", "dates")}
    found["measures"] = set()
    for row in store.rows("entity_names"):
        if row["list_id"] == list_id:
            found["names"].add((row["entity_id"], row["name"]))
    for row in store.rows("entity_identifiers"):
        if row["list_id"] == list_id:
            found["numbers"].add((row["entity_id"], row["identifier_type"], row["value"]))
    for row in store.rows("entity_attributes"):
        if row["list_id"] == list_id and row["attribute"] == "birth_date":
            found["dates"].add((row["entity_id"], "birth", row["value"]))
    ids = set()
    for row in listed:
        ids.add(row["listing_id"])
        if row["listed_on"]:
            found["dates"].add((row["entity_id"], "listed", row["listing_id"]))
    for table in MEASURE_TABLES:
        for row in store.rows(table):
            if row["listing_id"] in ids and row["status"] in ("in_force", "announced"):
                key = (row["entity_id"], row["measure_type"], row["listing_id"])
                found["measures"].add((*key, row["programme_id"] or row["instrument_id"]))
                if row["start_date"] and row["measure_type"] != UNCLASSIFIED:
                    found["dates"].add((*key, "start"))
    return found


def lost(
    before: dict[str, set[Fact]], after: dict[str, set[Fact]], there: set[str]
) -> dict[str, list[Fact]]:
    """The facts of parties and listings that are still there which are known no more."""
    # A measure of which a programme or a meaning was learned is not lost.
    still = {fact[:3] for fact in after["measures"]}
    return {
        name: sorted(
            fact
            for fact in facts - after[name]
            if fact[0] in there
            and (name != "measures" or fact[2] in there)
            and not (name == "measures" and (fact[1] == UNCLASSIFIED or fact[:3] in still))
        )
        for name, facts in before.items()
    }


def describe(root: Path, list_id: str, days: list[str]) -> None:
    """Say in ``sources`` that the snapshots of these days lack details, before they are read."""
    store = Store.read(root / "data")
    official = store.get("lists", list_id) or {}
    for day in days:
        row = {column: official[column] for column in ("list_id", "title", "publisher", "url")}
        row |= {"source_id": f"{list_id}-{day}", "kind": "list_snapshot", "published_on": day}
        store.put("sources", {**row, "completeness": "lacks_details"})
    csv_path(root / "data", "sources").write_bytes(store.canonical("sources"))


def run(root: Path, lists: Path, list_id: str, days: list[str], accept: str) -> bool:
    """Import the snapshots of a list in order and print a row of the table for each."""
    is_well = True
    before = facts_of(Store.read(root / "data"), list_id)
    for day in days:
        try:
            snapshot = find_snapshot(lists, FORMATS[list_id], date.fromisoformat(day))
        except FileNotFoundError as error:
            print(f"{list_id} {day}: {error}", file=sys.stderr)
            is_well = False
            continue
        result = update(root, [snapshot], accept=accept)
        if result.failures:
            print(result.failures[list_id], file=sys.stderr, flush=True)
            is_well = False
            continue
        store, outcome = Store.read(root / "data"), result.outcomes[list_id]
        there = {
            row[column]
            for row in store.rows("listings")
            if row["list_id"] == list_id and not row["delisted_on"]
            for column in ("entity_id", "listing_id")
        }
        after = facts_of(store, list_id)
        gone = lost(before, after, there)
        known = " | ".join(
            f"{len(before[name]):,} → {len(after[name]):,} (−{len(gone[name]):,})" for name in after
        )
        ended = outcome.counts["listing", "ended"]
        print(f"| {list_id} {day} | {outcome.entries:,} | {ended:,} | {known} |", flush=True)
        for name, facts in gone.items():
            for fact in facts[:_SHOWN]:
                print(f"{list_id} {day}: lost of {name}: {', '.join(fact)}", file=sys.stderr)
        before = after
    return is_well


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--lists", type=Path, required=True, help="folder LIST/YYYY-MM-DD/FILES")
    parser.add_argument("--on", action="append", help="days; all that there are if left out")
    parser.add_argument("--poor", action="append", help="days whose snapshots lack details")
    parser.add_argument("--accept", default="", help="import though checks fail")
    parser.add_argument("list", nargs="+", choices=list(FORMATS))
    options = parser.parse_args()
    with TemporaryDirectory() as scratch:
        root = Path(scratch) / "root"
        make_seed(root)
        print("| snapshot | entries | ended | names | numbers | dates | measures |")
        print("|---|---:|---:|---|---|---|---|", flush=True)
        results = []
        for list_id in options.list:
            days = options.on or sorted(
                folder.name for folder in (options.lists / list_id).glob("????-??-??")
            )
            describe(root, list_id, options.poor or [])
            results.append(run(root, options.lists, list_id, days, options.accept))
    return 0 if all(results) else 1


if __name__ == "__main__":
    raise SystemExit(main())
