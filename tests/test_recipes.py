"""The recipes of docs/recipes.md read every table whole: each row, and each cell that is filled."""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docs" / "recipes.md").read_text(encoding="utf-8")
PATHS = {
    each["name"]: each["path"]
    for each in json.loads((ROOT / "datapackage.json").read_bytes())["resources"]
}
pytestmark = [pytest.mark.full]
Counts = dict[str, dict[str, int]]


def recipe(language: str) -> str:
    (block,) = re.findall(rf"```{language}\n(.*?)```", TEXT, re.DOTALL)
    return str(block)


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
    exec(compile(recipe("python"), "docs/recipes.md", "exec"), names)
    for table, counts in expected.items():
        frame = names["read_table"](table)
        assert dict(zip(frame.columns, frame.count().row(0), strict=True)) == counts


def test_duckdb(expected: Counts, monkeypatch: pytest.MonkeyPatch) -> None:
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
    monkeypatch.chdir(ROOT)
    sql = recipe("sql")
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
    (without,) = re.findall(r"`(readr::read_csv\(.*?guess_max = Inf\))`", TEXT)
    read = "read_table_of(name)" if reader == "descriptor" else without.replace(
        '"data/asset_freezes.csv"', 'paste0("data/", name, ".csv")'
    )  # fmt: skip
    script = f"""
        options(readr.show_col_types = FALSE, readr.show_progress = FALSE)
        {recipe("r")}
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
