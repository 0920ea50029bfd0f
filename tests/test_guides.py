"""The guides are true: what they print is what is answered, and every command can be given."""

from __future__ import annotations

import doctest
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import typer
from tests.markdown_blocks import ROOT, blocks, command_lines
from tests.small_data import small_data, store
from typer.testing import CliRunner

import sanctions_data as sd
from sanctions_data.cli.app import app

__all__ = ["small_data", "store"]

GUIDES = [f"docs/guides/{name}.md" for name in ("analyst", "engineer", "contributor")]
RUN = ["README.md", *GUIDES[:2]]
# By tests/test_recipes.py and tests/export/test_recipes.py, which also look at what comes out.
RUN_ELSEWHERE = ["docs/recipes.md", "docs/exports.md"]
TOLD = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md"))
PAGES = ["README.md", "CONTRIBUTING.md", "SECURITY.md", *TOLD]
LINES = [(page, line) for page in PAGES for line in command_lines(page)]
PROGRAM: Any = typer.main.get_command(app)
USAGE = 2  # What a command ends with that cannot be given.


def ours(line: str) -> list[list[str]]:
    """Our commands in a line of a shell, each with its arguments."""
    words = shlex.split(re.sub(r"(&&|\|\||[|;>])", r" \1 ", line))
    commands: list[list[str]] = [[]]
    for word in words:
        if word in ("&&", "||", "|", ";"):
            commands.append([])
        else:
            commands[-1].append(word)
    plain = [each[: each.index(">")] if ">" in each else each for each in commands]
    return [each[1:] for each in plain if each[:1] == ["sanctions-data"]]


def parse(arguments: list[str]) -> None:
    """Take a command apart as the program does, and run nothing."""
    context = PROGRAM.context_class(PROGRAM, info_name="sanctions-data")
    name, command, rest = PROGRAM.resolve_command(context, arguments)
    command.make_context(name, list(rest), parent=context)


@pytest.mark.parametrize(("page", "line"), [each for each in LINES if ours(each[1])])
def test_a_command_can_be_given(page: str, line: str) -> None:
    for arguments in ours(line):
        if not arguments[0].startswith("--"):
            parse(arguments)


@pytest.mark.parametrize("wrong", ["lookup Iran Air Line", "looking x", "measures --of eu", "why"])
def test_a_command_that_cannot_be_given_is_found(wrong: str) -> None:
    with pytest.raises(Exception) as raised:
        parse(wrong.split())
    assert getattr(raised.value, "exit_code", None) == USAGE


def test_the_guide_begins_as_the_readme_does() -> None:
    assert next(command_lines(GUIDES[0])) == next(command_lines("README.md"))


@pytest.mark.full
@pytest.mark.parametrize("page", RUN)
def test_what_python_answers(page: str) -> None:
    names: dict[str, Any] = {}
    said: list[str] = []
    examples = [block.text for block in blocks(page) if block.language == "python"]
    for example in examples:
        if example.startswith(">>>"):
            parsed = doctest.DocTestParser().get_doctest(example, names, page, page, 0)
            doctest.DocTestRunner(verbose=False).run(parsed, out=said.append, clear_globs=False)
            names |= parsed.globs
        else:
            exec(compile(example, page, "exec"), names)
    assert examples
    assert said == []


def test_all_python_that_a_page_prints_is_run() -> None:
    printed = {page for page in PAGES for block in blocks(page) if block.language == "python"}
    assert printed == {*RUN, *RUN_ELSEWHERE}


def lines_of(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def printed(page: str) -> list[tuple[str, list[str]]]:
    """Each command after which the page prints what it answers, with the lines."""
    told = blocks(page)
    return [
        (told[at - 1].text, [line for line in lines_of(block.text) if line != "…"])
        for at, block in enumerate(told)
        if block.language == "text"
    ]


@pytest.mark.full
@pytest.mark.parametrize(("command", "told"), printed(GUIDES[0]))
def test_what_the_command_line_answers(command: str, told: list[str]) -> None:
    (arguments,) = ours(command)
    answer = CliRunner().invoke(app, arguments, env={"COLUMNS": "80"})
    assert answer.exit_code == 0
    found = lines_of(answer.output)
    assert [line for line in told if line not in found] == []


def test_which_cell_is_wrong_and_why(small_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ((command, told),) = printed(GUIDES[2])
    path = small_data / "data" / "flight_restrictions.csv"
    header, row = path.read_text(encoding="utf-8").splitlines()
    cells: dict[str, Any] = dict(zip(header.split(","), row.split(","), strict=True))
    cells |= {"start_date": "10/09/2024", "start_precision": "day"}
    path.write_text(f"{header}\n{','.join(cells.values())}\n", encoding="utf-8")
    monkeypatch.chdir(small_data)
    (arguments,) = ours(command)
    answer = CliRunner().invoke(app, arguments, env={"COLUMNS": "300"})
    found = lines_of(answer.output)
    assert [line for line in told if line not in found] == []


def test_every_public_name_has_a_place_in_the_api() -> None:
    pages = [path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "api").glob("*.md")]
    told = re.findall(r"^::: sanctions_data\.(\w+)$", "\n".join(pages), re.MULTILINE)
    assert sorted(told) == sorted(sd.__all__)
    (overview,) = [page for page in pages if page.startswith("# Python API")]
    assert set(re.findall(r"\]\[sanctions_data\.(\w+)\]", overview)) == set(sd.__all__)
