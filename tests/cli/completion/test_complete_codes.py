"""The Tab key offers codes and ids, in each shell, wherever a command takes one."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from sanctions_data.cli.app import app
from sanctions_data.cli.completion.complete_codes import complete, complete_folder

COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]
# What takes a code, with how one begins.
TAKES = {
    "add": {"table": "eve"},
    "compare": {
        "a": "us-o", "b": "e", "kind": "per", "measure": "asset_f", "programme": "gb-",
        "version": "2026.",
    },
    "diff": {"a": "2026.", "b": "2026.", "authority": "us-o", "table": "listin"},
    "export": {"form": "par", "version": "2026."},
    "flights": {
        "against": "R", "by": "e", "kind": "over", "may": "mahan-", "nature": "ret",
        "party": "mahan-", "status": "in_", "version": "2026.",
    },
    "lookup": {"query": "iran-a", "version": "2026."},
    "measures": {
        "authority": "us-o", "evidence": "pri", "measure": "asset_f", "party": "iran-a",
        "programme": "gb-", "status": "in_", "version": "2026.",
    },
    "screen": {"authority": "g", "measure": "travel", "of_list": "gb-", "version": "2026."},
    "search": {"version": "2026."},
    "show": {"table": "lis", "where": "authority_", "version": "2026."},
    "update": {"lists": "un-", "explain": "un-"},
    "validate": {"engine": "pan", "form": "mark"},
    "why": {"measure": "de-operating-permit-mahan", "version": "2026."},
}  # fmt: skip


@pytest.mark.parametrize(
    ("command", "option", "typed"),
    [(name, *each) for name, of in TAKES.items() for each in of.items()],
)
def test_what_takes_a_code_offers_some(command: str, option: str, typed: str) -> None:
    param = next(each for each in COMMANDS[command].params if each.name == option)
    context = COMMANDS[command].make_context(command, [], resilient_parsing=True)
    offers = [each.value for each in param.shell_complete(context, typed)]
    assert offers
    assert all(each.startswith(typed) for each in offers)


SHELLS = {
    "bash": ({"COMP_WORDS": "sanctions-data compare us-o", "COMP_CWORD": "2"}, "us-ofac"),
    "zsh": ({"_TYPER_COMPLETE_ARGS": "sanctions-data compare us-o"}, '"us-ofac":"Office of'),
    "fish": (
        {
            "_TYPER_COMPLETE_ARGS": "sanctions-data compare us-o",
            "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        },
        "us-ofac\tOffice of",
    ),
}


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_is_answered(shell: str) -> None:
    asked, answer = SHELLS[shell]
    env = {**asked, "_SANCTIONS_DATA_COMPLETE": f"complete_{shell}"}
    done = CliRunner().invoke(app, [], prog_name="sanctions-data", env=env)
    assert answer in done.stdout


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_of_each_shell_is_one(shell: str) -> None:
    if sys.platform == "win32" or not (program := shutil.which(shell)):
        pytest.skip(f"{shell} is not installed")
    env = {"_SANCTIONS_DATA_COMPLETE": f"source_{shell}"}
    done = CliRunner().invoke(app, [], prog_name="sanctions-data", env=env)
    assert "sanctions-data" in done.stdout
    subprocess.run([program, "-n"], input=done.stdout, text=True, check=True)


def test_nothing_slow_is_imported() -> None:
    code = (
        "import sys\n"
        "from sanctions_data.cli.app import app\n"
        "from sanctions_data.cli.completion.complete_codes import complete\n"
        "assert complete('entity')('iran-air')\n"
        "assert not {'pandas', 'pandera', 'frictionless'} & sys.modules.keys()\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_where_the_tables_are_not_nothing_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> Any:
        raise FileNotFoundError("no tables")

    monkeypatch.setattr("sanctions_data.cli.completion.complete_codes.data_folder", missing)
    assert complete("authority")("") == []


def test_folders_are_offered_beside_versions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "2026.after").mkdir()
    (tmp_path / "2026.file").write_text("")
    monkeypatch.chdir(tmp_path)
    found = complete_folder("2026.")
    assert found[-1] == "2026.after"
    assert "2026.8.0" in found
