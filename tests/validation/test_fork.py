"""A fork with a wrong row in every table, through the very commands of the workflow."""

from __future__ import annotations

import csv
import io
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from sanctions_data.schema import TABLES
from sanctions_data.tables.canonical import csv_bytes
from sanctions_data.tables.location import csv_path

WORKFLOW = Path(__file__).resolve().parents[2] / ".github/workflows/validate.yml"
WRONG = {
    "authorities": ("kind", "kingdom", "cell-enum"),
    "lists": ("url", "http://www.gov.uk/", "cell-pattern"),
    "programmes": ("source_id", "no-such-source", "foreign-key"),
    "instruments": ("adopted_on", "14/10/2024", "cell-date"),
    "measure_types": ("title", "A title with a blank ", "blank-around"),
    "source_terms": ("not_before", "2024-02-30", "cell-date"),
    "programme_measures": ("article", "n/a", "no-placeholder"),
    "sources": ("entries", "6,337", "cell-integer"),
    "entities": ("country", "GBR", "cell-pattern"),
    "entity_names": ("name_type", "nickname", "cell-enum"),
    "entity_identifiers": ("country", "Iran", "cell-pattern"),
    "entity_attributes": ("value", "Teh\u200bran", "invisible-character"),
    "listings": ("listed_on", "2199-01-01", "not-in-future"),
    "sightings": ("gone_on", "2023-03-04T08:00Z", "cell-date"),
    "matches": ("score", "high", "cell-integer"),
    "match_decisions": ("decision", "perhaps", "cell-enum"),
    "listing_links": ("relation", "cousin", "cell-enum"),
    "travel_bans": ("entity_id", "iran-air", "travel-ban-on-person"),
    "asset_freezes": ("status", "active", "cell-enum"),
    "flight_restrictions": ("source_id", "a-newspaper", "foreign-key"),
    "other_measures": ("start_precision", "", "precision-fits-date"),
    "events": ("summary", "Three states gave notice.\tIt takes a year.", "one-line"),
    "event_measures": ("measure_id", "no-such-measure", "measure-known"),
    "claims": ("proposition", "TBD", "no-placeholder"),
    "statements": ("speaker", "", "required"),
    "releases": ("sha256", "abc", "cell-pattern"),
    "changes": ("action", "edited", "cell-enum"),
    "corrections": ("column", "colour", "correction-hits"),
}  # fmt: skip
# Columns that must be empty, or filled, for the cell to be wrong.
EMPTY = {"travel_bans": "listing_id", "listings": "delisted_on"}
FILLED = {"other_measures": "start_date"}


@dataclass(frozen=True)
class Annotation:
    """A mark in the pull request."""

    level: str
    file: str
    line: int
    first: int
    last: int
    title: str


def annotations(output: str) -> list[Annotation]:
    told = re.findall(r"^::(error|warning) (.*?)::", output, re.M)
    found = []
    for level, given in told:
        has = dict(pair.split("=", 1) for pair in given.split(","))
        places = (int(has.get(name, 0)) for name in ("line", "col", "endColumn"))
        found.append(Annotation(level, has["file"], *places, has["title"]))
    return found


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    subprocess.run(["git", "-C", folder, *who, *arguments], check=True, capture_output=True)


def break_a_row(data: Path, table: str) -> int:
    """Make a row in the middle of a table wrong and tell its line."""
    column, bad, _ = WRONG[table]
    path = csv_path(data, table)
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
    for number in [*range(len(rows) // 2, len(rows)), *range(len(rows))]:
        row = rows[number]
        if not row.get(EMPTY.get(table, "")) and row.get(FILLED.get(table, column)) != "":
            break
    row[column] = bad
    path.write_bytes(csv_bytes(list(row), [list(each.values()) for each in rows]))
    return number + 2


def steps(folder: Path, summary: Path) -> list[subprocess.CompletedProcess[str]]:
    """Run what the workflow runs, as the runner does, apart from the installation."""
    workflow = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))
    commands = [
        step["run"]
        for step in workflow["jobs"]["tables"]["steps"]
        if "run" in step and step["name"] != "Install"
    ]
    own = {
        "BASE": "main",
        "GITHUB_STEP_SUMMARY": str(summary),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    return [
        subprocess.run(
            ["bash", "-e", "-c", command],
            cwd=folder,
            env={**os.environ, **own},
            capture_output=True,
            text=True,
            check=False,
        )
        for command in commands
    ]


@pytest.fixture
def fork(sound_folder: Path, tmp_path: Path) -> Path:
    """A clone of a repository with sound tables, on a branch of its own."""
    upstream = sound_folder.parent / "upstream"
    upstream.mkdir()
    sound_folder.rename(upstream / "data")
    git(upstream, "init", "--quiet", "--initial-branch=main")
    git(upstream, "add", ".")
    git(upstream, "commit", "--quiet", "--message", "Sound tables")
    fork = tmp_path / "fork"
    git(tmp_path, "clone", "--quiet", str(upstream), str(fork))
    git(fork, "switch", "--quiet", "--create", "my-change")
    return fork


def test_every_table_has_a_wrong_row() -> None:
    assert list(WRONG) == list(TABLES)


def test_a_sound_fork_passes(fork: Path, tmp_path: Path) -> None:
    rows, form = steps(fork, tmp_path / "summary.md")
    assert (rows.returncode, form.returncode) == (0, 0)
    assert annotations(rows.stdout) == []


def test_a_wrong_row_in_each_table_is_marked_on_its_line(fork: Path, tmp_path: Path) -> None:
    lines = {table: break_a_row(fork / "data", table) for table in TABLES}
    git(fork, "commit", "--quiet", "--all", "--message", "Wrong rows")
    summary = tmp_path / "summary.md"
    rows, _ = steps(fork, summary)
    assert rows.returncode == 1
    assert rows.stderr == ""
    found = annotations(rows.stdout)
    assert {(each.file, each.line) for each in found if each.level == "error"} == {
        (f"data/{table}.csv", line) for table, line in lines.items()
    }
    for table, (column, bad, rule) in WRONG.items():
        text = csv_path(fork / "data", table).read_text(encoding="utf-8").split("\n")
        marked = {
            text[each.line - 1][each.first - 1 : each.last - 1]
            for each in found
            if each.file == f"data/{table}.csv" and each.title == f"new%3A {rule} in {column}"
        }
        cell = f'"{bad}"' if "," in bad else bad
        assert marked == {cell or ","}, table
    page = summary.read_text(encoding="utf-8")
    for table, line in lines.items():
        name = table.replace("_", r"\_")
        assert re.search(rf"^\| new error \| data/{re.escape(name)}.csv, line {line}, ", page, re.M)
