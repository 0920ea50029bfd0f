"""The type of columns of texts, which pandas 2 and 3 know by different names."""

from __future__ import annotations

import numpy as np
import pandas as pd

TEXT = pd.StringDtype(na_value=np.nan)
"""What pandas 3 calls ``str``: texts, and NaN for a cell without one.

In pandas 2 ``str`` means Python objects, and would turn a missing cell into the text "nan".
"""


def loaded_type(logical: str) -> str | pd.StringDtype:
    """The type of a loaded column that is no category, by its logical type.

    Example:
        >>> loaded_type("date"), loaded_type("string") == TEXT
        ('datetime64[s]', True)
    """
    return _LOADED_TYPES[logical]


_LOADED_TYPES: dict[str, str | pd.StringDtype] = {
    "boolean": "boolean",
    "date": "datetime64[s]",
    "integer": "Int64",
    "string": TEXT,
}
