"""Time what a user waits for, beside another way to do the same work, and compare with before.

    pip install -e . polars
    python benchmarks/run.py            # writes benchmarks/results.md and benchmarks/results.json
    python benchmarks/run.py --rounds 3

Both sides of a row are run in turn in one process; the ratio is the median of the ratios of the
rounds. Peak memory is that of a process that does nothing else. What got slower by more than a
tenth since the kept results is said at the end, with exit code 1.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow.csv

import sanctions_data as sd
from sanctions_data.names.fold import fold_name
from sanctions_data.query import edition
from sanctions_data.query.search import name_index
from sanctions_data.tables.location import csv_path, data_folder

HERE = Path(__file__).resolve().parent
DATA = data_folder()
DAY = "2024-10-14"
MEASURES = ("travel_bans", "asset_freezes", "flight_restrictions", "other_measures")
SLOWER = 1.1
Work = Callable[[], Any]


def scan(table: str) -> pl.LazyFrame:
    """A table as polars reads it when it must."""
    return pl.scan_csv(csv_path(DATA, table), infer_schema=False)


def polars_on_day() -> pl.DataFrame:
    """The measures of a day, by their dates alone."""
    on = (pl.col("start_date") <= DAY) & ((pl.col("end_date") > DAY) | pl.col("end_date").is_null())
    return pl.concat([scan(name).filter(on) for name in MEASURES], how="diagonal").collect()


def polars_compare() -> pl.DataFrame:
    """The same question by the dates alone, without what cannot be told."""
    rows = pl.concat([scan(name) for name in MEASURES], how="diagonal")
    ours = rows.filter(pl.col("authority_id") == "us-ofac")
    theirs = rows.filter(pl.col("authority_id") == "eu")
    alone = ours.join(theirs, on=["entity_id", "measure_type"], how="anti")
    joined = alone.group_by("entity_id").agg(
        pl.col("measure_type").unique().sort().str.join("; "),
        pl.col("programme_id").unique().sort().str.join("; "),
        pl.col("start_date").min(),
    )
    return joined.join(scan("entities"), on="entity_id").sort("name").collect()


def polars_diff(before: dict[str, bytes]) -> list[pl.DataFrame]:
    """The rows that only one of two states has."""
    found = []
    for table, content in before.items():
        old = pl.read_csv(content, infer_schema=False)
        new = pl.read_csv(csv_path(DATA, table), infer_schema=False)
        found += [
            old.join(new, on=old.columns, how="anti", nulls_equal=True),
            new.join(old, on=old.columns, how="anti", nulls_equal=True),
        ]
    return found


def forget() -> None:
    """Forget what was read in this process, so that the file is read again."""
    edition._read_once.cache_clear()


def read_arrow(table: str) -> Any:
    """A table as pyarrow reads it, without our types."""
    return pyarrow.csv.read_csv(csv_path(DATA, table)).to_pandas()


def load_again(table: str) -> Any:
    """A table from its file, although it was read before."""
    forget()
    return sd.load(table)


def folded() -> dict[str, str]:
    """The dict that finds a party by its folded name."""
    names = sd.load("entity_names")
    return {fold_name(n): e for n, e in zip(names["name"], names["entity_id"], strict=True)}


def rows() -> dict[str, tuple[Work, Work, str]]:
    """Of each row of the table: our way, the other way, and what the other way is."""
    from sanctions_data.history.versions import History

    history, release = History(data_folder().parent), "2026.7.0"
    largest = ("entity_names", "entity_attributes", "listings", "asset_freezes")
    before = {table: history.content(table, release) for table in largest}
    by_name, edition_now = folded(), edition.Edition()
    some = sd.load("entity_names")["name"].sample(1000, random_state=1).tolist()
    command = [sys.executable, "-c", "from sanctions_data.cli import main; main()"]
    bare = [sys.executable, "-c", "import pandas"]

    def run(arguments: list[str]) -> None:
        subprocess.run(arguments, check=True, capture_output=True)

    def search_each() -> None:
        for name in some[:20]:
            sd.search([name], progress=False)

    return {
        "load, again": (lambda: sd.load("listings"), lambda: read_arrow("listings"), "Arrow CSV"),
        "load, from CSV": (
            lambda: load_again("listings"),
            lambda: read_arrow("listings"),
            "Arrow CSV",
        ),
        "measures on a day": (lambda: sd.measures(DAY), polars_on_day, "polars from CSV"),
        "compare us-ofac eu": (
            lambda: sd.compare("us-ofac", "eu"),
            polars_compare,
            "polars from CSV",
        ),
        "diff, four largest tables": (
            lambda: [sd.diff(release, "2026.8.0", table=table) for table in largest],
            lambda: polars_diff(before),
            "polars join, without rebuilding",
        ),
        "lookup": (
            lambda: sd.lookup("Iran Air"),
            lambda: by_name[fold_name("Iran Air")],
            "a dict of folded names, without measures",
        ),
        "lookup, as a command": (
            lambda: run([*command, "lookup", "Iran Air"]),
            lambda: run(bare),
            "importing pandas",
        ),
        "lookup --help": (
            lambda: run([*command, "lookup", "--help"]),
            lambda: run([sys.executable, "-c", ""]),
            "Python alone",
        ),
        "opening the name index": (
            lambda: name_index.keep_arrays(
                name_index.NameIndex, edition_now, lambda: name_index._build_index_of(edition_now)
            ),
            lambda: read_arrow("entity_names"),
            "Arrow reading the names",
        ),
        "search, 1,000 names": (lambda: sd.search(some, progress=False), folded, "folding all"),
        "search, 20 one by one": (search_each, folded, "folding all"),
    }


def time_of(work: Work) -> float:
    """Seconds that some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measure(rounds: int) -> list[dict[str, Any]]:
    """Each row of the table, with the medians of so many rounds."""
    found = []
    for name, (ours, other, beside) in rows().items():
        ours(), other()
        pairs = [(time_of(ours), time_of(other)) for _ in range(rounds)]
        found.append(
            {
                "operation": name,
                "beside": beside,
                "ours_ms": round(1000 * statistics.median(one for one, _ in pairs), 2),
                "other_ms": round(1000 * statistics.median(two for _, two in pairs), 2),
                "ratio": round(statistics.median(one / two for one, two in pairs), 3),
            }
        )
        print(found[-1], file=sys.stderr)
    return found


