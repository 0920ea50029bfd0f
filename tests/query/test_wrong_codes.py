"""No silent emptiness: every public argument and option that takes a code refuses a wrong one.

The walk is over what there is: an argument that is new must say here whether it takes a code.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

import pandas as pd
import pytest
import typer
from typer.testing import CliRunner

import sanctions_data as sd
from sanctions_data.cli.app import app

# A wrong code for each argument of the library that takes one.
WRONG: dict[str, str | list[str]] = {
    "a": "gbb", "against": "Rusia", "authority": "gbb", "b": "euu", "basis": "stat",
    "by": "euu", "engine": "panderra", "entity": "iran-airr", "evidence": "primari",
    "format": "parqet", "freq": "monht", "kind": "persom", "list": "gb-fcdoo",
    "name": "measurs", "measure_id": "de-operating-permit-mahan-air-2018",
    "measure_type": "asset_freez", "nature": "sanktion",
    "partition": "autority", "party": "mahan-airr", "programme": "gb-ruus", "since": "2026.9.0",
    "status": "in_forc", "table": "authoritis", "to": "Grmany", "undecided": "onyl",
    "until": "2026.9.0", "version": "2026.9.0",
}  # fmt: skip
WRONG_OF: dict[tuple[str, str], Any] = {
    ("screen", "columns"): {"nmae": "name"},
    ("screen", "exclude"): pd.DataFrame({"customer_id": ["7"], "entity_id": ["iran-airr"]}),
    ("flights", "kind"): "overfligt",
    ("diff", "a"): "2026.9.0",
    ("diff", "b"): "2026.9.0",
}
DAYS = {("panel", "since"), ("panel", "until")}  # Elsewhere these are versions.
# What else must be given, so that the function is asked at all.
GIVEN: dict[str, dict[str, Any]] = {
    "changes": {"since": "2026.8.0"},
    "compare": {"a": "gb", "b": "eu"},
    "diff": {"a": "2026.8.0", "b": "2026.8.0"},
    "export": {"format": "parquet", "out": "never-written"},
    "fetch": {"version": "2026.8.0"},
    "load": {"table": "authorities"},
    "lookup": {"query": "Iran Air"},
    "may_fly": {"party_or_country": "Iran Air", "to": "DE"},
    "schema": {"table": "authorities"},
    "screen": {"customers": pd.DataFrame({"name": ["Iran Air"]})},
    "view": {"name": "measures"},
    "why": {"measure_id": "de-operating-permit-mahan-air-2019"},
    "search": {"names": ["Iran Air"]},
}
# Days, names, folders, numbers and switches: what they hold is not one of a list of codes.
NO_CODES = {
    "base_url", "before", "beside", "both", "cache", "customers", "force", "known", "limit",
    "listener", "names", "on", "out", "party_or_country", "path", "progress", "query", "receipt",
    "root", "sha256", "snapshots", "threshold",
}  # fmt: skip


def arguments() -> Iterator[Any]:
    for name in sd.__all__:
        if callable(function := getattr(sd, name)):
            for argument in inspect.signature(function).parameters:
                yield pytest.param(name, argument, id=f"{name} {argument}")


@pytest.mark.parametrize(("name", "argument"), list(arguments()))
def test_every_argument_refuses_a_wrong_code(name: str, argument: str) -> None:
    if argument in NO_CODES or (name, argument) in DAYS:
        return
    of_this = WRONG_OF.get((name, argument))
    wrong = WRONG[argument] if of_this is None else of_this
    given = {key: value for key, value in GIVEN.get(name, {}).items() if key != argument}
    with pytest.raises(ValueError, match=r"did you mean '?\w"):
        getattr(sd, name)(**given, **{argument: wrong})


# The same for the command line; what a command must have besides comes first.
WRONG_OPTION: dict[str, dict[str, str]] = {
    "add": {"table": "authoritis"},
    "compare": {
        "a": "gbb", "b": "euu", "kind": "persom", "measure": "asset_freez",
        "programme": "gb-ruus", "version": "2026.9.0",
    },
    "diff": {"a": "2026.9.0", "b": "2026.9.0", "authority": "gbb", "table": "authoritis"},
    "export": {"form": "parqet", "partition": "autority", "version": "2026.9.0"},
    "flights": {
        "against": "Rusia", "by": "euu", "kind": "overfligt", "nature": "sanktion",
        "party": "mahan-airr", "status": "in_forc", "version": "2026.9.0", "may": "Grmany",
    },
    "lookup": {"version": "2026.9.0"},
    "screen": {
        "authority": "gbb", "column": "name=nmae", "measure": "asset_freez", "of_list": "gb-fcdoo",
        "version": "2026.9.0",
    },
    "search": {"column": "nmae", "version": "2026.9.0"},
    "show": {"table": "authoritis", "version": "2026.9.0", "where": "kindd=state"},
    "update": {"lists": "un-scc", "explain": "un-scc"},
    "why": {"measure": "de-operating-permit-mahan-air-2018", "version": "2026.9.0"},
    "validate": {"form": "jsom", "engine": "panderra"},
}  # fmt: skip
GIVEN_ON_LINE = {
    "compare": {"a": "gb", "b": "eu"},
    "diff": {"a": "2026.8.0", "b": "2026.8.0"},
    "export": {"form": "parquet", "out": "never-written"},
    "lookup": {"query": "Iran Air"},
    "show": {"table": "authorities"},
    "why": {"measure": "de-operating-permit-mahan-air-2019"},
}
NO_CODE_OPTIONS = {
    "accept", "again", "base", "both", "changed_since", "check", "csv", "customers", "data",
    "day", "dry_run", "everyone", "exclude", "file", "force", "json", "limit", "matrix", "mirror",
    "on", "out", "path", "query",
    "receipt", "rows", "source", "summary", "threshold", "undecided",
}  # fmt: skip
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]


def options() -> Iterator[Any]:
    for name, command in COMMANDS.items():
        for option in command.params:
            if (name, option.name) != ("release", "version"):  # It is a new one.
                yield pytest.param(name, option, id=f"{name} {option.name}")


@pytest.mark.parametrize(("name", "option"), list(options()))
def test_every_option_refuses_a_wrong_code(name: str, option: Any, tmp_path: Any) -> None:
    if option.name in NO_CODE_OPTIONS:
        return
    file = tmp_path / "names.csv"
    file.write_text("name\nIran Air\n", encoding="utf-8")
    given = {
        **GIVEN_ON_LINE.get(name, {}),
        **({"file": str(file)} if name in ("search", "screen") else {}),
    }
    given[option.name] = WRONG_OPTION[name][option.name]
    line = [name]
    for each in COMMANDS[name].params:
        if each.name in given:
            before = [each.opts[0]] if each.param_type_name == "option" else []
            line += [*before, *(["Iran Air"] if each.nargs == 2 else []), given[each.name]]
    done = CliRunner().invoke(app, line)
    assert done.exit_code == 2, done.output
    assert "did you mean " in done.stderr


@pytest.mark.parametrize(
    ("condition", "nearest"),
    [
        pytest.param("kind=statee", "state", id="a vocabulary"),
        pytest.param("authority_id=gbb", "gb", id="a reference"),
    ],
)
def test_a_wrong_value_of_a_column_is_no_empty_answer(condition: str, nearest: str) -> None:
    table = "entities" if condition.startswith("kind") else "lists"
    done = CliRunner().invoke(app, ["show", table, "--where", condition])
    assert done.exit_code == 2
    assert f"did you mean '{nearest}'" in done.stderr


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (["flights", "--by", "jp", "--against", "Germany"], "authority jp, measure type"),
        (["compare", "un-sc", "gb", "--kind", "aircraft"], "authority un-sc or gb"),
        (["show", "authorities", "--where", "name=Atlantis"], "table authorities, name Atlantis"),
        (["diff", "2026.8.0", "2026.8.0", "--table", "events"], "to 2026.8.0, table events"),
    ],
    ids=" ".join,
)
def test_an_empty_answer_tells_what_was_searched(line: list[str], told: str) -> None:
    done = CliRunner().invoke(app, line)
    assert "Searched: " in done.stdout
    assert told in " ".join(done.stdout.split())
