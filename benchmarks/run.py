"""Time what a user waits for, beside another way to do the same work, and compare with before.

    pip install -e . polars tantivy
    python benchmarks/run.py [--lists FOLDER] [--only WORD …] [--pairs 7] [--keep]

``FOLDER`` holds one folder a list and in it one folder a vintage; without it the rows about
official lists are left out. How it is measured says ``side_by_side``. Peak memory is that of a
process that does nothing else. What got slower by more than a tenth since the kept results is
said at the end, with exit code 1. ``--keep`` writes ``benchmarks/results.json``, with what was
not measured as it was, and ``docs/benchmarks.md``.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from results_page import results_page
from side_by_side import PAIRS, Row, peak_mb

HERE = Path(__file__).resolve().parent
RESULTS, PAGE = HERE / "results.json", HERE.parent / "docs" / "benchmarks.md"
SLOWER = 1.1
VERSIONS = ("pandas", "pyarrow", "polars", "tantivy", "lxml", "python-calamine", "frictionless",
            "pandera")  # fmt: skip
MEMORY = {
    "import": "",
    "load `listings`": "sd.load('listings')",
    "measures on a day, of all kinds": "sd.measures('2024-10-14')",
    "`compare us-ofac eu`": "sd.compare('us-ofac', 'eu')",
    "`diff` of all tables": "sd.diff('2026.7.0', '2026.8.0')",
    "`lookup`": "sd.lookup('Iran Air')",
    "search one name": "sd.search(['Iran Airr'], progress=False)",
    "validate everything": "sd.validate(sd.tables.__globals__['root_folder']() / 'data')",
}


def all_rows(lists: Path | None, scratch: Path) -> Iterator[Row]:
    """Every row, in the order of the page."""
    from work_checks import check_rows
    from work_queries import query_rows

    yield from query_rows()
    if lists is not None:
        from work_lists import list_rows

        yield from list_rows(lists, scratch)
    yield from check_rows()


def measure(arguments: argparse.Namespace, scratch: Path) -> dict[str, Any]:
    """The rows that were asked for, and the peaks."""
    chosen = arguments.only or [""]
    rows = []
    for row in all_rows(arguments.lists, scratch):
        if any(word in row.operation for word in chosen):
            rows.append(row.measure(arguments.pairs))
            print(rows[-1], file=sys.stderr, flush=True)
    peaks = {
        name: peak_mb(call) for name, call in MEMORY.items() if any(word in name for word in chosen)
    }
    versions = {"Python": platform.python_version()} | {name: version(name) for name in VERSIONS}
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}"
    return {"machine": machine, "versions": versions, "rows": rows, "peak_mb": peaks}


def slower(now: dict[str, Any], before: dict[str, Any]) -> list[str]:
    """What got slower by more than a tenth: by the ratio, or by its time where that is the aim."""
    was = {_key(row): row for row in before.get("rows", ())}
    found = []
    for row in now["rows"]:
        what = "ours_ms" if row["aim_in_ms"] else "ratio"
        old = was.get(_key(row), row)[what]
        if row[what] > SLOWER * old:
            found.append(
                f"slower: {row['operation']}, {what.replace('_', ' ')} {old} -> {row[what]}"
            )
    return found


def merge(now: dict[str, Any], before: dict[str, Any]) -> dict[str, Any]:
    """What was measured now, and what was not as it was, in the order that it had."""
    fresh = {_key(row): row for row in now["rows"]}
    old = {_key(row): row for row in before.get("rows", ())}
    return {
        **now,
        "rows": list((old | fresh).values()),
        "peak_mb": before.get("peak_mb", {}) | now["peak_mb"],
    }


def _key(row: dict[str, Any]) -> tuple[str, str]:
    return row["operation"], row["beside"]


def main() -> int:
    """Measure, compare with what is kept, and tell what got slower."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--lists", type=Path, help="folder with snapshots of official lists")
    parser.add_argument("--only", nargs="+", help="only operations with one of these words")
    parser.add_argument("--pairs", type=int, default=PAIRS)
    parser.add_argument("--keep", action="store_true", help="write the results that count")
    arguments = parser.parse_args()
    before = json.loads(RESULTS.read_text()) if RESULTS.is_file() else {}
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SANCTIONS_DATA_CACHE"] = f"{folder}/cache"
        (scratch := Path(folder) / "root").mkdir()
        found = measure(arguments, scratch)
    if arguments.keep:
        kept = merge(found, before)
        RESULTS.write_text(json.dumps(kept, indent=1) + "\n")
        PAGE.write_text(results_page(kept))
    print(results_page(found))
    worse = slower(found, before)
    print("\n".join(worse))
    return int(bool(worse))


if __name__ == "__main__":
    sys.exit(main())
