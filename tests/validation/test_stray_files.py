"""What does not belong into the data folder, or is tracked beside it, is told."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from sanctions_data.validation import Severity, validate
from sanctions_data.validation.stray_files import find_stray_files, find_stray_tracked


@pytest.mark.parametrize(
    ("put", "severity"),
    [
        pytest.param(lambda f: (f / "claims2.csv").touch(), Severity.error, id="a stray CSV"),
        pytest.param(lambda f: (f / "Claims.CSV").touch(), Severity.error, id="capitals"),
        pytest.param(lambda f: (f / "notes.txt").touch(), Severity.warning, id="notes"),
        pytest.param(lambda f: (f / "more").mkdir(), Severity.error, id="a folder"),
        pytest.param(lambda f: (f / "x").symlink_to("/etc"), Severity.error, id="a link"),
        pytest.param(lambda f: os.mkfifo(f / "x"), Severity.error, id="a pipe"),
        pytest.param(
            lambda f: (f / ".claims.csv.staged").touch(), Severity.warning, id="a staged file"
        ),
    ],
)
def test_stray_file_is_told(
    sound_folder: Path, put: Callable[[Path], None], severity: Severity
) -> None:
    assert list(find_stray_files(sound_folder)) == []
    put(sound_folder)
    (issue,) = validate(sound_folder).issues
    assert (issue.rule, issue.severity) == ("stray-file", severity)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param("120000 a 0\tREADME.md", "symbolic link", id="link"),
        pytest.param("160000 a 0\tvendor", "submodule", id="submodule"),
        pytest.param("100644 a 0\t.commit.json", "unfinished change", id="marker"),
        pytest.param("100644 a 0\tdata/.claims.csv.staged", "unfinished change", id="staged"),
        pytest.param("100644 a 0\tdata/x\r::error::y", "cannot be seen", id="control character"),
        pytest.param("100644 a 0\ta.py\x00100644 b 0\tA.py", "capitals alone", id="capitals"),
    ],
)
def test_stray_tracked_file_is_told(line: str, told: str) -> None:
    (issue,) = find_stray_tracked(f"100644 a 0\tdata/claims.csv\0{line}\0")
    assert told in issue.problem
    assert issue.file.isprintable()
