"""The recipes of docs/recipes.md read every table whole: each row, and each cell that is filled."""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from tests.markdown_blocks import ROOT, below

PAGE = "docs/recipes.md"
PATHS = {
    each["name"]: each["path"]
    for each in json.loads((ROOT / "datapackage.json").read_bytes())["resources"]
}
pytestmark = [pytest.mark.full]
Counts = dict[str, dict[str, int]]


@pytest.fixture(scope="module")
def expected() -> Counts:
    """Of each column of each table, how many cells are filled."""
    found = {}
    for name, path in PATHS.items():
        with (ROOT / path).open(encoding="utf-8", newline="") as handle:
            header, *rows = csv.reader(handle)
        columns = zip(*rows, strict=True)
        found[name] = {
            column: sum(map(bool, cells)) for column, cells in zip(header, columns, strict=True)
        }
    return found


def test_polars(expected: Counts, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("polars", reason="polars is not installed")
    monkeypatch.chdir(ROOT)
    names: dict[str, Any] = {}
    (recipe,) = below(PAGE, "polars")
    exec(compile(recipe, PAGE, "exec"), names)
    for table, counts in expected.items():
        frame = names["read_table"](table)
        assert dict(zip(frame.columns, frame.count().row(0), strict=True)) == counts


def test_pandas(expected: Counts) -> None:
    names: dict[str, Any] = {}
    (recipe,) = below(PAGE, "pandas")
    exec(compile(recipe, PAGE, "exec"), names)
    freezes = names["freezes"]
    assert freezes.count().to_dict() == expected["asset_freezes"]
    page = (ROOT / PAGE).read_text(encoding="utf-8")
    (without,) = re.findall(r"`pd\.read_csv\(\"data/asset_freezes\.csv\", (.*?)\)`", page)
    for table, counts in expected.items():
        options = eval(f"dict({without})")
        assert pd.read_csv(ROOT / PATHS[table], **options).count().to_dict() == counts


def test_a_spreadsheet(expected: Counts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    recipe, _ = below(PAGE, "Spreadsheets")
    exec(compile(recipe, PAGE, "exec"), names)
    frame = names["of_japan"]
    header, *rows = openpyxl.load_workbook("japan.xlsx").active.iter_rows()
    assert [cell.value for cell in header] == frame.columns.tolist()
    filled = (sum(cell.value is not None for cell in column) for column in zip(*rows, strict=True))
    assert list(filled) == frame.count().tolist()
    start = rows[0][frame.columns.get_loc("start_date")]
    assert start.is_date and start.number_format == "YYYY-MM-DD"
    assert max(max(counts.values()) for counts in expected.values()) < 1_048_576


def test_duckdb(expected: Counts, monkeypatch: pytest.MonkeyPatch) -> None:
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
    monkeypatch.chdir(ROOT)
    (sql,) = below(PAGE, "DuckDB")
    with duckdb.connect() as database:
        assert database.execute(sql).fetchall()
        assert "data/asset_freezes.csv" in sql
        for table, counts in expected.items():
            scan = sql[sql.index("read_csv(") : sql.index(")") + 1].replace("asset_freezes", table)
            wanted = ", ".join(f'count("{column}")' for column in counts)
            found = database.execute(f"SELECT {wanted} FROM {scan}").fetchone()
            assert found == tuple(counts.values()), table


@pytest.mark.parametrize("reader", ["descriptor", "guess_max"])
def test_r(expected: Counts, reader: str, tmp_path: Path) -> None:
    if not (rscript := shutil.which("Rscript")):
        pytest.skip("R is not installed")
    needs = "quit(status = !all(sapply(c('readr', 'jsonlite'), requireNamespace, quietly = TRUE)))"
    if subprocess.run([rscript, "-e", needs], capture_output=True, check=False).returncode:
        pytest.skip("R has neither readr nor jsonlite")
    (with_descriptor,) = below(PAGE, "R")
    page = (ROOT / PAGE).read_text(encoding="utf-8")
    (without,) = re.findall(r"`(readr::read_csv\(.*?guess_max = Inf\))`", page)
    read = "read_table_of(name)" if reader == "descriptor" else without.replace(
        '"data/asset_freezes.csv"', 'paste0("data/", name, ".csv")'
    )  # fmt: skip
    script = f"""
        options(readr.show_col_types = FALSE, readr.show_progress = FALSE)
        {with_descriptor}
        names <- c({", ".join(f'"{name}"' for name in expected)})
        counts <- lapply(setNames(nm = names), function(name) {{
          frame <- {read}
          stopifnot(nrow(readr::problems(frame)) == 0)
          lapply(frame, function(column) sum(!is.na(column)))
        }})
        writeLines(jsonlite::toJSON(counts, auto_unbox = TRUE), "{tmp_path}/counts.json")
    """
    (tmp_path / "read.R").write_text(script, encoding="utf-8")
    subprocess.run([rscript, str(tmp_path / "read.R")], cwd=ROOT, check=True, capture_output=True)
    assert json.loads((tmp_path / "counts.json").read_text()) == expected
