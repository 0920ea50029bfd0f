"""Customers are screened by name and number, filtered, and what is confirmed is left out."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from tests.small_data import small_data, store

import sanctions_data as sd
from sanctions_data.query.screening.customer_file import read_customer_file

__all__ = ["small_data", "store"]

ADA = pd.DataFrame({"Customer No": ["7"], "name": ["EXAMPLE, Ada"]})


def test_a_customer_is_found_with_what_is_imposed(small_data: Path) -> None:
    found = sd.screen(ADA, root=small_data).iloc[0]
    assert (found["customer_id"], found["entity_id"]) == ("7", "ada-example")
    assert found["imposed"] == "gb: travel ban"
    assert found["sources"]


@pytest.mark.parametrize(
    ("choice", "number"),
    [({"authority": "uk"}, 1), ({"authority": "UN"}, 0), ({"measure_type": "travel bans"}, 1),
     ({"measure_type": "asset_freeze"}, 0), ({"list": "un-sc"}, 0)],
)  # fmt: skip
def test_filters(small_data: Path, choice: dict[str, str], number: int) -> None:
    assert len(sd.screen(ADA, root=small_data, **choice)) == number


def test_a_confirmed_non_match_is_left_out(small_data: Path) -> None:
    pairs = pd.DataFrame({"customer_id": ["7"], "entity_id": ["ada-example"]})
    assert sd.screen(ADA, root=small_data, exclude=pairs).empty
    other = pairs.assign(customer_id="8")
    assert len(sd.screen(ADA, root=small_data, exclude=other)) == 1


def test_nobody_is_screened(small_data: Path) -> None:
    assert sd.screen(ADA.head(0), root=small_data).empty


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        pytest.param({"who": ["Ada"]}, "no column holds names", id="no names"),
        pytest.param({"name": ["A"], "dob": ["1.13.1980"]}, "row 1: found birth date", id="date"),
        pytest.param({"name": ["A"], "country": ["Rusia"]}, "did you mean 'RU'", id="country"),
        pytest.param({"name": ["A"], "kind": ["persom"]}, "did you mean 'person'", id="kind"),
    ],
)
def test_bad_input_is_named(small_data: Path, frame: dict[str, list[str]], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        sd.screen(pd.DataFrame(frame), root=small_data)


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"", "is empty"), (b"name\nJ\xfcrgen\n", "not UTF-8"), (b"a,b\n1,2\n1,2,3\n", "is no CSV")],
    ids=["empty", "encoding", "ragged"],
)
def test_a_bad_file_is_named(tmp_path: Path, content: bytes, message: str) -> None:
    file = tmp_path / "c.csv"
    file.write_bytes(content)
    with pytest.raises(ValueError, match=message):
        list(read_customer_file(file))
