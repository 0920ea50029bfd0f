"""Printing the candidates of a screening part by part, so that a large file needs little memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import typer

from sanctions_data.cli.output import console, json_text, print_csv, print_stands_on
from sanctions_data.tables.records import records

if TYPE_CHECKING:
    import pandas as pd

    from sanctions_data.query.screening.screening_run import Screening


class Printer:
    """Prints the parts of a screening, and counts what it prints."""

    def __init__(self, screening: Screening) -> None:
        self.screening = screening
        self.candidates = self.refuted = self.customers = 0

    def print_part(self, rows: pd.DataFrame) -> None:
        """Print the candidates of the next customers."""
        self._print(rows)
        self.candidates += len(rows)
        self.refuted += int((rows["verdict"] == "refuted").sum())
        self.customers += rows["customer_id"].nunique()

    def close(self) -> None:
        """Print what comes after the last part."""

    def _print(self, rows: pd.DataFrame) -> None:
        raise NotImplementedError


class CsvPrinter(Printer):
    """One row a candidate, under one header."""

    _has_header = False

    def _print(self, rows: pd.DataFrame) -> None:
        print_csv(rows, header=not self._has_header)
        self._has_header = True

    def close(self) -> None:
        """Print the header, where the file had no customer."""
        if not self._has_header:
            from sanctions_data.query.screening.screening_run import no_candidates

            print_csv(no_candidates())


class JsonPrinter(Printer):
    """One object, whose rows come one a line."""

    _is_open = _has_row = False

    def _print(self, rows: pd.DataFrame) -> None:
        if not self._is_open:
            self._open()
        for row in records(rows):
            comma = "," if self._has_row else ""
            typer.echo(f"{comma}\n{json_text(row)}", nl=False)
            self._has_row = True

    def _open(self) -> None:
        typer.echo(f'{{"stands_on": {json_text(self.screening.stands_on)},\n"rows": [', nl=False)
        self._is_open = True

    def close(self) -> None:
        """End the list, and tell how many customers there were."""
        if not self._is_open:
            self._open()
        typer.echo(f'\n],\n"customers": {self.screening.done}}}')


class TextPrinter(Printer):
    """A block a customer, for people."""

    def _print(self, rows: pd.DataFrame) -> None:
        from rich.padding import Padding
        from rich.text import Text

        for title, group in _by_customer(rows):
            console().print(Text(title, style="bold"))
            for row in group:
                console().print(Padding(_candidate_text(row), (0, 0, 1, 2)))

    def close(self) -> None:
        """Print how many candidates there were, and what was searched."""
        from sanctions_data.query.screening.screening_run import no_candidates

        console().print(
            f"{self.customers:,} of {self.screening.done:,} customers have "
            f"{self.candidates:,} candidate{'s' * (self.candidates != 1)}, {self.refuted:,} of "
            "them refuted by birth date, kind or number."
        )
        rows = no_candidates()
        rows.attrs["stands_on"] = self.screening.stands_on
        print_stands_on(rows)


def _by_customer(rows: pd.DataFrame) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    for customer, group in rows.groupby("customer_id", sort=False):
        yield f"{customer}  {group['customer'].iloc[0]}", records(group)


def _candidate_text(row: dict[str, Any]) -> str:
    # A number is told by the facts, with the number itself.
    how = "" if row["reason"] == "number" else f"{row['reason']} {row['score']:.0f} %"
    named = "" if row["name"] in ("", row["party"]) else f", as {row['name']}"
    verdict = row["verdict"].replace("_", " ")
    lines = [
        f"{row['party']} [{row['entity_id']}]{named}",
        f"{verdict}: {'; '.join(filter(None, [how, row['facts']]))}",
        row["imposed"] or "no measure on it is known",
        f"source: {row['sources']}" if row["sources"] else "",
    ]
    return "\n".join(filter(None, lines))
