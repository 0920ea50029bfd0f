"""Pandera alone and the fast engine are of one mind about all that the models can see.

``test_corpus.py`` holds the fast engine to the line and the column of every wrong row; here
pandera is held to the same. What only the rules beyond the models see is a strict expected
failure, by the kind of rule: should pandera see it one day, the test says so.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from tests.schema.test_parity import ISSUES
from tests.schema.test_parity import Issue as Breach
from tests.validation.test_corpus import (
    BROKEN,
    DATA,
    HARMLESS,
    NOT_REFERRED_TO,
    WAYS,
    Frames,
    Way,
    made_wrong,
    sample,
    written,
)

import sanctions_data as sd
from sanctions_data.schema import TABLES
from sanctions_data.tables.canonical import csv_bytes
from sanctions_data.tables.location import csv_path
from sanctions_data.validation import Issue, Report

pytestmark = pytest.mark.full

GAPS = {
    "letters: the models do not look at how a text is written": {
        "space at the end", "space at the beginning", "no-break space at the end", "two spaces",
        "line break", "tab", "zero width space", "byte order mark in a cell", "soft hyphen", "bell",
        "right-to-left override", "broken encoding", "formula", "formula with plus",
        "formula with minus", "formula with at sign", "n/a", "unknown", "a dash", "TBD", "null",
        "Cyrillic letter in a Latin word", "Cyrillic letter in a name",
    },
    "a row in itself: the models do not hold one column against another": {
        "end before start", "end on the day of the start", "in force, but ended", "ended, no end",
        "no precision", "precision without a date", "stated with a rule", "derived without a rule",
        "primary without an act", "event part of itself", "travel ban among freezes",
    },
    "the day of the data: the models do not know it": {
        "in force from a day to come", "announced on a day to come", "event to come",
        "listed on a day to come",
    },
    "rows of one table: the models compare nothing but keys": {
        "measure twice", "measure twice, another day", "entry twice", "party twice",
        "opposite statement", "two decisions",
    },
    "rows of two tables: a foreign key tells that the other row is there, not what it says": {
        "in force before the act", "travel ban on a company", "another authority's programme",
        "another state's act", "primary by a newspaper", "somebody else's listing",
        "member of a company", "scope of another kind",
    },
    "check digits: the models do not reckon": {
        "another last digit", "a digit of a ship's number is missing",
    },
    "a reference to one of several tables: a foreign key has one": {"unknown measure of an event"},
}  # fmt: skip
FILE_GAPS = {"no rows": "a table without rows: the models know no least number"}


def known(reason: str | None) -> list[pytest.MarkDecorator]:
    """The mark of a gap."""
    return [pytest.mark.xfail(strict=True, reason=reason)] if reason else []


def ways() -> list[Any]:
    """Every way to make a row wrong, marked where pandera is known not to see it."""
    reasons = {name: reason for reason, names in GAPS.items() for name in names}
    return [pytest.param(way, id=way.name, marks=known(reasons.get(way.name))) for way in WAYS]


def files() -> list[Any]:
    """Every way to break a file, marked likewise."""
    return [pytest.param(name, id=name, marks=known(FILE_GAPS.get(name))) for name in BROKEN]


@pytest.fixture(scope="module")
def frames() -> Frames:
    """A part of the real data, without the changes, which are many and refer to nothing."""
    found = sample(DATA)
    return {**found, "changes": found["changes"].head(0)}


@pytest.fixture(scope="module")
def folder(frames: Frames, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That part on disk."""
    folder = tmp_path_factory.mktemp("sample")
    for name, frame in frames.items():
        csv_path(folder, name).write_bytes(written(frame))
    return folder


def check(folder: Path, contents: dict[str, bytes | None], frames: Frames, path: Path) -> Report:
    """Have pandera check with these files instead of those in the folder; None is no file."""
    for table, content in contents.items():
        place = csv_path(folder, table)
        place.unlink() if content is None else place.write_bytes(content)
    try:
        return sd.validate(path, engine="pandera")
    finally:
        for table in contents:
            csv_path(folder, table).write_bytes(written(frames[table]))


def test_a_sound_folder_has_no_issues(folder: Path, frames: Frames) -> None:
    report = sd.validate(folder, engine="pandera")
    assert report.issues == []
    assert report.rows == {name: len(frame) for name, frame in frames.items()}


@pytest.mark.parametrize("way", ways())
def test_wrong_row_is_caught(way: Way, folder: Path, frames: Frames) -> None:
    content, lines = made_wrong(way, frames[way.table])
    place = csv_path(folder, way.table)
    found = check(folder, {way.table: content}, frames, place).issues
    assert {f.line for f in found if f.column == way.column} == lines
    assert {(f.file, f.line) for f in found} == {(str(place), line) for line in lines}


def test_a_gap_is_named_once() -> None:
    named = [name for names in GAPS.values() for name in names]
    assert len(named) == len(set(named))
    assert set(named) < {way.name for way in WAYS}


