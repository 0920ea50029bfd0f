"""Whom a class of flights or carriers takes in: a whole country, or a part of it.

``class_reach.csv`` says it by the code of the class; a code that ends in ``*`` stands for all
that begin so, and the longest that fits decides. A class that it does not name is a part: of
cargo, charter, military and state flights, of one region, it cannot be told whether they are
meant where someone asks for the flights of a carrier.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).with_suffix(".csv")

CARRIERS = "carriers"
FLIGHTS = "flights"
PART = "part"


def class_reach(entity_id: str) -> str:
    """Whom a class takes in.

    Returns:
        ``carriers``: all carriers or aircraft of its country; ``flights``: all flights to, from
        and over it, whosever they are; ``part``: some of either.

    Example:
        >>> [class_reach(each) for each in ("carriers-of-iran", "cargo-flights-of-iran")]
        ['carriers', 'part']
    """
    fits = [(len(code), reach) for code, reach in _rows() if _fits(entity_id, code)]
    return max(fits)[1] if fits else PART


def _fits(entity_id: str, code: str) -> bool:
    return entity_id.startswith(code[:-1]) if code.endswith("*") else entity_id == code


@lru_cache(maxsize=1)
def _rows() -> list[tuple[str, str]]:
    with _FILE.open(encoding="utf-8", newline="") as handle:
        return [(row["entity_id"], row["reach"]) for row in csv.DictReader(handle)]
