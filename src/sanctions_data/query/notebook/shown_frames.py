"""Frames that a notebook shows in a few columns for people, and not in all that they have."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

import pandas as pd

from sanctions_data.query.labels import day_text
from sanctions_data.query.notebook.html_cells import (
    html_link,
    html_stands_on,
    html_table,
    html_text,
    html_unbroken,
)
from sanctions_data.tables.records import cell_text, records

_MAXIMUM_ROWS = 20


class ShownFrame(pd.DataFrame):
    """A frame in every way; where it lacks a column that is shown, it shows as frames do."""

    _heads: ClassVar[tuple[str, ...]]
    _needed: ClassVar[frozenset[str]]

    @property
    def _constructor(self) -> Callable[..., pd.DataFrame]:
        return type(self)

    def _cells_of(self, row: dict[str, Any]) -> list[str]:
        raise NotImplementedError

    def _repr_html_(self) -> str | None:
        """The first rows, how many more there are, and what the answer stands on."""
        is_wanted = pd.get_option("display.notebook_repr_html")
        if not is_wanted or not self._needed <= set(self.columns):
            return pd.DataFrame(self)._repr_html_()  # type: ignore[operator, no-any-return]
        shown = pd.DataFrame(self.head(_MAXIMUM_ROWS))
        parts = [html_table(self._heads, map(self._cells_of, records(shown)))] if len(self) else []
        more = len(self) - len(shown)
        number = f"{len(self):,} row{'s' * (len(self) != 1)}" + (
            f", {more:,} of them not shown" if more else ""
        )
        told = self.attrs.get("stands_on")
        stands_on = html_stands_on(told, is_empty=self.empty) if told else ""
        return "".join([*parts, f"<p>{number}</p>", stands_on])


class FlightsFrame(ShownFrame):
    """Restrictions of flights: by whom, on whom, since when, under which act, who says so.

    Example:
        >>> import sanctions_data as sd
        >>> sd.flights(party="mahan-air", by="DE")._repr_html_().count("<td") > 5
        True
    """

    _heads = ("By", "Restriction", "On", "Since", "Until", "Status", "Act", "Source")
    _needed = frozenset(
        ["authority_id", "restriction_kind", "party", "start_date", "start_precision", "end_date",
         "end_precision", "status", "act", "act_url", "source", "source_url"]
    )  # fmt: skip

    def _cells_of(self, row: dict[str, Any]) -> list[str]:
        return [
            html_unbroken(row["authority_id"]),
            html_text(str(row["restriction_kind"]).replace("_", " ")),
            html_text(row["party"]),
            html_unbroken(day_text(row["start_date"], row["start_precision"])),
            html_unbroken(day_text(row["end_date"], row["end_precision"])),
            html_unbroken(str(row.get("day_status", row["status"])).replace("_", " ")),
            html_link(row["act"], row["act_url"]),
            html_link(row["source"], row["source_url"]),
        ]


class CandidatesFrame(ShownFrame):
    """Candidates for names: which party, by which name, how like, and why.

    Example:
        >>> import sanctions_data as sd
        >>> "word order" in sd.search(["AIR, Iran"])._repr_html_()
        True
    """

    _heads = ("Asked", "Party", "Name", "Similarity", "Reason")
    _needed = frozenset(["query", "entity_id", "name", "score", "reason"])

    def _cells_of(self, row: dict[str, Any]) -> list[str]:
        return [
            html_text(row["query"]),
            f"<code>{html_text(row['entity_id'])}</code>",
            html_text(row["name"]),
            f"{row['score']:.0f} %",
            html_text(row["reason"]),
        ]


class ScreenedFrame(ShownFrame):
    """Candidates for customers: what speaks for and against each, and what is imposed.

    Example:
        >>> import pandas as pd
        >>> import sanctions_data as sd
        >>> "name only" in sd.screen(pd.DataFrame({"name": ["Mahan Air"]}))._repr_html_()
        True
    """

    _heads = ("Customer", "Party", "Verdict", "For and against", "Imposed by whom")
    _needed = frozenset(
        ["customer_id", "customer", "entity_id", "party", "name", "score", "reason", "verdict",
         "facts", "imposed"]
    )  # fmt: skip

    def _cells_of(self, row: dict[str, Any]) -> list[str]:
        how = (
            row["reason"] if row["reason"] == "number" else f"{row['reason']} {row['score']:.0f} %"
        )
        as_name = (
            f"<br>as {html_text(row['name'])}" if row["name"] not in ("", row["party"]) else ""
        )
        return [
            f"{html_unbroken(row['customer_id'])}<br>{html_text(row['customer'])}",
            f"{html_text(row['party'])}{as_name}<br><code>{html_text(row['entity_id'])}</code>",
            html_text(row["verdict"].replace("_", " ")),
            html_text("; ".join(filter(None, [how, cell_text(row["facts"])]))),
            html_text(row["imposed"]),
        ]
