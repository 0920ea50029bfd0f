"""``sanctions-data export``: what it writes, and what it says where it cannot."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sanctions_data.cli.app import app
from sanctions_data.export.formats import FORMATS

run = CliRunner().invoke


def test_a_format_is_written(tmp_path: Path) -> None:
    done = run(app, ["export", "dcat", "--out", str(tmp_path / "out")])
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("wrote 2 files, 0.0 MiB, to ")
    assert (tmp_path / "out" / "catalogue.jsonld").is_file()


def test_json_names_the_files(tmp_path: Path) -> None:
    done = run(app, ["export", "jsonld", "--out", str(tmp_path / "out"), "--json"])
    files = json.loads(done.stdout)["files"]
    assert files["dataset.jsonld"] == (tmp_path / "out" / "dataset.jsonld").stat().st_size


def test_hive_layout(tmp_path: Path) -> None:
    run(app, ["export", "parquet", "--out", str(tmp_path / "out"), "--partition", "authority"])
    assert (tmp_path / "out" / "travel_bans" / "authority_id=eu" / "part-0.parquet").is_file()


def test_without_a_format_they_are_listed() -> None:
    done = run(app, ["export"])
    assert done.exit_code == 0
    assert all(name in done.stdout for name in [*FORMATS, "all", "extra duckdb"])
    assert set(json.loads(run(app, ["export", "--json"]).stdout)) == set(FORMATS)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["sqlit", "--out", "{}/new"], "did you mean 'sqlite'?", id="unknown format"),
        pytest.param(
            ["dcat"], "say where to: sanctions-data export dcat --out DIR", id="no folder"
        ),
        pytest.param(["dcat", "--out", "{}"], "is not empty (it holds mine.txt)", id="not empty"),
        pytest.param(
            ["dcat", "--out", "{}", "--force"], "holds mine.txt, which no export wrote", id="force"
        ),
        pytest.param(
            ["dcat", "--out", "{}/new", "--version", "1.0"], "unknown version '1.0'", id="version"
        ),
    ],
)
def test_what_cannot_be_done_is_one_line_and_code_2(
    tmp_path: Path, arguments: list[str], message: str
) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    done = run(app, ["export", *(argument.format(tmp_path) for argument in arguments)])
    assert done.exit_code == 2
    assert message in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
