"""A screening is printed part by part, in each form as if it had been printed at once."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from tests.small_data import small_data, store
from typer.testing import CliRunner

from sanctions_data.cli.app import app
from sanctions_data.tables import location

__all__ = ["small_data", "store"]

CUSTOMERS = "id,name\n7,Ada Example\n8,Nobody Known\n9,EXAMPLE Ada\n"


@pytest.fixture
def run(small_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr("sanctions_data.query.screening.customer_file._ROWS", 1)
    monkeypatch.setattr(location, "_PACKAGE", small_data)
    file = tmp_path / "customers.csv"

    def run_on(content: str, *options: str) -> Any:
        file.write_text(content, encoding="utf-8")
        return CliRunner().invoke(app, ["screen", str(file), *options])

    return run_on


def test_csv_has_one_header(run: Any) -> None:
    done = run(CUSTOMERS, "--csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [(row["customer_id"], row["entity_id"]) for row in rows] == [
        ("7", "ada-example"), ("9", "ada-example")]  # fmt: skip
    assert done.exit_code == 1


def test_json_is_one_object(run: Any) -> None:
    answer = json.loads(run(CUSTOMERS, "--json").stdout)
    assert [row["customer_id"] for row in answer["rows"]] == ["7", "9"]
    assert answer["customers"] == 3
    assert answer["stands_on"]["version"]


def test_text_counts_all_parts(run: Any) -> None:
    shown = " ".join(run(CUSTOMERS).stdout.split())
    assert "2 of 3 customers have 2 candidates, 0 of them refuted" in shown


@pytest.mark.parametrize("content", ["id,name\n", "id,name\n8,Nobody Known\n"], ids=["none", "one"])
def test_where_nothing_is_found_the_form_is_whole(run: Any, content: str) -> None:
    assert run(content, "--csv").stdout.startswith("customer_id,customer,entity_id")
    answer = json.loads(run(content, "--json").stdout)
    assert answer["rows"] == []
    assert answer["customers"] == content.count("\n") - 1
    assert run(content).exit_code == 0


@pytest.mark.parametrize("form", [[], ["--csv"], ["--json"]], ids=["text", "CSV", "JSON"])
def test_a_bad_cell_far_down_is_told_before_anything_is_printed(run: Any, form: list[str]) -> None:
    done = run(CUSTOMERS.replace("id,name", "id,name,dob").replace("9,EXAMPLE Ada", "9,E,1.13.80"),
               *form)  # fmt: skip
    assert done.exit_code == 2
    assert done.stdout == ""
    assert "row 3: found birth date '1.13.80'" in done.stderr
