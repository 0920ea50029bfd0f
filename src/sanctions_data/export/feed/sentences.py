"""The news of a release in sentences, such as "gb: 12 travel bans added under Russia, 3 ended"."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from sanctions_data.history.summary import KINDS, measures_by_programme, other_tables
from sanctions_data.query.edition import Edition
from sanctions_data.query.measures import measure_tables

# Beyond this share of what was added, a programme is worth its name.
_MOST = 0.5


class Sentences:
    """Tells what a release changed, with the names that programmes have.

    Args:
        root: the folder of the data.
    """

    def __init__(self, root: Path) -> None:
        programmes = Edition(root).load("programmes").set_index("programme_id")["name"]
        self._programmes = {str(code): str(name) for code, name in programmes.items()}
        self._tables = measure_tables(root)

    def of_authority(self, found: pd.DataFrame, authority: str) -> str:
        """What became of the measures of an authority; empty if nothing did.

        Args:
            found: what ``sd.diff`` returned.
            authority: its code.
        """
        mine = found[found["authority_id"] == authority]
        parts = [self._of_table(mine, table) for table in self._tables]
        told = "; ".join(part for part in parts if part)
        return f"{authority}: {told}" if told else ""

    def of_rows(self, found: pd.DataFrame) -> str:
        """What became of the rows that are no measures; empty if nothing did."""
        told = {
            str(table): [f"{number:,} {what}" for what, number in counts.items() if number]
            for table, counts in other_tables(found).iterrows()
        }
        return "; ".join(f"{table} {', '.join(parts)}" for table, parts in told.items())

    def _of_table(self, found: pd.DataFrame, table: str) -> str:
        counts = measures_by_programme(found[found["table"] == table])
        total = counts.sum()
        kind = table.replace("_", " ")
        parts: list[str] = []
        for action in KINDS:
            if number := int(total[action]):
                thing = "" if parts else f" {kind if number > 1 else kind.removesuffix('s')}"
                parts.append(f"{number:,}{thing} {action}{self._under(counts[action])}")
        return ", ".join(parts)

    def _under(self, numbers: pd.Series[int]) -> str:
        programmes = numbers.index.get_level_values("programme_id").tolist()
        name = self._programmes.get(str(programmes[int(numbers.argmax())]), "")
        share = numbers.max() / numbers.sum()
        if not name or share <= _MOST:
            return ""
        return f" under {name}" if share == 1 else f", mostly under {name}"
