"""Reading a CSV of customers part by part, however large it is."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from sanctions_data.schema.text_type import TEXT

_ROWS = 5000
_SAMPLE = 64 * 1024


def read_customer_file(path: Path) -> Iterator[pd.DataFrame]:
    """Parts of a CSV with every cell as text; commas, semicolons and tabs may part the cells.

    Raises:
        FileNotFoundError: there is no such file.
        ValueError: it is empty, not UTF-8 or no CSV; the message says how to fix it.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            sample = handle.read(_SAMPLE)
            header = sample.split("\n", 1)[0]
            if not header.strip():
                raise ValueError(f"{path} is empty; expected a CSV with a header")
            sign = max(",;\t", key=header.count)
            handle.seek(0)
            parts = pd.read_csv(
                handle, sep=sign, dtype=TEXT, keep_default_na=False, chunksize=_ROWS
            )
            yield from parts
    except UnicodeDecodeError as error:
        raise ValueError(f"{path} is not UTF-8 ({error}); save it as 'CSV UTF-8'") from None
    except (pd.errors.ParserError, csv.Error) as error:
        raise ValueError(f"{path} is no CSV: {error}") from None
