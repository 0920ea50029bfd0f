"""Verifying the receipt of a screening: the version is rebuilt, and all is repeated, offline."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from sanctions_data.history.errors import HistoryError
from sanctions_data.history.lines import Lines
from sanctions_data.history.released_tables import sha256
from sanctions_data.history.versions import History
from sanctions_data.query.edition import Edition
from sanctions_data.query.screening.receipt import FORMAT, key_of, make_receipt, table_hashes
from sanctions_data.query.screening.screening_run import Screening
from sanctions_data.tables.location import csv_path, root_folder

_MAXIMUM_TOLD = 20


@dataclass
class Verification:
    """Whether a receipt holds.

    Attributes:
        issues: what does not hold, each naming the cell, row or table.
        notes: what was not repeated, and what one should know.
    """

    issues: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        """Whether nothing was found that differs."""
        return not self.issues

    def __str__(self) -> str:
        """The answer in a line, then one line an issue and a note."""
        first = "The receipt holds." if self.holds else "The receipt does NOT hold:"
        shown = self.issues[:_MAXIMUM_TOLD]
        more = len(self.issues) - len(shown)
        rest = [f"… and {more:,} more"] if more else []
        return "\n".join([first, *(f"  {each}" for each in [*shown, *rest]), *self.notes])


def verify(
    receipt: Path | str,
    customers: pd.DataFrame | None = None,
    *,
    root: Path | None = None,
) -> Verification:
    """Whether the receipt of a screening holds.

    The tables of its version are rebuilt and compared with the hashes in the receipt, and the
    screening is repeated on them: every hit and near miss must come out alike.

    Args:
        receipt: the file that ``sd.screen`` wrote.
        customers: who was screened; without them, the file that the receipt names is read, and
            where there is none, only the tables and the rows of the hits are compared.
        root: folder of the data; the installed data if left out.

    Returns:
        The answer; printed, it tells what differs.

    Raises:
        FileNotFoundError: there is no such receipt.
        ValueError: the file is no receipt, or its version is not known here.

    Example:
        >>> import pandas as pd
        >>> import sanctions_data as sd
        >>> customers = pd.DataFrame({"name": ["Viktor But"]})
        >>> path = getfixture("tmp_path") / "receipt.json"
        >>> rows = sd.screen(customers, receipt=path)
        >>> print(sd.verify(path, customers))
        The receipt holds.
    """
    told, found = _read(Path(receipt)), Verification()
    edition = _edition_of(told, root or root_folder(), found)
    if edition is None:
        return found
    if customers is None:
        customers = _read_file(told["customers"]["file"], Path(receipt), found)
    if customers is None:
        return found
    settings = dict(told["settings"])
    exclude = pd.DataFrame(settings.pop("exclude"), columns=["customer_id", "entity_id"])
    screening = Screening(edition, exclude=exclude if len(exclude) else None, **settings)
    roles = told["customers"]["columns"]
    if missing := sorted(set(roles.values()) - {*map(str, customers.columns)}):
        found.issues.append(f"the customers lack the column {missing[0]!r}")
        return found
    for start in range(0, len(customers), 5000):
        screening.screen_part(customers.iloc[start : start + 5000], roles)
    again = json.loads(json.dumps(make_receipt(screening, roles)))
    _compare_customers(told["customers"], again["customers"], found)
    for part in ("hits", "nearest_misses"):
        _compare_rows(part, told[part], again[part], found)
    _compare_kept_rows(told["rows_of_hits"], again["rows_of_hits"], found)
    if not found.holds and told["package"] != again["package"]:
        found.notes.append(
            f"The receipt was made by sanctions-data {told['package']}, this is "
            f"{again['package']}: names may be compared in another way; install that one to "
            "repeat it."
        )
    return found


def _read(path: Path) -> dict[str, Any]:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise ValueError(f"{path} is no receipt: it is not JSON ({error})") from None
    needed = {"version", "tables", "settings", "customers", "hits", "nearest_misses", "package",
              "rows_of_hits"}  # fmt: skip
    if not isinstance(told, dict) or told.get("receipt") != FORMAT or needed - told.keys():
        raise ValueError(
            f"{path} is no receipt that this version can read; expected JSON as "
            f"'sanctions-data screen --receipt' writes it, with \"receipt\": {FORMAT}"
        )
    return told


def _edition_of(told: dict[str, Any], base: Path, found: Verification) -> Edition | None:
    """The tables as they were, each with its hash; None where they are not to be had."""
    now = table_hashes(Edition(base))
    differs = [table for table, digest in told["tables"].items() if now.get(table) != digest]
    if not differs:
        return Edition(base)
    history, version = History(base), told["version"]
    for table in differs:
        try:
            content = history.content(table, history.codes.code_of(version))
            if sha256(content) == told["tables"][table]:
                continue
            why = f"{table} of {version} has another hash than the receipt says"
        except HistoryError as error:
            why = str(error)
        cells = _changed_cells(told["rows_of_hits"].get(table), table, base)
        found.issues += cells or [why]
    return None if found.issues else Edition(base, version)


def _changed_cells(rows: dict[str, list[str]] | None, table: str, base: Path) -> list[str]:
    """The cells of hits that are not those of the receipt."""
    if not rows:
        return []
    lines = Lines.read(csv_path(base / "data", table).read_bytes(), [key_of(table)])
    now = {"": lines.header, **{key: lines.cells((key,)) for key in rows if (key,) in lines}}
    found = Verification()
    _compare_kept_rows({table: rows}, {table: now}, found)
    return found.issues


def _compare_kept_rows(
    told: dict[str, dict[str, list[str]]],
    again: dict[str, dict[str, list[str]]],
    found: Verification,
) -> None:
    for table, rows in told.items():
        header = rows[""]
        for key, cells in rows.items():
            now = again.get(table, {}).get(key)
            if now is None:
                found.issues.append(f"{table} {key}: the receipt has this row, the tables have not")
                continue
            found.issues += [
                f"{table} {key}, column {column}: found {is_now!r}, the receipt says {was!r}"
                for column, was, is_now in zip(header, cells, now, strict=False)
                if was != is_now
            ]


def _read_file(name: str | None, receipt: Path, found: Verification) -> pd.DataFrame | None:
    from sanctions_data.query.screening.customer_file import read_customer_file

    for path in (Path(name), receipt.parent / Path(name).name) if name else ():
        if path.is_file():
            return pd.concat(read_customer_file(path), ignore_index=True)
    found.notes.append(
        f"Only the tables were compared: {name or 'the list of customers'} is not here. Name it "
        "to repeat the screening."
    )
    return None


def _compare_customers(told: dict[str, Any], again: dict[str, Any], found: Verification) -> None:
    was, now = told["digests"], again["digests"]
    if told["rows"] != again["rows"]:
        found.issues.append(f"found {again['rows']} customers, the receipt has {told['rows']}")
    changed = [row for row in was if row in now and now[row] != was[row]]
    found.issues += [f"customers, row {row}: a cell was changed since" for row in changed]


def _compare_rows(
    part: str, told: list[dict[str, Any]], again: list[dict[str, Any]], found: Verification
) -> None:
    def by_pair(rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
        return {f"customer {row['customer_id']}, party {row['entity_id']}": row for row in rows}

    name, was, now = part.replace("_", " "), by_pair(told), by_pair(again)
    for pair in [*was, *(pair for pair in now if pair not in was)]:
        if pair not in now:
            found.issues.append(f"{name}, {pair}: not found again")
        elif pair not in was:
            found.issues.append(f"{name}, {pair}: found now, and not in the receipt")
        else:
            found.issues += [
                f"{name}, {pair}, {column}: found {now[pair][column]!r}, the receipt says {cell!r}"
                for column, cell in was[pair].items()
                if now[pair].get(column) != cell
            ]
