"""The canonical form of a table on disk.

UTF-8 in Unicode NFC, LF line ends, RFC 4180 with quotes only where needed, the columns
in the order of the definition, the rows in order of their key, an empty cell for a
missing value. Two tables with the same facts have the same bytes.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


def read_text(path: Path) -> pd.DataFrame:
    """A CSV of ours with every cell as text, and an empty cell as missing.

    ``NA`` is Namibia and stays ``NA``.

    Raises:
        OSError: the file cannot be read.
        pandas.errors.ParserError: it is not CSV.
    """
    import pandas as pd

    from sanctions_data.schema.text_type import TEXT

    return pd.read_csv(path, encoding="utf-8", dtype=TEXT, keep_default_na=False, na_values=[""])


def canonical_bytes(frame: pd.DataFrame, key: Sequence[str]) -> bytes:
    """The canonical bytes of a table of text cells.

    Args:
        frame: text cells; missing values become empty cells.
        key: the key columns, by which rows are ordered (by code point, not by language).
    """
    cells = frame.astype("object").where(frame.notna(), "")
    rows = [tuple(map(normal_cell, row)) for row in cells.itertuples(index=False, name=None)]
    places = [list(frame.columns).index(column) for column in key]
    rows.sort(key=lambda row: ([row[place] for place in places], row))
    return csv_bytes(list(frame.columns), rows)


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Header and rows as RFC 4180 with LF line ends, in the order given."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return buffer.getvalue().encode("utf-8")


def normal_cell(cell: str) -> str:
    """The cell in Unicode NFC."""
    return cell if cell.isascii() else unicodedata.normalize("NFC", cell)
