"""Workflows, hooks, templates and the guide: what they name exists, and they are safe."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner

from sanctions_data.cli.app import app
from sanctions_data.schema import TABLES

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "sanctions_data"
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(p for p in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if p.name != "config.yml")
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
# A pull request may say in these whatever it likes, so they reach a shell by env only.
CONTRIBUTORS_WORDS = re.compile(r"\$\{\{[^}]*github\.(?:event|head_ref|base_ref|actor)")

run = CliRunner().invoke


def named(paths: list[Path]) -> list[Any]:
    return [pytest.param(path, id=path.name) for path in paths]


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def steps(workflow: Any) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def commands(text: str) -> set[tuple[str, ...]]:
    """Each ``sanctions-data`` command in a text, with its options."""
    found = re.findall(r"sanctions-data ([a-z]+)((?: [^\s`#]+)*)", text)
    return {
        (command, *re.findall(r"(?<!\S)(--[a-z-]+)", rest))
        for command, rest in found
        if command in COMMANDS or rest.lstrip().startswith("--")
    }


COMMANDS = {
    command.name or command.callback.__name__  # type: ignore[union-attr]
    for command in app.registered_commands
}


@pytest.mark.parametrize("path", named(WORKFLOWS))
def test_a_workflow_is_safe_for_a_fork(path: Path) -> None:
    workflow = read(path)
    triggers = workflow[True]  # YAML 1.1 takes the key "on" for a truth value.
    assert "pull_request_target" not in triggers
    assert "workflow_run" not in triggers
    if "pull_request" in triggers:
        assert workflow["permissions"] == {"contents": "read"}
        assert not any("permissions" in job for job in workflow["jobs"].values())
        assert "secrets." not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", named(WORKFLOWS))
def test_actions_are_pinned_and_keep_no_credentials(path: Path) -> None:
    for step in steps(read(path)):
        if "uses" in step:
            assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", step["uses"])
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("path", named(WORKFLOWS))
def test_a_contributors_words_never_reach_a_shell(path: Path) -> None:
    for step in steps(read(path)):
        assert not CONTRIBUTORS_WORDS.search(step.get("run", ""))


def test_a_pull_request_is_validated_against_its_base() -> None:
    workflow = read(GITHUB / "workflows" / "validate.yml")
    ran = "\n".join(step.get("run", "") for step in steps(workflow))
    assert 'validate data --changed-since "origin/$BASE" --format github' in ran
    assert "sanctions-data fmt data --check" in ran
    (checkout,) = [s for s in steps(workflow) if s.get("uses", "").startswith("actions/checkout")]
    assert checkout["with"]["fetch-depth"] == 0


def test_what_reads_the_lists_can_write_nothing_and_the_other_way_round() -> None:
    workflow = read(GITHUB / "workflows" / "update.yml")
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["concurrency"]["cancel-in-progress"] is False
    ran = {
        name: "\n".join(step.get("run", "") for step in job["steps"])
        for name, job in workflow["jobs"].items()
    }
    assert [name for name, text in ran.items() if "scripts/track.py" in text] == ["update"]
    assert "permissions" not in workflow["jobs"]["update"]
    assert "pip" not in ran["propose"] and "python" not in ran["propose"]


@pytest.mark.parametrize(
    "hook",
    [
        *read(ROOT / ".pre-commit-hooks.yaml"),
        *(h for r in read(ROOT / ".pre-commit-config.yaml")["repos"] for h in r["hooks"]),
    ],
    ids=lambda hook: f"{hook['language']} {hook['id']}",
)
def test_a_hook_runs_a_command_that_exists(hook: dict[str, Any]) -> None:
    program, *arguments = [*hook["entry"].split(), *hook.get("args", [])]
    assert Path(sys.executable).with_name(program).exists()
    if program == "sanctions-data":
        command, *rest = arguments
        assert run(app, [command, "--help"]).exit_code == 0
        assert rest == ["data"]
        assert hook["pass_filenames"] is False


def test_hooks_and_ci_run_the_same_checks() -> None:
    (hooks,) = read(ROOT / ".pre-commit-config.yaml")["repos"]
    programs = {hook["entry"].split()[0] for hook in hooks["hooks"]}
    steps_of_ci = re.findall(r"^step (\S+)", (ROOT / ".ci/run").read_text(), re.MULTILINE)
    assert programs <= set(steps_of_ci)


@pytest.mark.parametrize(
    "path",
    named([*sorted(ROOT.glob("*.md")), *sorted(GITHUB.rglob("*.yml")), *GITHUB.glob("*.md")]),
)
def test_commands_that_are_told_exist(path: Path) -> None:
    for command, *options in commands(path.read_text(encoding="utf-8")):
        done = run(app, [command, "--help"], env={"COLUMNS": "200", "NO_COLOR": "1"})
        assert done.exit_code == 0, command
        for option in options:
            assert option in done.stdout, f"{command} {option}"


def test_the_guide_tells_the_commands() -> None:
    told = {command for command, *_ in commands(GUIDE)}
    assert {"lookup", "add", "fmt", "validate", "update"} <= told


@pytest.mark.parametrize(
    "path", named([ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")])
)
def test_files_that_a_page_names_exist(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#]+)[^)]*\)", text)
    targets += re.findall(r"`((?:data|src|docs|scripts|tests|\.ci)/[\w./-]+)`", text)
    gone = [t for t in targets if not t.startswith("https:") and not (ROOT / t).exists()]
    assert gone == []


def test_rooms_that_the_guide_names_exist() -> None:
    section = GUIDE.partition("### Where do I add")[2].partition("###")[0]
    places = [line.split("|")[2] for line in section.splitlines() if line.startswith("| a")]
    named = {room for place in places for room in re.findall(r"`([a-z]+(?:/[a-z]+)*)`", place)}
    assert len(places) > 10
    assert [each for each in sorted(named) if not (PACKAGE / each).is_dir()] == []


def test_headings_that_are_referred_to_exist() -> None:
    headings = re.findall(r"^#+ (.+)$", GUIDE, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", h).lower().replace(" ", "-") for h in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", GUIDE)) <= anchors
    assert set(re.findall(r"\]\(CONTRIBUTING\.md#([^)]+)\)", README)) <= anchors


def test_columns_that_the_guide_explains_exist() -> None:
    section = GUIDE.partition("### What the columns mean")[2].partition("###")[0]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    explained = [name for row in rows for name in re.findall(r"`(\w+)`", row)]
    assert len(explained) > 10
    assert set(explained) <= set(TABLES["flight_restrictions"].header)


@pytest.mark.parametrize("path", named(FORMS))
def test_an_issue_form_is_complete(path: Path) -> None:
    form = read(path)
    assert {"name", "description", "body"} <= set(form)
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    assert all(field["attributes"]["label"] for field in fields)
    ids = [field["id"] for field in fields]
    assert len(ids) == len(set(ids))


def test_new_versions_of_actions_and_packages_are_proposed() -> None:
    updates = read(GITHUB / "dependabot.yml")["updates"]
    assert {each["package-ecosystem"] for each in updates} == {"github-actions", "pip"}


def test_owners_are_teams_or_people() -> None:
    lines = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    rules = [line.split() for line in lines if line and not line.startswith("#")]
    assert all(re.fullmatch(r"@[\w-]+(?:/[\w-]+)?", owner) for rule in rules for owner in rule[1:])