@pytest.mark.parametrize("name", files())
def test_broken_file_is_caught(name: str, folder: Path, frames: Frames) -> None:
    _, line, change = BROKEN[name]
    contents = {table: change(written(frames[table])) for table in NOT_REFERRED_TO}
    places = {str(csv_path(folder, table)) for table in contents}
    found = check(folder, contents, frames, folder).issues
    assert {f.file for f in found} == places
    firsts = {place: min(f.line for f in found if f.file == place) for place in places}
    assert firsts == dict.fromkeys(places, line)


@pytest.mark.parametrize("edit", HARMLESS)
def test_harmless_edit_gives_no_issue(edit: str, folder: Path, frames: Frames) -> None:
    for table in NOT_REFERRED_TO:
        content = HARMLESS[edit](written(frames[table]))
        assert check(folder, {table: content}, frames, csv_path(folder, table)).issues == []


OF_MODELS = {"required", "unique-key", "foreign-key", "header"}


def by_models(issues: list[Issue]) -> set[tuple[str, int, str, str]]:
    """The issues whose rule the models know."""
    return {
        (issue.file, issue.line, issue.column, issue.rule)
        for issue in issues
        if issue.rule in OF_MODELS or issue.rule.startswith("cell-")
    }


@pytest.mark.parametrize(
    "breach",
    [pytest.param(each, id=each.name) for each in ISSUES if each.table in TABLES],
)
def test_both_engines_say_the_same(
    breach: Breach, example_tables: dict[str, pd.DataFrame], tmp_path: Path
) -> None:
    example_tables[breach.table] = breach.edit(example_tables[breach.table])
    for name, frame in example_tables.items():
        rows = frame.fillna("").itertuples(index=False, name=None)
        csv_path(tmp_path, name).write_bytes(csv_bytes(list(frame.columns), rows))
    path = csv_path(tmp_path, breach.table)
    fast, pandera = (sd.validate(path, engine=engine).issues for engine in ("fast", "pandera"))
    assert by_models(fast) == by_models(pandera) != set()


def _with_issues(folder: Path) -> Path:
    """Three rows of acts whose authority is unknown."""
    path = csv_path(folder, "instruments")
    rows = path.read_text(encoding="utf-8").splitlines()
    cells = rows[1].split(",")
    cells[TABLES["instruments"].header.index("authority_id")] = "gbb"
    more = [",".join([f"a-{number}", *cells[1:]]) for number in range(3)]
    path.write_text("\n".join([*rows, *more, ""]), encoding="utf-8")
    return path


def test_issues_are_told_as_the_fast_engine_tells_them(sound_folder: Path) -> None:
    path = _with_issues(sound_folder)
    fast, pandera = (sd.validate(path, engine=engine) for engine in ("fast", "pandera"))
    known = [issue for issue in fast.issues if issue.rule == "foreign-key"]
    assert known == pandera.issues
    assert [issue.row for issue in known] == [issue.row for issue in pandera.issues]
    assert "did you mean gb?" in pandera.issues[0].hint


def test_issues_beyond_the_limit_are_counted(sound_folder: Path) -> None:
    report = sd.validate(_with_issues(sound_folder), engine="pandera", limit=2)
    assert (len(report.issues), report.counts["foreign-key"]) == (2, 3)


def test_lines_are_counted_behind_a_cell_of_several_lines(sound_folder: Path) -> None:
    path = csv_path(sound_folder, "events")
    header, row = path.read_text(encoding="utf-8").splitlines()
    good, bad = (row.replace("iran-", f"{name}-iran-", 1) for name in "ab")
    cells = good.split(",")
    cells[1] = '"A title\nin three\nlines"'
    bad = bad.replace("2024-09-10,", "2024-09-31,")
    assert bad.count("2024-09-31,")
    path.write_text("\n".join([header, ",".join(cells), bad, ""]), encoding="utf-8")
    found = sd.validate(path, engine="pandera").issues
    assert [(f.line, f.column, f.rule) for f in found if f.rule == "cell-date"] == [
        (5, "occurred_on", "cell-date")
    ]


def test_a_row_whose_first_cell_is_taken_for_a_label(sound_folder: Path) -> None:
    path = csv_path(sound_folder, "claims")
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([header, *(f"more,{row}" for row in rows), ""]), encoding="utf-8")
    found = sd.validate(path, engine="pandera").issues
    assert [(f.line, f.rule) for f in found] == [(2, "row-width")]


def test_an_unknown_engine_is_an_error_with_the_known_ones(sound_folder: Path) -> None:
    with pytest.raises(ValueError, match="unknown engine 'polars'; known are fast, pandera"):
        sd.validate(sound_folder, engine="polars")


def test_the_environment_cannot_switch_it_off(sound_folder: Path) -> None:
    path = _with_issues(sound_folder)
    program = "import sys, sanctions_data as sd; print(sd.validate(sys.argv[1], engine='pandera'))"
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)],
        env={**os.environ, "PANDERA_VALIDATION_ENABLED": "False"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "3 errors (3 foreign-key)" in done.stdout
