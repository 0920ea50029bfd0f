"""Make every release anew from what contributors wrote and the snapshots of official lists.

    python scripts/rebuild_history.py --lists DIR --target DIR [--date YYYY-MM-DD]

The imported rows of this checkout are taken off. Then each version in ``releases`` is made
again: by the real ``update`` on the snapshots of the months up to its own that no version
before it has, and by the real ``release``. The same checkout and snapshots give the same
bytes. Only when all is well the tables and what is generated from them are written into the
target, which may be this checkout.
"""

from __future__ import annotations

import argparse
import re
import shutil
from collections.abc import Iterator
from datetime import date
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory

from sanctions_data.download.snapshots import SnapshotFolder, find_snapshot
from sanctions_data.history.registry import REGISTRY
from sanctions_data.history.versions import History
from sanctions_data.lists import FORMATS
from sanctions_data.release.archive import LICENCE
from sanctions_data.release.changelog import UNRELEASED
from sanctions_data.release.contributions import find_contributions, find_notes, write_notes
from sanctions_data.release.release import release
from sanctions_data.schema import TABLES
from sanctions_data.tables.location import csv_path
from sanctions_data.tables.store import Store
from sanctions_data.tables.transaction import commit
from sanctions_data.update.run import update

ROOT = Path(__file__).resolve().parent.parent
# What a release writes beside the tables, and what that is made from.
BESIDE = ("pyproject.toml", "CITATION.cff", "CHANGELOG.md", "README.md", "datapackage.json",
          "docs/data-dictionary.md", LICENCE, REGISTRY.as_posix())  # fmt: skip


def rebuild(lists: Path, work: Path, day: date | None) -> None:
    """Make every release of this checkout anew in the empty folder ``work``."""
    for name in BESIDE:
        (work / name).parent.mkdir(exist_ok=True, parents=True)
        shutil.copy(ROOT / name, work / name)
    (work / REGISTRY).write_bytes(b"")
    (work / "CHANGELOG.md").write_text(f"{UNRELEASED}\n", encoding="utf-8")
    data, base, before = work / "data", work / "base", ""
    write(Store(), data)
    tables, history = Store.read(ROOT / "data"), History(ROOT)
    waiting, noted = list(find_contributions(tables)), list(find_notes(tables))
    imported = set[str]()
    for version in history.versions:
        month = "{}-{:0>2}".format(*version.split("."))
        shutil.copytree(data, base, dirs_exist_ok=True)
        for snapshots in rounds(lists, before, month):
            imported |= {snapshot.source_id for snapshot in snapshots}
            store = Store.read(data)
            for each in waiting:
                if each.needs <= imported:
                    store.put(each.table, each.row)
            waiting = [each for each in waiting if not each.needs <= imported]
            write(store, data)
            run(version, work, snapshots)
            store = Store.read(data)
            write_notes(store, noted)
            write(store, data)
        prepare_changelog(work / "CHANGELOG.md", version, is_last=version == history.versions[-1])
        released_on = date.fromisoformat(history.release_of(version, "sources")["released_on"])
        release(work, version, day=day or released_on, base=base)
        before = month
    if waiting:
        missing = sorted(frozenset().union(*(each.needs for each in waiting)) - imported)
        raise SystemExit(f"{lists} lacks snapshots that are referred to: {', '.join(missing)}")


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


def run(version: str, work: Path, snapshots: list[SnapshotFolder]) -> None:
    """Update the tables, or stop with what is wrong."""
    result = update(work, snapshots)
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


def write(store: Store, folder: Path) -> None:
    """Write every table into a folder."""
    folder.mkdir(exist_ok=True)
    for name in TABLES:
        csv_path(folder, name).write_bytes(store.canonical(name))


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--lists", type=Path, required=True, help="folder LIST/YYYY-MM-DD/FILES")
    parser.add_argument("--target", type=Path, required=True, help="folder to write into")
    parser.add_argument("--date", type=date.fromisoformat, help="day of the releases; as now")
    options = parser.parse_args()
    with TemporaryDirectory() as scratch:
        work = Path(scratch)
        rebuild(options.lists, work, options.date)
        names = [*BESIDE, *(f"data/{name}.csv" for name in TABLES)]
        commit(options.target, {name: (work / name).read_bytes() for name in names})


if __name__ == "__main__":
    main()
