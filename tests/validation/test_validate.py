"""A run as a whole, and what it does not need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sanctions_data.schema import TABLES
from sanctions_data.tables.canonical import read_text
from sanctions_data.tables.location import csv_path
from sanctions_data.validation import Severity, validate


def test_a_sound_folder_is_checked_without_pandas_and_pandera(sound_folder: Path) -> None:
    program = (
        "import sys; from sanctions_data.validation import validate; "
        "print(validate(sys.argv[1]).summary, sorted({'pandas', 'pandera'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", program, str(sound_folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.endswith("no issues []\n")


def put_wrong_number(folder: Path) -> None:
    path = csv_path(folder, "entity_identifiers")
    frame = read_text(path).assign(identifier_type="tax_id", value="7707083839", country="RU")
    frame.to_csv(path, index=False, lineterminator="\n")


def test_a_warning_is_told_and_fails_nothing(sound_folder: Path) -> None:
    put_wrong_number(sound_folder)
    report = validate(sound_folder)
    assert [issue.severity for issue in report.issues] == [Severity.warning]
    assert report.errors == []
    assert not report.has_failed
    assert report.summary.endswith("no errors, 1 warning (1 number-check-digit)")


def test_warnings_beyond_the_limit_stay_warnings(sound_folder: Path) -> None:
    path = csv_path(sound_folder, "entity_identifiers")
    row = read_text(path).assign(identifier_type="tax_id", country="RU").iloc[[0] * 5]
    numbers = [f"770708380{digit}" for digit in range(5)]
    row.assign(value=numbers).to_csv(path, index=False, lineterminator="\n")
    report = validate(sound_folder, limit=2)
    assert len(report.issues) == 2
    assert report.warning_counts == report.counts == {"number-check-digit": 5}


def test_one_table_is_reported_alone(sound_folder: Path) -> None:
    put_wrong_number(sound_folder)
    assert validate(csv_path(sound_folder, "entity_identifiers")).counts
    assert not validate(csv_path(sound_folder, "events")).counts


def test_every_step_is_told(sound_folder: Path) -> None:
    steps: list[tuple[str, int, int]] = []
    validate(sound_folder, listener=lambda *step: steps.append(step))
    assert [done for _, done, _ in steps] == list(range(len(steps)))
    assert {total for _, _, total in steps} == {len(steps)}
    assert {f"reading {name}" for name in TABLES} <= {doing for doing, _, _ in steps}


@pytest.mark.parametrize("name", ["nothing.csv", "no-folder"])
def test_nothing_there(name: str, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no such file or folder"):
        validate(tmp_path / name)


def test_a_csv_that_is_no_table(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("a\n")
    with pytest.raises(ValueError, match="expected a table, one of authorities"):
        validate(tmp_path / "people.csv")
