"""What validating costs, against frictionless on the same tables, and on a big contribution.

    python benchmarks/bench_validate.py [DATA]

``DATA`` is a folder with the CSVs, the installed data if left out. A fresh process a run, and
ours and theirs alternate, so that a busy machine slows both; the figures are medians. "check"
is the check alone, without starting Python and importing; "command" is all of the command, as
a contributor waits for it. Memory is the peak of the whole process, as Linux tells it.

The broken package has a wrong cell in every column of every table; each line on which
frictionless finds an issue must be one on which we find one. The big contribution is the folder
with 200,000 more asset freezes: once all right, once each with an issue.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import pandas as pd
from frictionless import Package

from sanctions_data.generate.generated_files import descriptor_bytes
from sanctions_data.schema import TABLES
from sanctions_data.tables.canonical import canonical_bytes, csv_bytes, read_text
from sanctions_data.tables.location import csv_path, data_folder, root_folder
from sanctions_data.validation import validate

RUNS = 3
ROWS = 200_000
OURS = """
from sanctions_data.validation.validate import validate
run = lambda: validate({path!r}, limit=100)
count = lambda report: report.counts.total()
shown = lambda report: len(report.issues)
"""
THEIRS = """
from frictionless import Package
package = Package({path!r})
run = lambda: package.validate()
count = shown = lambda report: sum(len(task.errors) for task in report.tasks)
"""
COMMANDS = {
    "sanctions-data": ("sanctions-data", "validate", "data"),
    "frictionless": ("frictionless", "validate", "datapackage.json"),
}
MEASURE = """
import json, time
began = time.perf_counter()
report = run()
seconds = time.perf_counter() - began
status = open("/proc/self/status").read()  # The highest mark of this process alone.
peak = int(status.partition("VmHWM:")[2].split()[0]) / 1024
print(json.dumps([seconds, peak, count(report), shown(report)]))
"""


def measured(code: str, path: Path) -> list[float]:
    """Seconds, peak MB, issues found and issues shown, of one run in a process of its own."""
    program = code.format(path=str(path)) + MEASURE
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    figures: list[float] = json.loads(done.stdout)
    return figures


def command_seconds(root: Path, command: tuple[str, ...]) -> float:
    """Seconds of a whole command in the package."""
    program = Path(sys.executable).with_name(command[0])
    began = time.perf_counter()
    subprocess.run([program, *command[1:]], cwd=root, capture_output=True, check=True)
    return time.perf_counter() - began


def package(root: Path, data: Path) -> None:
    """A package of the tables as they are, with a descriptor that fits them."""
    shutil.copytree(data, root / "data")
    for name in ("pyproject.toml", "datapackage.json"):
        if (root_folder() / name).is_file():
            shutil.copy(root_folder() / name, root)
    (root / "datapackage.json").write_bytes(descriptor_bytes(root))


def break_cells(data: Path) -> None:
    """Make a cell wrong in every column of every table, each in a row of its own."""
    for name, table in TABLES.items():
        frame = read_text(csv_path(data, name))
        for row, column in enumerate(table.columns[: len(frame)]):
            frame.loc[row, column.name] = None if column.required and row % 2 else "No such cell "
        cells = frame.fillna("").itertuples(index=False, name=None)
        csv_path(data, name).write_bytes(csv_bytes(table.header, cells))


def missed(root: Path) -> set[tuple[str, int]]:
    """Table and line of each issue that frictionless finds and we do not."""
    tasks = Package(str(root / "datapackage.json")).validate().tasks
    theirs = {(t.name, getattr(e, "row_number", 0)) for t in tasks for e in t.errors}
    ours = {(Path(f.file).stem, f.line) for f in validate(root / "data").issues}
    print(f"broken package: frictionless finds issues on {len(theirs)} lines, we on {len(ours)}")
    return theirs - ours


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
    print(f"{name:34} {seconds:8.3f} s {peak:6.0f} MB {found:9,.0f} issues, {shown:,.0f} shown")


def main() -> None:
    """Run the command line."""
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else data_folder()
    with TemporaryDirectory() as scratch:
        root = Path(scratch)
        package(root, data)
        ours, theirs = [], []
        whole: dict[str, list[float]] = {name: [] for name in COMMANDS}
        for _ in range(RUNS):
            ours.append(measured(OURS, root / "data"))
            theirs.append(measured(THEIRS, root / "datapackage.json"))
            for name, command in COMMANDS.items():
                whole[name].append(command_seconds(root, command))
        line("check by sanctions-data", ours)
        line("check by frictionless", theirs)
        ratio = median(run[0] for run in theirs) / median(run[0] for run in ours)
        print(f"our check takes 1/{ratio:.1f} of the time")
        seconds = {name: median(runs) for name, runs in whole.items()}
        for name, command in COMMANDS.items():
            print(f"{' '.join(command):40} {seconds[name]:8.3f} s")
        ratio = seconds["frictionless"] / seconds["sanctions-data"]
        print(f"our command takes 1/{ratio:.1f} of the time")
        for status in ("ended", "finished"):
            folder = contribution(root, data, status)
            line(f"{ROWS:,} more rows, status {status}", [measured(OURS, folder)])
        break_cells(root / "data")
        (root / "datapackage.json").write_bytes(descriptor_bytes(root))
        if lines := missed(root):
            sys.exit(f"we miss what frictionless finds: {sorted(lines)}")


if __name__ == "__main__":
    main()
