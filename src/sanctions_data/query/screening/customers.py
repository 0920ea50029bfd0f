"""Customers as they are asked for: names, dates, countries and numbers in one form."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date

import pandas as pd

from sanctions_data.names.fold import fold_number
from sanctions_data.query.codes import code_of
from sanctions_data.query.edition import Edition
from sanctions_data.query.screening.customer_columns import FACTS
from sanctions_data.schema.text_type import TEXT

_DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Customer:
    """One row of the caller: its id, its name, and what else is known of it.

    ``numbers`` holds pairs of a type and a number, written without spaces and signs.
    """

    id: str
    name: str
    birth_date: str = ""
    country: str = ""
    kind: str = ""
    numbers: tuple[tuple[str, str], ...] = ()

    @property
    def digest(self) -> str:
        """What tells whether a row was changed, and does not tell what is in it."""
        return hashlib.sha256(repr(self).encode()).hexdigest()[:16]


def read_customers(
    frame: pd.DataFrame, columns: dict[str, str], edition: Edition, first: int = 1
) -> list[Customer]:
    """The customers of a frame, by its columns.

    Args:
        frame: one row a customer.
        columns: the column of each role; see ``customer_columns``.
        edition: knows the countries and kinds.
        first: the number of the first row, which is its id where there is no column of ids.

    Raises:
        ValueError: a date, a country or a kind of party is none; the message names the row.

    Example:
        >>> frame = pd.DataFrame({"name": ["Ada"], "dob": ["1.2.1980"], "land": ["Russia"]})
        >>> read_customers(frame, {"name": "name", "birth_date": "dob", "country": "land"},
        ...                Edition())
        [Customer(id='1', name='Ada', birth_date='1980-02-01', country='RU', kind='', numbers=())]
    """
    cells = {
        role: frame[column].astype(TEXT).where(frame[column].notna(), "").str.strip().tolist()
        for role, column in columns.items()
    }
    codes = {
        role: _codes(what, cells.get(role, []), f"column {columns.get(role)}", edition, first)
        for role, what in (("country", "country"), ("kind", "kind of party"))
    }
    found = []
    for place in range(len(frame)):
        row = {role: values[place] for role, values in cells.items()}
        number = first + place
        names = (row.get(role, "") for role in ("given_name", "family_name"))
        found.append(
            Customer(
                id=row.get("id") or str(number),
                name=row.get("name") or " ".join(filter(None, names)),
                birth_date=_day(row.get("birth_date", ""), f"row {number}"),
                country=codes["country"].get(row.get("country", ""), ""),
                kind=codes["kind"].get(row.get("kind", ""), ""),
                numbers=tuple(
                    (role, folded)
                    for role, value in row.items()
                    if role not in FACTS and (folded := fold_number(value))
                ),
            )
        )
    return found


def _codes(
    what: str, cells: list[str], column: str, edition: Edition, first: int
) -> dict[str, str]:
    """The code of each value in a column."""
    found = {"": ""}
    for value in dict.fromkeys(filter(None, cells)):
        try:
            found[value] = code_of(what, value, edition.base)
        except ValueError as error:
            raise ValueError(f"row {first + cells.index(value)}, {column}: {error}") from None
    return found


def _day(text: str, where: str) -> str:
    """A day, month or year in ISO form. Dots and slashes are read as day, month, year."""
    text = text.removesuffix(" 00:00:00")
    if not text:
        return ""
    if found := _DAY_FIRST.fullmatch(text):
        text = f"{found[3]}-{found[2]:0>2}-{found[1]:0>2}"
    try:
        if not _ISO.fullmatch(text):
            raise ValueError
        date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        raise ValueError(
            f"{where}: found birth date {text!r}, expected a day such as 1980-02-01 or "
            "1.2.1980 (day, month, year), a month or a year"
        ) from None
    return text
