"""Rebuilding the oldest version of the largest table, against loading it as it is.

Run it with ``python benchmarks/bench_history.py``. Seconds are those of the processor, in turn, in
one run; what counts is the ratio of their medians.
"""

from __future__ import annotations

from statistics import median
from time import process_time

import pandas as pd

import sanctions_data as sd
from sanctions_data.history.versions import History
from sanctions_data.tables.location import csv_path, data_folder, root_folder

RUNS = 5


def seconds(call: object, *arguments: object, **options: object) -> float:
    """Processor seconds of one call."""
    began = process_time()
    call(*arguments, **options)  # type: ignore[operator]
    return process_time() - began


def main() -> None:
    """Print a row a table: bare read, our load, rebuild, and the ratios."""
    oldest = History(root_folder()).versions[0]
    rows = sd.tables().set_index("table")["rows"].drop(["changes", "releases"])
    print(f"{'table':22}{'rows':>9}{'bare s':>9}{'load s':>9}{oldest:>10}{'/bare':>8}{'/load':>8}")
    for name in rows.sort_values(ascending=False).head(3).index:
        path = csv_path(data_folder(), name)
        sd.load(name)
        timed = [
            (
                seconds(pd.read_csv, path, dtype="str"),
                seconds(sd.load, name),
                seconds(sd.load, name, version=oldest),
            )
            for _ in range(RUNS)
        ]
        bare, load, rebuilt = (median(column) for column in zip(*timed, strict=True))
        print(
            f"{name:22}{rows[name]:>9,}{bare:>9.3f}{load:>9.3f}{rebuilt:>10.3f}"
            f"{rebuilt / bare:>8.1f}{rebuilt / load:>8.1f}"
        )


if __name__ == "__main__":
    main()
