"""The commands that search for names and show a matrix."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sanctions_data.cli.app import app

RUN = CliRunner()


def test_one_name_a_line(tmp_path: Path) -> None:
    file = tmp_path / "names.txt"
    file.write_text("Iran Airr\n\nNobody At All\n", encoding="utf-8")
    result = RUN.invoke(app, ["search", str(file), "--limit", "1"])
    assert result.exit_code == 0
    assert "iran-air" in result.stdout
    assert "1 of 2 names" in result.stdout


@pytest.mark.parametrize("byte_order_mark", ["", "\ufeff"], ids=["plain", "byte order mark"])
def test_column_of_a_csv_as_json(tmp_path: Path, byte_order_mark: str) -> None:
    file = tmp_path / "names.csv"
    file.write_text(byte_order_mark + 'customer,no\n"AIR, Iran",1\n', encoding="utf-8")
    result = RUN.invoke(app, ["search", str(file), "--column", "customer", "--json"])
    first = json.loads(result.stdout)["rows"][0]
    assert (first["entity_id"], first["reason"], first["score"]) == ("iran-air", "word order", 100)


def test_standard_input_without_a_hit() -> None:
    result = RUN.invoke(app, ["search", "-"], input="Nobody At All\n")
    assert result.exit_code == 1


def test_unknown_column_is_told(tmp_path: Path) -> None:
    file = tmp_path / "names.csv"
    file.write_text("customer\nIran Air\n", encoding="utf-8")
    result = RUN.invoke(app, ["search", str(file), "--column", "custmer"])
    assert result.exit_code == 2
    assert "did you mean 'customer'" in result.stderr


def test_matrix() -> None:
    shown = RUN.invoke(app, ["lookup", "Iran Air", "--matrix"])
    assert shown.exit_code == 0
    assert "asset freeze" in shown.stdout
    rows = json.loads(RUN.invoke(app, ["lookup", "Iran Air", "--matrix", "--json"]).stdout)
    assert {"authority_id", "asset_freeze"} <= set(rows["rows"][0])


def test_compare_both() -> None:
    result = RUN.invoke(app, ["compare", "un-sc", "gb", "--both", "--json", "--limit", "3"])
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert {"stands_on", "undecided"} <= set(found)
    assert {"lag_days", "day_status"} <= set(found["rows"][0])
