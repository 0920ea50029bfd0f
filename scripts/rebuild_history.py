"""Make every release anew from what contributors wrote and the snapshots of official lists.

    python scripts/rebuild_history.py --lists DIR --target DIR [--date YYYY-MM-DD] [--versions …]

The imported rows of this checkout are taken off. Then each version in ``releases``, or each
of ``--versions 2018.1.0,2019.1.0,…``, is made again: by the real ``update`` on the snapshots of
the months up to its own that no version before it has, and by the real ``release``. The same
checkout and snapshots give the same bytes. Only when all is well the tables and what is generated
from them are written into the target, which may be this checkout.
"""

from __future__ import annotations

import argparse
import re
import shutil
from collections.abc import Callable, Iterator, Mapping, Set
from datetime import date
from functools import partial
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory

from sanctions_data.download.snapshots import SnapshotFolder, find_snapshot
from sanctions_data.history.registry import REGISTRY
from sanctions_data.history.versions import History
from sanctions_data.lists import FORMATS
from sanctions_data.release.archive import LICENCE
from sanctions_data.release.changelog import UNRELEASED
from sanctions_data.release.contributions import (
    Contribution,
    find_contributions,
    find_notes,
    write_notes,
)
from sanctions_data.release.release import release
from sanctions_data.resolution import resolve
from sanctions_data.schema import MEASURE_TABLES, TABLES
from sanctions_data.tables.entity_ids import founders, mark_of
from sanctions_data.tables.store import Row, Store
from sanctions_data.tables.transaction import commit, open_for_writing
from sanctions_data.update import corrections
from sanctions_data.update.days.all_histories import import_histories
from sanctions_data.update.run import update

ROOT = Path(__file__).resolve().parent.parent
# What a release writes beside the tables, and what that is made from.
BESIDE = ("pyproject.toml", "CITATION.cff", "CHANGELOG.md", "README.md", "datapackage.json",
          "docs/data-dictionary.md", LICENCE, REGISTRY.as_posix())  # fmt: skip


def rebuild(lists: Path, work: Path, day: date | None, versions: list[str]) -> None:
    """Make every release of this checkout anew in the empty folder ``work``."""
    for name in BESIDE:
        (work / name).parent.mkdir(exist_ok=True, parents=True)
        shutil.copy(ROOT / name, work / name)
    (work / REGISTRY).write_bytes(b"")
    (work / "CHANGELOG.md").write_text(f"{UNRELEASED}\n", encoding="utf-8")
    data, base, before = work / "data", work / "base", ""
    Store().write(data)
    tables, history = Store.read(ROOT / "data"), History(ROOT)
    versions = versions or list(history.versions)
    waiting, noted = list(find_contributions(tables)), list(find_notes(tables))
    imported, founded = set[str](), founders(r["listing_id"] for r in tables.rows("listings"))
    for version in versions:
        month = "{}-{:0>2}".format(*version.split("."))
        shutil.copytree(data, base, dirs_exist_ok=True)
        for snapshots in rounds(lists, before, month):
            imported |= {snapshot.source_id for snapshot in snapshots}
            # What no list ever told as it was corrected is entered with the newest version.
            brought = partial(is_brought, imported=imported, at_last=version == versions[-1])
            waiting = enter(waiting, data, brought, founded)
            run(version, work, snapshots)
            left = len(waiting)
            # An older snapshot than the one that once brought it may have what a row refers to.
            waiting = enter(waiting, data, partial(is_there, founded=founded), founded)
            store = Store.read(data)
            if len(waiting) < left:
                resolve(store)
                corrections.put_on(store)
            write_notes(store, noted)
            store.write(data)
        bound_days(lists, month, data)
        if version == versions[-1]:
            run(version, work, newest(lists, month), again=True)
        prepare_changelog(work / "CHANGELOG.md", version, is_last=version == versions[-1])
        released_on = day or date.fromisoformat(
            history.release_of(version, "sources")["released_on"]
        )
        release(work, version, day=released_on, base=base)
        before = month
    if waiting:
        missing = sorted(frozenset().union(*(each.needs for each in waiting)) - imported)
        raise SystemExit(f"{lists} lacks snapshots that are referred to: {', '.join(missing)}")


def enter(
    waiting: list[Contribution],
    data: Path,
    is_ready: Callable[[Contribution, Store], bool],
    founded: Mapping[str, str],
) -> list[Contribution]:
    """Put the rows that are ready into the tables, and return the others."""
    store, left = Store.read(data), []
    for each in waiting:
        if is_ready(each, store):
            store.put(each.table, follow(store, each.table, each.row, founded))
        else:
            left.append(each)
    store.write(data)
    return left


def is_brought(each: Contribution, _: Store, imported: Set[str], *, at_last: bool) -> bool:
    """Whether the snapshots were read, or are now, that once brought what a row refers to."""
    return each.needs <= imported and (at_last or not waits_for_list(each))


def waits_for_list(each: Contribution) -> bool:
    """Whether a row corrects a day that a list tells: it waits until the list has told it."""
    if each.table != "corrections":
        return False
    printed, is_end = (
        each.row["imported_value"],
        each.row["column"] in ("end_date", "end_precision"),
    )
    made_exact = printed == "on_or_before" and each.row["corrected_value"] == "day"
    return made_exact or (is_end and bool(printed))


