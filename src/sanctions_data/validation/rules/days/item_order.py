"""The rule about lists that count their entries: those of an amendment have one day, in order."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from sanctions_data.validation.engine.columns import CodedRows, rows_of
from sanctions_data.validation.engine.context import Context, Finding, rule
from sanctions_data.validation.issues import Severity

_ITEM = re.compile(r"^(.+)-(\d+(?:\.\d+)?)$")
_MOST_STEPS_BACK = 0.1
"""Where the days go back more often than this, the schedule is in another order."""

Item = tuple[float, str, int]
"""The number of an item, its day of listing, and its row."""


@rule(
    "item-order",
    "Items of one schedule were listed in the order of their numbers.",
    "New parties are added at the end of a schedule. A day out of order is often a misprint.",
    Severity.warning,
)
def item_order(context: Context) -> Iterator[Finding]:
    """Find the fewest items that stand out of the order of days, and tell each run of them once.

    A warning, as a list may number an item anew, and what it prints is not ours to change.
    """
    rows = context.rows("listings")
    for items in _schedules(rows).values():
        for run in _runs_out_of_order(items):
            (first, _, row), last = run[0], run[-1][0]
            shown = f"item {first:g}" if first == last else f"items {first:g} to {last:g}"
            yield Finding(
                "listings",
                row,
                "listed_on",
                f"the day of {shown} is out of the order of items",
                "read the act that added the item; if the list misprints the day, write a row in "
                "corrections",
            )


def _schedules(rows: CodedRows) -> dict[tuple[str, str], list[Item]]:
    """The items that are listed on a day, in order, by list and schedule."""
    found: dict[tuple[str, str], list[Item]] = defaultdict(list)
    on_a_day = rows["listed_precision"].isin("day") & ~rows["delisted_on"].filled
    for row in rows_of(on_a_day):
        if match := _ITEM.match(rows["entry_ref"].text(row)):
            schedule, number = match.groups()
            item = (float(number), rows["listed_on"].text(row), row)
            found[rows["list_id"].text(row), schedule].append(item)
    return {key: sorted(items) for key, items in found.items()}


def _runs_out_of_order(items: Sequence[Item]) -> Iterator[list[Item]]:
    days = [day for day, _ in groupby(day for _, day, _ in items)]
    steps_back = sum(later < earlier for earlier, later in pairwise(days))
    if steps_back == 0 or steps_back > max(1, _MOST_STEPS_BACK * len(days)):
        return
    kept = _longest_in_order([day for _, day, _ in items])
    for out, run in groupby(enumerate(items), key=lambda each: (each[0] not in kept, each[1][1])):
        if out[0]:
            yield [item for _, item in run]


def _longest_in_order(days: Sequence[str]) -> set[int]:
    """The places of the longest sequence of days that never goes back.

    Example:
        >>> sorted(_longest_in_order(["2022-03-06", "2023-03-10", "2022-03-14", "2022-03-14"]))
        [0, 2, 3]
    """
    ends: list[str] = []  # the least day with which a sequence of each length ends …
    places: list[int] = []  # … and its place
    before: list[int] = []
    for place, day in enumerate(days):
        length = bisect_right(ends, day)
        before.append(places[length - 1] if length else -1)
        ends[length:] = [day, *ends[length + 1 :]]
        places[length:] = [place, *places[length + 1 :]]
    found = set()
    place = places[-1] if places else -1
    while place >= 0:
        found.add(place)
        place = before[place]
    return found
