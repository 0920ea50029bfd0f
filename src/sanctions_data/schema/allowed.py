"""What fits which kind of party, and what a value looks like (``allowed.toml``)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

GROUPS = ("attributes", "identifiers", "measures", "restrictions")


@dataclass(frozen=True, slots=True)
class Allowed:
    """What a code allows.

    Attributes:
        kinds: the kinds of party that anybody may write it of.
        printed: further kinds of which official lists print it.
        form: a regular expression for the whole value; empty for any.
        like: an example of such a value.
        value: what sort of value an attribute has; empty for words as printed.
        earliest: the first year that a date may have.
    """

    kinds: tuple[str, ...]
    printed: tuple[str, ...] = ()
    form: str = ""
    like: str = ""
    value: str = ""
    earliest: int = 0

    def fits(self, kind: str, *, is_printed: bool) -> bool:
        """Whether a party of this kind may have it."""
        return kind in ("", "unknown", *self.kinds) or (is_printed and kind in self.printed)


@cache
def allowed(group: str) -> dict[str, Allowed]:
    """What the codes of a group allow.

    Args:
        group: ``attributes``, ``identifiers``, ``measures`` or ``restrictions``.

    Example:
        >>> allowed("measures")["travel_ban"].kinds
        ('person',)
        >>> allowed("identifiers")["lei"].fits("person", is_printed=False)
        False
    """
    text = files(__package__).joinpath("allowed.toml").read_text(encoding="utf-8")
    return {code: _read(each) for code, each in tomllib.loads(text)[group].items()}


def _read(each: dict[str, Any]) -> Allowed:
    cells: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in each.items()}
    return Allowed(**cells)
