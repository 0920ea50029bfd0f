"""May X fly to Y: the pages answer as the library does."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

import sanctions_data as sd

# The site is made of all tables.
pytestmark = pytest.mark.full

PARTIES = ["RU", "IR", "BY", "GB", "mahan-air", "iran-air", "south-african-airways"]
STATES = ["DE", "US", "RU"]
DAYS = ["1985-06-01", "2022-03-05"]
ASK = """async cases => {
  const names = await sanctionsSite.Names.load();
  const { members } = await sanctionsSite.flightFacts();
  const told = [];
  for (const [who, to, day] of cases) {
    const { asked, restrictions } = await sanctionsSite.questionOf(who, names);
    const { answer, rows } = sanctionsSite.mayFly(asked, to, day, restrictions, members, names);
    told.push([answer, rows.map(([effect, row]) => [effect, row.measure_id].join(" ")).sort()]);
  }
  return told;
}"""


def test_flights_are_answered_as_in_the_library(page: Any) -> None:
    cases = list(product(PARTIES, STATES, DAYS))
    found = page.evaluate(ASK, cases)
    wrong = []
    for (who, to, day), (answer, rows) in zip(cases, found, strict=True):
        told = sd.may_fly(who, to, on=day)
        expected = sorted(
            f"{effect} {measure}"
            for effect, measure in zip(told.rows["effect"], told.rows["measure_id"], strict=True)
        )
        if (answer, rows) != (told.answer, expected):
            wrong.append((who, to, day, answer, rows, told.answer, expected))
    assert wrong == []
