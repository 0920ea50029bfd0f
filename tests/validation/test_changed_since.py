"""What a change brought is told from what was there before."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sanctions_data.cli.app import app
from sanctions_data.tables.location import csv_path
from sanctions_data.validation.changed_since import validate_since


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    subprocess.run(["git", "-C", folder, *who, *arguments], check=True, capture_output=True)


def replace(folder: Path, table: str, old: str, new: str) -> None:
    path = csv_path(folder, table)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")


@pytest.fixture
def repository(sound_folder: Path) -> Path:
    """A data folder in git, whose claims had an issue from the beginning."""
    replace(sound_folder, "claims", "Iran delivered", "Iran  delivered")
    git(sound_folder.parent, "init", "--quiet")
    git(sound_folder.parent, "add", ".")
    git(sound_folder.parent, "commit", "--quiet", "--message", "First")
    return sound_folder


def told(folder: Path, since: str = "HEAD") -> list[tuple[bool, str, str]]:
    issues = validate_since(since, folder).issues
    return [(issue.is_new, Path(issue.file).stem, issue.rule) for issue in issues]


OLD = (False, "claims", "blank-around")


def test_nothing_changed(repository: Path) -> None:
    assert told(repository) == [OLD]


def test_a_new_issue_comes_first(repository: Path) -> None:
    replace(repository, "events", "E3 notice", "E3  notice")
    assert told(repository) == [(True, "events", "blank-around"), OLD]


def test_pandera_tells_new_from_old_as_well(repository: Path) -> None:
    replace(repository, "asset_freezes", ",in_force,", ",active,")
    git(repository, "commit", "--all", "--quiet", "--message", "A wrong code")
    replace(repository, "events", ",2024-09-10,", ",10/09/2024,")
    issues = validate_since("HEAD", repository, engine="pandera").issues
    found = [(issue.is_new, Path(issue.file).stem, issue.rule) for issue in issues]
    assert found == [(True, "events", "cell-date"), (False, "asset_freezes", "cell-enum")]


def test_a_issue_in_a_row_that_was_touched_is_new(repository: Path) -> None:
    replace(repository, "claims", "Iran  delivered", "Iran  shipped")
    assert told(repository) == [(True, *OLD[1:])]


def test_a_row_that_moved_brings_nothing(repository: Path) -> None:
    path = csv_path(repository, "claims")
    header, row = path.read_text(encoding="utf-8").splitlines()
    first = "a,Another claim.,,"
    path.write_text(f"{header}\n{first}\n{row}\n", encoding="utf-8", newline="")
    assert told(repository) == [OLD]


def test_what_breaks_elsewhere_is_new(repository: Path) -> None:
    replace(repository, "claims", "iran-delivered-missiles-to-russia", "something-else")
    assert (True, "statements", "foreign-key") in told(repository)


def test_a_folder_that_git_does_not_know_is_all_new(repository: Path) -> None:
    other = repository.parent / "other"
    repository.rename(other)
    assert told(other) == [(True, *OLD[1:])]


@pytest.mark.parametrize("revision", ["no-such-branch", "--output=x", "HEAD:data"])
def test_unknown_revision(repository: Path, revision: str) -> None:
    with pytest.raises(ValueError, match="name a branch, tag or commit"):
        validate_since(revision, repository)


def test_no_repository(sound_folder: Path) -> None:
    with pytest.raises(ValueError, match="git rev-parse failed"):
        validate_since("HEAD", sound_folder)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        pytest.param(lambda _: None, 0, id="old issues only"),
        pytest.param(lambda f: replace(f, "events", "E3 notice", "E3  notice"), 1, id="a new one"),
    ],
)
def test_exit_code_is_that_of_the_change(
    repository: Path, change: Callable[[Path], None], code: int
) -> None:
    change(repository)
    done = CliRunner().invoke(app, ["validate", str(repository), "--changed-since", "HEAD"])
    assert done.exit_code == code, done.output


def test_summary_of_the_step(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "step.md"))
    own = tmp_path / "own.md"
    arguments = ["validate", str(repository), "--format", "github", "--summary", str(own)]
    assert CliRunner().invoke(app, arguments).exit_code == 1
    assert own.read_text(encoding="utf-8") == (tmp_path / "step.md").read_text(encoding="utf-8")


def test_most_issues_of_a_rule(repository: Path) -> None:
    path = csv_path(repository, "claims")
    rows = "".join(f"c{n},Said  {n} times.,,\n" for n in range(300))
    path.write_text(path.read_text(encoding="utf-8") + rows, encoding="utf-8", newline="")
    report = validate_since("HEAD", repository, limit=100)
    assert [issue.is_new for issue in report.issues] == [True] * 100 + [False]
    assert (report.new, report.not_shown) == (300, {"blank-around": 200})
