"""A receipt holds in later versions, and where a cell was changed it does not, and says which."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest
from tests.checkout import Released, checkout, edit, made_once, released

import sanctions_data as sd

__all__ = ["checkout", "made_once", "released"]


@pytest.fixture
def customers(released: Released) -> pd.DataFrame:
    names = sd.load("entities", root=released[0])["name"].tolist()
    return pd.DataFrame({"id": ["7", "8"], "name": [names[0].upper(), "Nobody Known"]})


@pytest.fixture
def receipt(released: Released, customers: pd.DataFrame, tmp_path: Path) -> Path:
    path = tmp_path / "receipt.json"
    found = sd.screen(customers, version="2026.2.0", receipt=path, root=released[0])
    assert found["customer_id"].tolist() == ["7"]
    return path


def test_a_receipt_of_an_older_version_holds(
    released: Released, customers: pd.DataFrame, receipt: Path
) -> None:
    told = json.loads(receipt.read_text())
    assert told["version"] == "2026.2.0"
    assert "Nobody" not in receipt.read_text()
    found = sd.verify(receipt, customers, root=released[0])
    assert found.holds, found


def test_a_receipt_made_before_a_release_holds_after_it(
    released: Released, customers: pd.DataFrame, tmp_path: Path
) -> None:
    from datetime import date

    from sanctions_data.release.release import release

    root, path = released[0], tmp_path / "receipt.json"
    base = tmp_path / "before"
    sd.screen(customers, receipt=path, root=root)
    base.mkdir()
    for csv in (root / "data").glob("*.csv"):
        (base / csv.name).write_bytes(csv.read_bytes())
    edit(root, "authorities", "The United Kingdom", "United Kingdom")
    release(root, "2026.9.0", day=date(2026, 9, 1), base=base)
    assert sd.verify(path, customers, root=root).holds


def test_a_changed_cell_of_a_hit_is_named(
    released: Released, customers: pd.DataFrame, tmp_path: Path
) -> None:
    root, path = released[0], tmp_path / "receipt.json"
    sd.screen(customers, receipt=path, root=root)
    party = sd.load("entities", root=root).iloc[0]
    edit(root, "entities", party["name"], "Another Name")
    found = sd.verify(path, customers, root=root)
    assert found.issues == [
        f"entities {party['entity_id']}, column name: found 'Another Name', "
        f"the receipt says {party['name']!r}"
    ]


def test_a_changed_cell_of_the_history_is_named(
    released: Released, customers: pd.DataFrame, receipt: Path
) -> None:
    edit(released[0], "changes", ",name,changed,United", ",name,changed,Untied")
    found = sd.verify(receipt, customers, root=released[0])
    assert not found.holds
    assert "authorities of 2026.2.0" in found.issues[0]


def test_a_changed_cell_of_the_customers_is_found(
    released: Released, customers: pd.DataFrame, receipt: Path
) -> None:
    customers.loc[1, "name"] = "Nobody Else"
    found = sd.verify(receipt, customers, root=released[0])
    assert found.issues == ["customers, row 2: a cell was changed since"]


def test_a_changed_cell_of_the_receipt_is_named(
    released: Released, customers: pd.DataFrame, receipt: Path
) -> None:
    told = json.loads(receipt.read_text())
    told["hits"][0]["score"] = 12.0
    receipt.write_text(json.dumps(told))
    found = sd.verify(receipt, customers, root=released[0])
    assert "score: found 100.0, the receipt says 12.0" in found.issues[0]


def test_without_the_customers_the_tables_are_compared(released: Released, receipt: Path) -> None:
    found = sd.verify(receipt, root=released[0])
    assert found.holds
    assert "Only the tables were compared" in str(found)


@pytest.mark.parametrize("content", ["", "[]", '{"receipt": 2}'], ids=["no JSON", "list", "format"])
def test_what_is_no_receipt_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "r.json").write_text(content)
    with pytest.raises(ValueError, match="is no receipt"):
        sd.verify(tmp_path / "r.json")
