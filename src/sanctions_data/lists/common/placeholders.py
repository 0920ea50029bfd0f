"""Words that stand in a list where there is nothing to print (``placeholders.toml``)."""

from __future__ import annotations

from functools import lru_cache

from sanctions_data.lists.common.entry import tidy
from sanctions_data.lists.common.words import read_toml

_NOTHING = frozenset(read_toml(__file__, "placeholders.toml")["nothing"])


@lru_cache(maxsize=4096)
def is_nothing(text: str) -> bool:
    """Whether a text only says that there is nothing to say.

    Example:
        >>> is_nothing(" - "), is_nothing("NA"), is_nothing("Namibia")
        (True, True, False)
    """
    bare = tidy(text).casefold()
    return not bare or bare in _NOTHING or bare.rstrip(".") in _NOTHING
