"""Putting files into canonical form."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sanctions_data.cli.app import app
from sanctions_data.tables.location import csv_path
from sanctions_data.validation import validate
from sanctions_data.validation.format_files import LEADING_ZEROS, format_files

run = CliRunner().invoke


def mangle(path: Path) -> bytes:
    """What a spreadsheet of a country with decimal commas makes of a file; returns the old."""
    sound = path.read_bytes()
    buffer = io.StringIO(newline="")
    rows = csv.reader(io.StringIO(sound.decode(), newline=""))
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerows([*([*row, "", ""] for row in rows), [""] * 3])
    path.write_bytes(b"\xef\xbb\xbf" + buffer.getvalue().encode())
    return sound


def test_a_mangled_file_is_mended_to_the_byte(sound_folder: Path) -> None:
    path = csv_path(sound_folder, "measure_types")
    sound = mangle(path)
    done = run(app, ["fmt", str(sound_folder)])
    assert done.exit_code == 0
    assert path.read_bytes() == sound
    for said in ("byte order mark", "CRLF", "semicolons", "empty rows", "empty columns"):
        assert said in done.stdout
    assert LEADING_ZEROS in done.stdout
    assert run(app, ["fmt", "--check", str(sound_folder)]).stdout == ""


def test_a_mangled_file_is_checked_all_the_same(sound_folder: Path) -> None:
    path = csv_path(sound_folder, "events")
    path.write_text(path.read_text().replace("2024-09-10,day", "2024-09-31,day"))
    mangle(path)
    rules = {issue.rule for issue in validate(sound_folder).issues}
    assert {"delimiter", "cell-date"} <= rules


def test_check_writes_nothing(sound_folder: Path) -> None:
    path = csv_path(sound_folder, "claims")
    mangle(path)
    before = path.read_bytes()
    done = run(app, ["fmt", "--check", str(sound_folder)])
    assert done.exit_code == 1
    assert f"would change {path}" in done.stdout
    assert path.read_bytes() == before


def test_a_foreign_date_is_suggested_not_changed(sound_folder: Path) -> None:
    path = csv_path(sound_folder, "events")
    path.write_text(path.read_text().replace("2024-09-10,day", "10/09/2024,day"))
    before = path.read_bytes()
    done = run(app, ["fmt", str(path)])
    assert done.exit_code == 1
    assert f"{path}:2:occurred_on: found 10/09/2024" in done.stdout
    assert "2024-09-10 or 2024-10-09" in done.stdout
    assert path.read_bytes() == before


def test_a_file_that_cannot_be_read_is_left_and_the_others_are_fixed(sound_folder: Path) -> None:
    broken, other = csv_path(sound_folder, "events"), csv_path(sound_folder, "claims")
    broken.write_bytes(broken.read_bytes() + b"\xe9\n")
    before, sound = broken.read_bytes(), mangle(other)
    done = run(app, ["fmt", str(sound_folder)])
    assert done.exit_code == 2
    assert "cannot be read" in done.stderr
    assert "Windows-1252" in done.stderr
    assert (broken.read_bytes(), other.read_bytes()) == (before, sound)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(lambda t: t.replace("iran-air", '"iran-air"'), "quotes", id="quotes"),
        pytest.param(lambda t: t.replace("Iran Air", "Ira\u0301n Air"), "NFC", id="NFC"),
        pytest.param(lambda t: t.rstrip("\n"), "end of the file", id="no last line end"),
    ],
)
def test_what_was_mended_is_said(sound_folder: Path, change: object, said: str) -> None:
    path = csv_path(sound_folder, "entities")
    path.write_text(change(path.read_text()), encoding="utf-8")  # type: ignore[operator]
    (formed,) = format_files(path)
    assert len(formed.fixed) == 1
    assert said in formed.fixed[0]
    assert not format_files(path)[0].fixed
