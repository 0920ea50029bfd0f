"""Customers are read into one form: numbers with their types, days, names in parts."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from tests.small_data import small_data, store

from sanctions_data.query.edition import Edition
from sanctions_data.query.screening.customer_columns import customer_columns
from sanctions_data.query.screening.customers import Customer, read_customers

__all__ = ["small_data", "store"]

ADDRESS = "TBXMiRqUp1XH1zLazWu8cWitMAScv4HsYq"


def read(root: Path, **cells: str) -> Customer:
    frame = pd.DataFrame({column: [cell] for column, cell in {"name": "A", **cells}.items()})
    (customer,) = read_customers(frame, customer_columns(list(frame.columns)), Edition(root))
    return customer


@pytest.mark.parametrize(
    ("column", "cell", "numbers"),
    [
        pytest.param("imo", "IMO 9481910", [("imo_number", "9481910")], id="IMO"),
        pytest.param("wallet", ADDRESS, [("crypto_address", ADDRESS)], id="case of an address"),
        pytest.param("wallet", f"USDT {ADDRESS}", [("crypto_address", ADDRESS)], id="currency"),
        pytest.param("number", "LEI 2534-0038", [("lei", "25340038")], id="type in front"),
        pytest.param("number", "K 123", [("other", "k123")], id="no type"),
        pytest.param("number", ADDRESS, [("other", ADDRESS.lower()), ("crypto_address", ADDRESS)],
                     id="perhaps an address"),
        pytest.param("passport", "", [], id="empty"),
        pytest.param("passport", "--", [], id="only signs"),
    ],
)  # fmt: skip
def test_numbers(small_data: Path, column: str, cell: str, numbers: list[tuple[str, str]]) -> None:
    assert read(small_data, **{column: cell}).numbers == tuple(numbers)


@pytest.mark.parametrize(
    ("cell", "day"),
    [("1.2.1980", "1980-02-01"), ("01/02/1980", "1980-02-01"), ("1980", "1980"),
     ("1980-02", "1980-02"), ("1980-02-01 00:00:00", "1980-02-01"), ("", "")],
)  # fmt: skip
def test_days(small_data: Path, cell: str, day: str) -> None:
    assert read(small_data, dob=cell).birth_date == day


@pytest.mark.parametrize("cell", ["13/02/80", "1980-02-30", "2.13.1980", "NA", "80"])
def test_what_is_no_day_is_refused(small_data: Path, cell: str) -> None:
    with pytest.raises(ValueError, match="row 1: found birth date"):
        read(small_data, dob=cell)


def test_a_name_in_parts(small_data: Path) -> None:
    frame = pd.DataFrame({"Vorname": ["Ada"], "Nachname": ["Example"]})
    (found,) = read_customers(frame, customer_columns(list(frame.columns)), Edition(small_data))
    assert found.name == "Ada Example"


def test_another_cell_gives_another_digest(small_data: Path) -> None:
    digests = {read(small_data, passport=cell).digest for cell in ("1", "2", "1")}
    assert len(digests) == 2


@pytest.mark.parametrize("cell", ["n/a", "NULL", "-", "Unknown", " none "])
def test_what_stands_for_nothing_is_nothing(small_data: Path, cell: str) -> None:
    found = read(small_data, name=cell, dob=cell, country=cell, kind=cell, passport=cell)
    assert (found.birth_date, found.country, found.kind, found.numbers) == ("", "", "", ())
    assert found.name == cell.strip()


def test_na_is_namibia(small_data: Path) -> None:
    assert read(small_data, country="NA").country == "NA"
