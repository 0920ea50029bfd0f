"""No silent emptiness: every argument that takes a code refuses one that nobody knows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from typer.testing import CliRunner

import sanctions_data as sd
from sanctions_data.cli.app import app
from sanctions_data.query.codes import code_of
from sanctions_data.tables.location import root_folder

ARGUMENTS = {
    sd.measures: {
        "authority": "gbb", "measure_type": "asset_freez", "programme": "gb-ruus",
        "entity": "iran-airr", "status": "in_forc", "evidence": "primari", "basis": "stat",
        "version": "2026.9.0",
    },
    sd.flights: {
        "by": "euu", "against": "Rusia", "kind": "overfligt", "party": "mahan-airr",
        "nature": "sanktion", "status": "in_forc", "evidence": "primari", "version": "2026.9.0",
    },
    lambda **wrong: sd.compare(**{"a": "gb", "b": "eu", **wrong}): {
        "a": "gbb", "b": "euu", "measure_type": "asset_freez", "kind": "persom",
        "version": "2026.9.0",
    },
    lambda **wrong: sd.load(**{"table": "authorities", **wrong}): {
        "table": "authoritis", "version": "2026.9.0",
    },
    lambda **wrong: sd.lookup("Iran Air", **wrong): {"version": "2026.9.0"},
    lambda **wrong: sd.diff(**{"a": "2026.2.0", "b": "2026.8.0", **wrong}): {
        "a": "2026.9.0", "b": "2026.9.0", "table": "authoritis", "authority": "gbb",
    },
}  # fmt: skip


@pytest.mark.parametrize(
    ("call", "name", "value"),
    [
        pytest.param(call, name, value, id=f"{place} {name}")
        for place, (call, arguments) in enumerate(ARGUMENTS.items())
        for name, value in arguments.items()
    ],
)
def test_a_wrong_code_is_an_error_with_the_nearest(
    call: Callable[..., Any], name: str, value: str
) -> None:
    with pytest.raises(ValueError, match=f"unknown .*{value}.*did you mean '"):
        call(**{name: value})


@pytest.mark.parametrize(
    "arguments",
    [
        ["flights", "--by", "euu"],
        ["flights", "--against", "Rusia"],
        ["flights", "--kind", "overfligt"],
        ["flights", "--party", "mahan-airr"],
        ["flights", "--nature", "sanktion"],
        ["flights", "--status", "in_forc"],
        ["flights", "--version", "2026.9.0"],
        ["compare", "gbb", "eu"],
        ["compare", "gb", "euu"],
        ["compare", "gb", "eu", "--kind", "persom"],
        ["compare", "gb", "eu", "--measure", "asset_freez"],
        ["compare", "gb", "eu", "--programme", "gb-ruus"],
        ["diff", "2026.2.0", "2026.9.0"],
        ["diff", "2026.2.0", "2026.8.0", "--authority", "gbb"],
        ["diff", "2026.2.0", "2026.8.0", "--table", "authoritis"],
        ["lookup", "Iran Air", "--version", "2026.9.0"],
        ["show", "authoritis"],
        ["show", "authorities", "--version", "2026.9.0"],
    ],
    ids=" ".join,
)
def test_so_it_is_on_the_command_line(arguments: list[str]) -> None:
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 2
    assert "did you mean '" in done.stderr


@pytest.mark.parametrize(
    ("what", "written", "code"),
    [
        ("authority", "uk", "gb"),
        ("authority", "GB", "gb"),
        ("authority", "EU", "eu"),
        ("authority", "european union", "eu"),
        ("authority", "ofac", "us-ofac"),
        ("authority", "UN", "un-sc"),
        ("authority", "Türkiye", "tr"),
        ("authority", "Germany", "de"),
        ("country", "Russia", "RU"),
        ("country", "RUS", "RU"),
        ("country", "ru", "RU"),
        ("country", "EU", "EU"),
        ("country", "North Korea", "KP"),
        ("country", "Namibia", "NA"),
        ("measure type", "travel bans", "travel_ban"),
        ("kind of party", "persons", "person"),
        ("kind of party", "ships", "vessel"),
        ("status", "In force", "in_force"),
        ("version", "2026.8", "2026.8.0"),
        ("version", "v2026.2.0", "2026.2.0"),
    ],
)
def test_what_people_write(what: str, written: str, code: str) -> None:
    assert code_of(what, written, root_folder()) == code


def test_an_act_of_the_state_is_not_one_of_its_agencies() -> None:
    notes = sd.measures(authority="us").attrs["stands_on"]["notes"]
    assert any("us-ofac" in note for note in notes)
