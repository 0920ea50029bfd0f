"""What the pandera models of all tables share."""

from __future__ import annotations

import pandera.pandas as pa


class TableModel(pa.DataFrameModel):
    """What all models share: no column more, none less, and in this order."""

    class Config:
        """Strict about columns; every cell is text."""

        strict = True
        ordered = True
