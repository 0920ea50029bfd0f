"""The results of ``run.py`` as a page for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

HEAD = """\
# How fast it is

Written by `python benchmarks/run.py --keep`; do not edit. Both sides of a row run in turn, in one \
process and within the same minute. Times are user time of the processor, of all threads and of \
processes that were started, as the machine was shared: what the clock says is shorter where there \
are several cores, and longer where others use them. Milliseconds are medians, and so is the \
ratio, of the ratios of the pairs.
"""


def results_page(result: dict[str, Any]) -> str:
    """The page.

    Example:
        >>> row = {"operation": "load", "beside": "Arrow", "ours_ms": 50.0, "other_ms": 100.0,
        ...        "ratio": 0.5, "pairs": 7, "aim": 1.1, "aim_in_ms": False, "is_met": True}
        >>> found = {"machine": "2 cores", "versions": {}, "rows": [row], "peak_mb": {}}
        >>> page = results_page(found)
        >>> page.splitlines()[8]
        '| load | 50 | Arrow | 100 | 0.50 | ≤ 1.1 | yes | 7 |'
    """
    versions = ", ".join(f"{name} {version}" for name, version in result["versions"].items())
    lines = [
        *HEAD.splitlines(),
        "",
        f"{result['machine']}. {versions}.",
        "",
        "| operation | ms | beside it | ms | ratio | aim | met | pairs |",
        "|---|---:|---|---:|---:|---:|---|---:|",
        *map(_line, result["rows"]),
    ]
    if result["peak_mb"]:
        lines += ["", "| operation | peak memory of its process, MB |", "|---|---:|"]
        lines += [f"| {name} | {peak:,} |" for name, peak in result["peak_mb"].items()]
    return "\n".join(lines) + "\n"


def _line(row: dict[str, Any]) -> str:
    return f"| {' | '.join(_cells(row))} |"


def _cells(row: dict[str, Any]) -> Iterator[str]:
    yield row["operation"]
    yield _number(row["ours_ms"])
    yield row["beside"]
    yield _number(row["other_ms"])
    yield "" if row["aim_in_ms"] else _number(row["ratio"], 2)
    yield "" if row["aim"] is None else f"≤ {_aim(row)}"
    yield {None: "", True: "yes", False: "no"}[row["is_met"]]
    yield str(row["pairs"])


def _aim(row: dict[str, Any]) -> str:
    if row["aim_in_ms"]:
        return f"{row['aim']:,} ms"
    return f"1/{1 / row['aim']:.0f}" if row["aim"] < 0.5 else f"{row['aim']:g}"


def _number(value: float, places: int = 0) -> str:
    if value and value < 1 / 3:
        return f"1/{1 / value:.0f}" if places else f"{value:.2f}"
    return f"{value:,.{places if value < 100 else 0}f}"
