"""Who might not fly where, on a day: questions whose answers were looked up in public texts.

``questions.csv`` holds one a row: the day, the authorities and the countries (several are
separated by a space), kinds where only some are meant, the measures that were in force and those
of which it cannot be told, and where the answer stands. ``found_by`` says ``own`` where the text
was looked for on its own, and ``data`` where it is the source of the row. Denials of export
privileges and rows of lists are left out.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

import sanctions_data as sd

with Path(__file__).with_name("questions.csv").open(encoding="utf-8", newline="") as handle:
    QUESTIONS = list(csv.DictReader(handle))


@pytest.mark.parametrize(
    "question", QUESTIONS, ids=lambda each: f"{each['on']} {each['by']} on {each['against']}"
)
def test_question(question: dict[str, str]) -> None:
    found = sd.flights(on=question["on"], by=question["by"].split(), undecided="include")
    curated = found[
        found["listing_id"].isna()
        & found["party_country"].isin(question["against"].split())
        & (found["restriction_kind"] != "denial_order")
    ]
    if kinds := question["kind"].split():
        curated = curated[curated["restriction_kind"].isin(kinds)]
    told = {
        status: sorted(curated.loc[curated["day_status"] == status, "measure_id"])
        for status in ("in_force", "cannot_be_told")
    }
    assert told == {status: question[status].split() for status in told}, question["source"]


def test_there_are_questions_of_all_decades_with_their_sources() -> None:
    assert len(QUESTIONS) >= 80
    assert sum(question["found_by"] == "own" for question in QUESTIONS) >= 40
    assert all(question["source"].startswith("https://") for question in QUESTIONS)
    decades = Counter(question["on"][:3] for question in QUESTIONS)
    assert {"198", "199", "200", "201", "202"} <= {each for each, n in decades.items() if n >= 10}


def test_some_answers_are_none_and_some_cannot_be_told() -> None:
    assert sum(not question["in_force"] for question in QUESTIONS) >= 20
    assert any(question["cannot_be_told"] for question in QUESTIONS)
