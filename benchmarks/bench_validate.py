"""What validating costs, against frictionless on the same tables, and on a big contribution.

    python benchmarks/bench_validate.py [DATA]

``DATA`` is a folder with the CSVs, the installed data if left out. A fresh process a run, and
ours and theirs alternate, so that a busy machine slows both; the figures are medians. Time is
that of the check alone, without starting Python, importing and loading the definition of the
tables; memory is the peak of the whole
process. The big contribution is the folder with 200,000 more asset freezes: once all right,
once each with a fault.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import pandas as pd

from sanctions_data.descriptor.generate import descriptor_bytes
from sanctions_data.files.canonical import canonical_bytes, read_text
from sanctions_data.files.location import csv_path, data_folder, root_folder
from sanctions_data.schema import TABLES

RUNS = 5
ROWS = 200_000
OURS = """
from sanctions_data.schema import TABLES
from sanctions_data.validation.validate import validate
loaded = [table.columns for table in TABLES.values()]
run = lambda: validate({path!r}, most=100)
count = lambda report: report.counts.total()
shown = lambda report: len(report.faults)
"""
THEIRS = """
from frictionless import Package
package = Package({path!r})
run = lambda: package.validate()
count = shown = lambda report: sum(len(task.errors) for task in report.tasks)
"""
MEASURE = """
import json, resource, time
began = time.perf_counter()
report = run()
seconds = time.perf_counter() - began
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([seconds, peak, count(report), shown(report)]))
"""


def measured(code: str, path: Path) -> list[float]:
    """Seconds, peak MB, faults found and faults shown, of one run in a process of its own."""
    program = code.format(path=str(path)) + MEASURE
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    figures: list[float] = json.loads(done.stdout)
    return figures


def package(root: Path, data: Path) -> None:
    """A package of the tables as they are, with a descriptor that fits them."""
    shutil.copytree(data, root / "data")
    for name in ("pyproject.toml", "datapackage.json"):
        if (root_folder() / name).is_file():
            shutil.copy(root_folder() / name, root)
    (root / "datapackage.json").write_bytes(descriptor_bytes(root))


def contribution(root: Path, data: Path, status: str) -> Path:
    """The tables with many more asset freezes, each with this status."""
    folder = root / f"data-{status}"
    shutil.copytree(data, folder)
    path = csv_path(folder, "asset_freezes")
    frame = read_text(path)
    curated = frame[frame["listing_id"].isna() & (frame["status"] == "in_force")]
    entities = read_text(csv_path(folder, "entities"))
    kept = entities[entities["merged_into"].isna()]["entity_id"]
    numbers = range(ROWS)
    days = [f"{1950 + n % 70}-{1 + n // 70 % 12:02}-{1 + n // 840 % 27:02}" for n in numbers]
    rows = (
        curated.head(1)
        .loc[curated.index[:1].repeat(ROWS)]
        .assign(
            measure_id=[f"bench-{n:06}" for n in numbers],
            entity_id=[kept.iloc[n % len(kept)] for n in numbers],
            instrument_id=None,
            start_date=days,
            end_date=[f"{day[:8]}{int(day[8:]) + 1:02}" for day in days],
            end_precision="day",
            status=status,
        )
    )
    more = pd.concat([frame, rows]).astype("str")
    path.write_bytes(canonical_bytes(more, TABLES["asset_freezes"].key))
    return folder


def line(name: str, runs: list[list[float]]) -> None:
    """Print the medians of some runs."""
    seconds, peak, found, shown = (median(column) for column in zip(*runs, strict=True))
    print(f"{name:34} {seconds:8.3f} s {peak:6.0f} MB {found:9,.0f} faults, {shown:,.0f} shown")


def main() -> None:
    """Run the command line."""
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else data_folder()
    with TemporaryDirectory() as scratch:
        root = Path(scratch)
        package(root, data)
        ours, theirs = [], []
        for _ in range(RUNS):
            ours.append(measured(OURS, root / "data"))
            theirs.append(measured(THEIRS, root / "datapackage.json"))
        line("sanctions-data", ours)
        line("frictionless", theirs)
        ratio = median(run[0] for run in theirs) / median(run[0] for run in ours)
        print(f"ours takes 1/{ratio:.1f} of the time")
        for status in ("ended", "finished"):
            folder = contribution(root, data, status)
            line(f"{ROWS:,} more rows, status {status}", [measured(OURS, folder)])


if __name__ == "__main__":
    main()
