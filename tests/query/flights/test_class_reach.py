"""Whom a class takes in: by its code, the longest that fits."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import sanctions_data as sd
from sanctions_data.query.flights import class_reach as module
from sanctions_data.query.flights.class_reach import CARRIERS, FLIGHTS, PART, class_reach


@pytest.mark.parametrize(
    ("entity_id", "reach"),
    [
        ("carriers-of-iran", CARRIERS),
        ("aircraft-of-libya", CARRIERS),
        ("aircraft-of-unita", PART),
        ("flights-to-or-from-libya", FLIGHTS),
        ("flights-to-or-from-abkhazia", PART),
        ("all-air-traffic", FLIGHTS),
        ("cargo-aircraft-of-iran", PART),
        ("military-aircraft-of-france", PART),
        ("a-new-class", PART),
    ],
)
def test_reach(entity_id: str, reach: str) -> None:
    assert class_reach(entity_id) == reach


def test_every_line_fits_a_class() -> None:
    parties = sd.load("entities")
    classes = parties.loc[parties["kind"] == "class", "entity_id"]
    with Path(module.__file__).with_suffix(".csv").open(encoding="utf-8", newline="") as handle:
        codes = [row["entity_id"] for row in csv.DictReader(handle)]
    assert [
        code for code in codes if not classes.str.startswith(code.removesuffix("*")).any()
    ] == []
