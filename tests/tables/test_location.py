"""Whoever checks tables means the checkout that the working directory is in."""

from __future__ import annotations

from pathlib import Path

import pytest

from sanctions_data.tables.location import data_folder, working_data_folder


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "docs" / "rules").mkdir(parents=True)
    (tmp_path / "datapackage.json").write_text("{}")
    (tmp_path / "data" / "entities.csv").write_text("entity_id\n")
    return tmp_path


@pytest.mark.parametrize("below", ["", "data", "docs/rules"])
def test_the_checkout_above_is_meant(
    checkout: Path, below: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(checkout / below)
    assert working_data_folder().resolve() == (checkout / "data").resolve()


@pytest.mark.parametrize("missing", ["datapackage.json", "data/entities.csv"])
def test_elsewhere_the_installed_tables_are_meant(
    checkout: Path, missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As in a folder with a data package of another sort.
    (checkout / missing).unlink()
    monkeypatch.chdir(checkout)
    assert working_data_folder() == data_folder()