def is_there(each: Contribution, store: Store, founded: Mapping[str, str]) -> bool:
    """Whether the tables have all that a row refers to."""
    row = follow(store, each.table, each.row, founded)
    referred = [(c.reference, row[c.name]) for c in TABLES[each.table].columns if c.reference]
    measure = row["row_key"] if each.table == "corrections" else row.get("measure_id", "")
    if each.table == "corrections":
        referred.append((row["table"], measure))
    elif each.table == "event_measures" and not any(
        store.get(table, measure) for table in MEASURE_TABLES
    ):
        return False
    if waits_for_list(each):
        corrected = store.get(row["table"], row["row_key"]) or {}
        return corrected.get(row["column"]) == row["imported_value"]
    return all(store.get(table, key) for table, key in referred if key)


def follow(store: Store, table: str, row: Row, founded: Mapping[str, str]) -> Row:
    """A row that names entities by the ids that they have in these tables.

    The name in an id is that under which a party was first read: another one where an older
    snapshot is read first.
    """
    row = dict(row)
    columns = [c.name for c in TABLES[table].columns if c.reference == "entities"]
    if table == "corrections" and row["table"] == "entities":
        columns.append("row_key")
    for column in columns:
        listing = store.get("listings", founded.get(mark_of(row[column]), ""))
        if table != "entities" and store.get("entities", row[column]) is None and listing:
            row[column] = listing["entity_id"]
    return row


def rounds(lists: Path, after: str, until: str) -> Iterator[list[SnapshotFolder]]:
    """The snapshots of the months after one and until another, for one update after the other.

    The first update gets the oldest snapshot of each list, the next one the second oldest.
    """
    days = [
        sorted(p.name for p in (lists / name).glob("????-??-??") if after < p.name[:7] <= until)
        for name in FORMATS
    ]
    for nth in zip_longest(*days):
        found = zip(FORMATS.values(), nth, strict=True)
        yield [find_snapshot(lists, each, date.fromisoformat(day)) for each, day in found if day]


def newest(lists: Path, until: str) -> list[SnapshotFolder]:
    """The newest snapshot of each list, to be read once more when all lists have been matched.

    Then what a day's update finds in the tables is what it would have made of them.
    """
    days = {each: sorted(p.name for p in (lists / each).glob("????-??-??")) for each in FORMATS}
    return [
        find_snapshot(lists, FORMATS[list_id], date.fromisoformat(found[-1]))
        for list_id, every in days.items()
        if (found := [day for day in every if day[:7] <= until])
    ]


def bound_days(lists: Path, until: str, data: Path) -> None:
    """Import the histories that end by a month: what they say of entries that are there."""
    store = Store.read(data)
    corrections.take_off(store)
    for told in import_histories(store, lists, until):
        print(told, flush=True)
    corrections.put_on(store)
    store.write(data)


def run(version: str, work: Path, snapshots: list[SnapshotFolder], *, again: bool = False) -> None:
    """Update the tables, or stop with what is wrong."""
    result = update(work, snapshots, again=again)
    if problems := [*result.failures.values(), *result.issues]:
        raise SystemExit(f"{version} cannot be made:\n" + "\n".join(problems[:20]))
    print(f"{version}: {', '.join(snapshot.source_id for snapshot in snapshots)}", flush=True)


def prepare_changelog(path: Path, version: str, *, is_last: bool) -> None:
    """Put under ``Unreleased`` what people wrote about the version in this checkout.

    What is unreleased here belongs to the last version, as that is made anew.
    """
    written = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    head, _, rest = written.partition(f"{UNRELEASED}\n")
    unreleased, *sections = re.split("(?m)^## ", rest)
    said = next((text for text in sections if text.startswith(f"{version} ")), "\n")
    said = re.sub(r"(?ms)^### Rows$.*?(?=^### |\Z)", "", said.partition("\n")[2])
    made = path.read_text(encoding="utf-8").partition(f"{UNRELEASED}\n")[2]
    parts = [UNRELEASED, said.strip(), unreleased.strip() if is_last else "", made.strip()]
    path.write_text(head + "\n\n".join(filter(None, parts)) + "\n", encoding="utf-8")


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--lists", type=Path, required=True, help="folder LIST/YYYY-MM-DD/FILES")
    parser.add_argument("--target", type=Path, required=True, help="folder to write into")
    parser.add_argument("--date", type=date.fromisoformat, help="day of the releases; as now")
    parser.add_argument("--versions", default="", help="YYYY.M.N,…; as now, if left out")
    options = parser.parse_args()
    if not options.target.is_dir():
        parser.error(f"{options.target}: no such folder; make it first")  # before the long work
    with TemporaryDirectory() as scratch:
        work = Path(scratch)
        rebuild(options.lists, work, options.date, list(filter(None, options.versions.split(","))))
        names = [*BESIDE, *(f"data/{name}.csv" for name in TABLES)]
        with open_for_writing(options.target, "rebuilding"):
            commit(options.target, {name: (work / name).read_bytes() for name in names})


if __name__ == "__main__":
    main()
