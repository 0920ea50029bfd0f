"""Rows of a frame as plain dicts, for code that looks at one row at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Each row as a dict by column name, in order.

    Example:
        >>> import pandas as pd
        >>> records(pd.DataFrame({"a": [1], "b": ["x"]}))
        [{'a': 1, 'b': 'x'}]
    """
    return frame.to_dict("records")  # type: ignore[return-value]


def cell_text(cell: Any) -> str:
    """A cell as text; empty for a missing one."""
    import pandas as pd

    return "" if pd.isna(cell) else str(cell)
