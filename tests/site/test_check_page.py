"""Rows checked in the browser: the verdicts of ``validate`` on rows made wrong in many ways."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest
from tests.validation.test_corpus import DATA, WAYS, Corpus, Way, made_wrong, sample, written

from sanctions_data.tables.location import csv_path
from sanctions_data.validation import validate

# The site is made of all tables.
pytestmark = pytest.mark.full

CHECK = """async pasted => {
  const told = await sanctionsSite.check(pasted);
  return told.map(each => each.issues.map(issue => [issue.rule, issue.column]));
}"""
RULES = "fetch('data/check.json').then(answer => answer.json())"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("corpus")
    frames = sample(DATA)
    for name, frame in frames.items():
        csv_path(folder, name).write_bytes(written(frame))
    return Corpus(folder, frames, frozenset(issue.identity for issue in validate(folder).issues))


@pytest.fixture(scope="module")
def rules(page: Any) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(RULES)
    return found


def on_page(page: Any, pasted: dict[str, bytes]) -> list[Counter[tuple[str, str]]]:
    files = [{"table": name, "text": text.decode()} for name, text in pasted.items()]
    return [Counter(map(tuple, issues)) for issues in page.evaluate(CHECK, files)]


def test_every_way_is_told_as_by_validate(page: Any, corpus: Corpus, rules: dict[str, Any]) -> None:
    caught, differ = 0, {}
    for ways in rounds([way for way in WAYS if way.table in rules["tables"]]):
        wrong = {way.table: made_wrong(way, corpus.frames[way.table]) for way in ways}
        expected: dict[str, Counter[tuple[str, str]]] = {table: Counter() for table in wrong}
        report = corpus.check({table: content for table, (content, _) in wrong.items()})
        for issue in report.issues:
            if issue.is_new and issue.rule in rules["claimed"]:
                expected[Path(issue.file).stem][issue.rule, issue.column] += 1
        for way in ways:
            (found,) = on_page(page, {way.table: only_wrong(way, corpus)})
            caught += len(wrong[way.table][1]) if found else 0
            if found != expected[way.table]:
                differ[way.name] = (found - expected[way.table], expected[way.table] - found)
    assert differ == {}
    assert caught >= 300


def rounds(ways: list[Way]) -> Iterator[list[Way]]:
    """The ways in groups of one a table: to check the data once for each would take a minute."""
    by_table = [[way for way in ways if way.table == name] for name in {w.table: 0 for w in ways}]
    for group in zip_longest(*by_table):
        yield [way for way in group if way is not None]


def only_wrong(way: Way, corpus: Corpus) -> bytes:
    """The rows that were made wrong, without those around them."""
    frame = corpus.frames[way.table]
    content, _ = made_wrong(way, frame.loc[way.rows(frame)].reset_index(drop=True))
    return content


def test_sound_rows_have_no_issue(page: Any, corpus: Corpus, rules: dict[str, Any]) -> None:
    known = Counter(
        (Path(issue.file).stem, issue.rule, issue.column)
        for issue in validate(corpus.folder).issues
        if issue.rule in rules["claimed"]
    )
    pasted = {name: written(corpus.frames[name]) for name in rules["tables"]}
    found = on_page(page, pasted)
    told = Counter(
        (name, *place)
        for name, issues in zip(pasted, found, strict=True)
        for place in issues.elements()
    )
    assert told == known
    assert sum(map(len, (corpus.frames[name] for name in pasted))) > 2_000


def test_rows_are_pasted_and_told(page: Any) -> None:
    page.goto(f"{page.home}#/check/travel_bans")
    page.wait_for_selector("#rows")
    page.fill("#rows", "fr-ban-x,iran-air,fr\n")
    page.click("#check")
    page.locator("#checked", has_text="row-width").wait_for()
    header = page.locator(".columns").inner_text().split(",")
    cells = {"measure_id": "fr-ban-x", "entity_id": "iran-air", "authority_id": "fr",
             "status": "active", "start_date": "14/10/2024", "start_precision": "day",
             "measure_type": "travel_ban", "basis": "stated", "evidence": "secondary",
             "source_id": "jwire-2024-10-15"}  # fmt: skip
    page.fill("#rows", ",".join(cells.get(name, "") for name in header) + "\n")
    page.click("#check")
    page.locator("#checked", has_text="1 row read").wait_for()
    told = page.locator("#checked td[data-title='Rule']").all_inner_texts()
    assert {"cell-enum", "cell-date", "travel-ban-on-person"} <= set(told)
    assert page.locator("#propose").get_attribute("href").endswith("/compare")
    assert page.errors == []
