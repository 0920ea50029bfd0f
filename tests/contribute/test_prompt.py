"""Questions that end in a row: what is offered, understood, and asked again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import typer

from sanctions_data.contribute.prompt import Prompt
from sanctions_data.contribute.workspace import Workspace

Say = Callable[..., None]


@pytest.fixture
def workspace(folder: Path) -> Workspace:
    return Workspace(folder)


@pytest.fixture
def prompt(workspace: Workspace) -> Prompt:
    return Prompt(workspace, date.today())


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch) -> Say:
    """Says what is answered, by the column or the beginning of the question, one by one."""

    def prepare(**answers: str | list[str]) -> None:
        waiting = {
            name: [said] if isinstance(said, str) else said for name, said in answers.items()
        }
        asked = Counter[str]()

        def answer(question: str, default: str = "", **_: object) -> str:
            name = question.strip().partition(" ")[0]
            asked[name] += 1
            assert asked[name] < 5, f"{name} is asked for again and again"
            said = waiting.get(name)
            return said.pop(0) if said else default

        monkeypatch.setattr(typer, "prompt", answer)

    return prepare


def test_what_is_offered_is_taken(prompt: Prompt, say: Say) -> None:
    say(kind="organisation", name="A Company")
    row = prompt.ask_row("entities")
    assert row.cells == {"entity_id": "a-company", "kind": "organisation", "name": "A Company"}


def test_a_code_may_be_chosen_by_its_number(prompt: Prompt, say: Say) -> None:
    say(kind="1", name="Ada")
    assert prompt.ask_row("entities").cells["kind"] == "person"


def test_a_number_that_is_no_choice_is_asked_again(
    prompt: Prompt, say: Say, capsys: pytest.CaptureFixture[str]
) -> None:
    say(kind=["99", "0", "person"], name="Ada")
    assert prompt.ask_row("entities").cells["kind"] == "person"
    assert capsys.readouterr().out.count("! kind:") == 2


def test_a_dash_leaves_a_cell_empty_that_would_be_filled(prompt: Prompt, say: Say) -> None:
    say(kind="person", name="Ada", entity_id=["-", "own-key"])
    assert prompt.ask_row("entities").key == "own-key"


def test_a_party_is_chosen_among_those_that_are_like_it(
    prompt: Prompt, say: Say, capsys: pytest.CaptureFixture[str]
) -> None:
    say(entity_id=["nobody at all", "havapeymayi melli", "havapeymayi melli iran"],
        Which=["", "1"], list_id="gb-fcdo", name="Homa", name_type="alias",
        script="Latn")  # fmt: skip
    assert prompt.ask_row("entity_names").cells["entity_id"] == "iran-air"
    told = capsys.readouterr().out
    assert "Nothing in entities matches 'nobody at all'; + adds it as a new row." in told
    assert "1  iran-air  (Iran Air, organisation, IR)" in told


def test_a_new_party_is_asked_for_on_the_way(
    prompt: Prompt, workspace: Workspace, say: Say
) -> None:
    say(entity_id=["+", "a-company"], kind="organisation", name=["A Company", "A Co"],
        list_id="gb-fcdo", name_type="alias", script="Latn")  # fmt: skip
    row = prompt.ask_row("entity_names")
    assert [each.table for each in workspace.new] == ["entities", "entity_names"]
    assert row.cells["entity_id"] == "a-company"


def test_only_cells_with_an_issue_are_asked_for_again(
    prompt: Prompt, workspace: Workspace, say: Say
) -> None:
    workspace.add("entities", {"entity_id": "a-company", "kind": "organisation",
                               "name": "A Company", "merged_into": "a-company"})  # fmt: skip
    issues = workspace.rule_issues()
    assert issues
    say(merged_into="-", name="Never asked for", entity_id="never-asked-for")
    prompt.fix(issues)
    (row,) = workspace.new
    assert row.cells == {"entity_id": "a-company", "kind": "organisation", "name": "A Company"}
