"""The recipes of docs/exports.md run as they are printed, and answer what the tables say."""

from __future__ import annotations

import ast
import re
from typing import Any

import pandas as pd
import pytest
from tests.markdown_blocks import ROOT, blocks

import sanctions_data as sd
from sanctions_data.export.formats import FORMATS

PAGE = "docs/exports.md"
RECIPES = [block.text for block in blocks(PAGE) if block.language == "python"]


def run(recipe: str) -> Any:
    """Run a recipe and return the value of its last line, as a notebook does."""
    *body, last = ast.parse(recipe).body
    names: dict[str, Any] = {}
    exec(compile(ast.Module(body, []), PAGE, "exec"), names)
    assert isinstance(last, ast.Expr)
    return eval(compile(ast.Expression(last.value), PAGE, "eval"), names)


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    folder = tmp_path_factory.mktemp("recipes")
    sd.export("parquet", folder / "hive", partition="authority")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return [run(recipe) for recipe in RECIPES]


@pytest.fixture(scope="module")
def in_force() -> pd.DataFrame:
    freezes = sd.load("asset_freezes")
    return freezes[freezes["status"] == "in_force"]


def test_duckdb(answers: list[Any], in_force: pd.DataFrame) -> None:
    found, of_gb = answers[1], in_force[in_force["authority_id"] == "gb"]
    assert len(found) == len(of_gb)
    assert found["start_date"].max() == of_gb["start_date"].max()


def test_dask(answers: list[Any], in_force: pd.DataFrame) -> None:
    assert answers[2].to_dict() == in_force["authority_id"].value_counts().to_dict()


def test_screening_by_dask(answers: list[Any]) -> None:
    alone = pd.DataFrame(sd.search(["Iran Airr", "Nobody We Know"]))
    pd.testing.assert_frame_equal(answers[3].reset_index(drop=True), alone)


def test_what_has_changed(answers: list[Any]) -> None:
    assert set(answers[0]["authority_id"]) == {"gb"}


def test_every_format_is_told() -> None:
    rows = [
        line.split("|")[1]
        for line in (ROOT / PAGE).read_text("utf-8").splitlines()
        if line[:3] == "| `"
    ]
    told = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert told == {*FORMATS, "all"}