MEMORY = {
    "import": "",
    "measures on a day": f"sd.measures({DAY!r})",
    "compare us-ofac eu": "sd.compare('us-ofac', 'eu')",
    "diff, all tables": "sd.diff('2026.7.0', '2026.8.0')",
    "lookup": "sd.lookup('Iran Air')",
}


def peak_memory() -> dict[str, int]:
    """The peak of a process for each operation, in megabytes."""
    # What getrusage tells begins with the size of the process that started this one.
    code = (
        "import re, pathlib, sanctions_data as sd\n{}\n"
        "status = pathlib.Path('/proc/self/status').read_text()\n"
        "print(int(re.search(r'VmHWM:\\s+(\\d+)', status)[1]) // 1024)"
    )
    return {
        name: int(subprocess.check_output([sys.executable, "-c", code.format(call)], text=True))
        for name, call in MEMORY.items()
    }


def as_markdown(result: dict[str, Any]) -> str:
    """The result as a page."""
    lines = [
        "# How fast it is",
        "",
        "Written by `python benchmarks/run.py`: medians, both sides in turn in one process.",
        f"{result['machine']}. {', '.join(f'{k} {v}' for k, v in result['versions'].items())}.",
        "",
        "| operation | ms | beside it | ms | ratio |",
        "|---|---|---|---|---|",
    ]
    lines += [
        f"| {r['operation']} | {r['ours_ms']} | {r['beside']} | {r['other_ms']} | {r['ratio']} |"
        for r in result["rows"]
    ]
    lines += ["", "| operation | peak memory, MB |", "|---|---|"]
    lines += [f"| {name} | {peak} |" for name, peak in result["peak_mb"].items()]
    return "\n".join(lines) + "\n"


def slower(now: dict[str, Any], before: dict[str, Any]) -> list[str]:
    """What got slower by more than a tenth, by the ratio."""
    was = {row["operation"]: row["ratio"] for row in before.get("rows", ())}
    return [
        f"{row['operation']}: {was[row['operation']]} -> {row['ratio']}"
        for row in now["rows"]
        if row["ratio"] > SLOWER * was.get(row["operation"], row["ratio"])
    ]


def main() -> int:
    """Measure, compare with what is kept, and tell what got slower."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--keep", action="store_true", help="write the results that count")
    arguments = parser.parse_args()
    kept = HERE / "results.json"
    before = json.loads(kept.read_text()) if kept.is_file() else {}
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SANCTIONS_DATA_CACHE"] = folder
        found = {
            "machine": f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}",
            "versions": {"Python": platform.python_version()}
            | {name: version(name) for name in ("pandas", "pyarrow", "polars")},
            "rows": measure(arguments.rounds),
            "peak_mb": peak_memory(),
        }
    if arguments.keep or not before:
        kept.write_text(json.dumps(found, indent=1) + "\n")
        (HERE / "results.md").write_text(as_markdown(found))
    print(as_markdown(found))
    worse = slower(found, before)
    print("\n".join(worse))
    return int(bool(worse))


if __name__ == "__main__":
    sys.exit(main())
