"""How cost grows with the data: the same operations on once, four and sixteen times the parties.

    pip install -e .[charts,dask]
    python benchmarks/growth.py FOLDER [--times 1 4 16] [--dask 16]

``FOLDER`` takes the larger tables: every party, listing and measure is copied under new ids, and
its names with other letters. Each operation runs in a process of its own, the second time after a
first; user time of the processor and peak memory are kept in ``benchmarks/growth.json``, and
drawn in ``docs/growth.svg``. ``--dask`` asks the same on two local workers, and fails where an
answer is another.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import string
import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas as pd

import sanctions_data as sd
from sanctions_data.tables.location import data_folder, root_folder

HERE = Path(__file__).resolve().parent
RESULTS, PLOT = HERE / "growth.json", HERE.parent / "docs" / "growth.svg"
IDS = {"entity_id", "listing_id", "measure_id", "merged_into"}
COPIED = ("entities", "entity_names", "entity_identifiers", "entity_attributes", "listings",
          "sightings", "travel_bans", "asset_freezes", "flight_restrictions",
          "other_measures")  # fmt: skip
NAMES = 200
OPERATIONS = {
    "load": "sd.load('listings', root=root)",
    "measures on a day": "sd.measures('2024-10-14', root=root)",
    "compare": "sd.compare('us-ofac', 'eu', root=root)",
    "second lookup": "sd.lookup('Iran Air', root=root)",
    "search": f"sd.search(sd.load('entity_names', root=root)['name'][:{NAMES}].tolist(), "
    "progress=False, root=root)",
}
CODE = """
import json, pathlib, re, resource, sys
import sanctions_data as sd
from sanctions_data.query import edition
root = pathlib.Path(sys.argv[1])
used = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_utime
{call}
if {again!r}: edition._read_once.cache_clear()
before = used()
{call}
seconds = used() - before
status = pathlib.Path("/proc/self/status").read_text()
print(json.dumps([seconds, int(re.search(r"VmHWM:\\s+(\\d+)", status)[1]) // 1024]))
"""


def make_larger(root: Path, times: int) -> None:
    """Tables with so many times the parties."""
    shutil.copytree(data_folder(), root / "data")
    shutil.copy(root_folder() / "datapackage.json", root)
    letters = string.ascii_lowercase
    for table in COPIED:
        path = root / "data" / f"{table}.csv"
        frame = pd.read_csv(path, dtype="str", keep_default_na=False)
        for number in range(1, times):
            shifted = letters[number:] + letters[:number]
            other = str.maketrans(letters + letters.upper(), shifted + shifted.upper())
            copy = frame.copy()
            for column in IDS & set(copy):
                copy[column] = copy[column].where(copy[column] == "", copy[column] + f"-x{number}")
            if "name" in copy:
                copy["name"] = copy["name"].str.translate(other)
            copy.to_csv(path, mode="a", header=False, index=False, lineterminator="\n")


def measure(root: Path) -> dict[str, list[float]]:
    """Seconds of the processor and peak megabytes of each operation."""
    found = {}
    for name, call in OPERATIONS.items():
        code = CODE.format(call=call, again=name == "load")
        told = subprocess.check_output([sys.executable, "-c", code, str(root)], text=True)
        found[name] = json.loads(told.splitlines()[-1])
        print(root.name, name, found[name], flush=True)
    return found


def ask_dask(root: Path) -> None:
    """Ask the same of two local workers.

    Raises:
        AssertionError: an answer is another.
    """
    import dask.dataframe as dd
    from distributed import Client, LocalCluster

    from sanctions_data.query.search.search_dask import search_partitions

    names = sd.load("entity_names", root=root)[["name"]].head(NAMES).reset_index(drop=True)
    with LocalCluster(n_workers=2, threads_per_worker=1) as cluster, Client(cluster) as client:
        futures = {
            "load": client.submit(sd.load, "listings", root=root),
            "measures on a day": client.submit(sd.measures, "2024-10-14", root=root),
            "compare": client.submit(sd.compare, "us-ofac", "eu", root=root),
        }
        found = {name: future.result() for name, future in futures.items()}
        parts = dd.from_pandas(names, npartitions=4)
        found["search"] = search_partitions(parts, "name", root=root).compute()
    wanted = {
        "load": sd.load("listings", root=root),
        "measures on a day": sd.measures("2024-10-14", root=root),
        "compare": sd.compare("us-ofac", "eu", root=root),
        "search": sd.search(names["name"].tolist(), progress=False, root=root),
    }
    for name, answer in wanted.items():
        # Some answers are frames of a kind of their own, which show themselves.
        same, plain = (pd.DataFrame(each).reset_index(drop=True) for each in (found[name], answer))
        pd.testing.assert_frame_equal(same, plain)
        print(f"{name}: the same {len(answer):,} rows")


def draw(results: dict[str, dict[str, list[float]]]) -> None:
    """A plot for each operation: time and memory by the size of the data."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "growth"
    from matplotlib import pyplot as plt

    times = sorted(map(int, results))
    figure, plots = plt.subplots(2, len(OPERATIONS), figsize=(3 * len(OPERATIONS), 5), sharex=True)
    for place, name in enumerate(OPERATIONS):
        for row in range(2):
            values: list[Any] = [results[str(n)][name][row] for n in times]
            plots[row][place].plot(times, values, "o-", color="#1f5fa8")
            plots[row][place].set_ylim(bottom=0)
            plots[row][place].set_xticks(times)
        plots[0][place].set_title(name)
        plots[1][place].set_xlabel("times the data")
        plots[0][0].set_ylabel("s of the processor")
        plots[1][0].set_ylabel("MB at the peak")
    figure.tight_layout()
    figure.savefig(PLOT, metadata={"Date": None})


def main() -> None:
    """Make the larger tables, measure, keep and draw."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--times", type=int, nargs="+", default=[1, 4, 16])
    parser.add_argument("--dask", type=int, help="also ask two local workers, of so many times")
    arguments = parser.parse_args()
    os.environ["SANCTIONS_DATA_CACHE"] = str(arguments.folder / "cache")
    results = json.loads(RESULTS.read_text()) if RESULTS.is_file() else {}
    for times in arguments.times:
        if not (root := arguments.folder / f"times-{times}").is_dir():
            root.mkdir(parents=True)
            make_larger(root, times)
        results[str(times)] = measure(root)
    RESULTS.write_text(json.dumps(results, indent=1) + "\n")
    draw(results)
    if arguments.dask:
        ask_dask(arguments.folder / f"times-{arguments.dask}")


if __name__ == "__main__":
    main()
