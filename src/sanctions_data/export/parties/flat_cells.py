"""Cells that hold several values, and the columns of measures that every flat file has."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

from sanctions_data.export.arrow_tables import plain_rows
from sanctions_data.export.parties.party_facts import PartyFacts
from sanctions_data.query.edition import Edition

OTHERS = "measures_other"
IN_FORCE = "in_force"


def join_values(values: Iterable[str]) -> str:
    """Several values in a cell, as OpenSanctions joins them: in order, ``;`` between.

    A value that holds a semicolon or a quote is quoted, so that a CSV reader takes them apart.

    Example:
        >>> join_values(["b;c", "a"])
        'a;"b;c"'
    """
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=";", lineterminator="").writerow(sorted(values))
    return buffer.getvalue()


class MeasureColumns:
    """One column an authority that has a list, and one for all others.

    A cell holds the kinds of measure in force, such as ``asset_freeze;travel_ban``; those of
    other authorities with their code, such as ``fr:flight_restriction``.
    """

    def __init__(self, edition: Edition) -> None:
        listed = {row["authority_id"] for row in plain_rows(edition, "lists")} - {None}
        self._columns = {code: f"measures_{code.replace('-', '_')}" for code in sorted(listed)}

    @property
    def header(self) -> list[str]:
        """The names of the columns; the first tells whether any measure is in force."""
        return [IN_FORCE, *self._columns.values(), OTHERS]

    def cells(self, party: PartyFacts) -> dict[str, str]:
        """The cells of a party, by the names of the columns."""
        values: dict[str, set[str]] = {name: set() for name in self.header}
        now = [measure for measure in party.measures if measure["status"] == "in_force"]
        for measure in now:
            code, kind = measure["authority_id"], measure["measure_type"]
            if code in self._columns:
                values[self._columns[code]].add(kind)
            else:
                values[OTHERS].add(f"{code}:{kind}")
        cells = {name: join_values(each) if each else "" for name, each in values.items()}
        return {**cells, IN_FORCE: "true" if now else "false"}


def csv_text(header: list[str], rows: Iterable[dict[str, Any]]) -> bytes:
    """Rows as CSV in the form of our tables; a missing cell is empty."""
    from sanctions_data.tables.canonical import csv_bytes

    return csv_bytes(header, ([row.get(column) or "" for column in header] for row in rows))
