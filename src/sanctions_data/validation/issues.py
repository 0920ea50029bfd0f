"""An issue: one thing in the tables that is wrong, or may be."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePath

from sanctions_data.names.visible import make_visible

_LONGEST_SHOWN = 80


class Severity(StrEnum):
    """Whether an issue must be fixed.

    An error must be, and stops what depends on sound tables. A warning is for a person to
    look at: the row may be right, as when a list itself prints the number so.
    """

    error = "error"
    warning = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Issue:
    """One thing wrong, with all that is needed to fix it.

    ``line`` counts from 1, the header being line 1; it is 0 for an issue of the whole file.
    ``position`` is the place of the column in the file, from 1, or 0. ``row`` holds the cells
    of the row; it is empty for an issue of no row. ``is_new`` tells that a change brought it.
    """

    file: str
    line: int
    position: int
    column: str
    rule: str
    found: str
    problem: str
    hint: str
    row: tuple[str, ...] = field(default=(), compare=False, repr=False)
    is_new: bool = field(default=False, compare=False)
    severity: Severity = field(default=Severity.error, compare=False)

    def __post_init__(self) -> None:
        """Make what a terminal would obey visible, as a header or a file name may hold it."""
        for name in ("file", "column", "problem", "hint"):
            if not (text := getattr(self, name)).isprintable():
                object.__setattr__(self, name, make_visible(text.replace("\n", " ")))

    def __str__(self) -> str:
        """``file:line:column: found …; problem; hint [rule]``, a warning with that word first."""
        place = ":".join([self.file, *([str(self.line)] if self.line else []), *self._column])
        severity = "warning: " if self.is_warning else ""
        return f"{place}: {severity}{self.message} [{self.rule}]"

    @property
    def is_warning(self) -> bool:
        """Whether the row may stay as it is."""
        return self.severity is Severity.warning

    @property
    def message(self) -> str:
        """What was found, what is wrong with it and how to fix it."""
        found = f"found {shorten(self.found)}; " if self.found else ""
        return f"{found}{self.problem}; {self.hint}"

    @property
    def page(self) -> str:
        """The page of the rule, from the root of the repository."""
        return f"docs/rules/{self.rule}.md"

    @property
    def identity(self) -> Hashable:
        """What stays the same when the row moves within its file, or the folder elsewhere."""
        return PurePath(self.file).name, self.rule, self.column, self.row or self.found

    @property
    def _column(self) -> list[str]:
        return [self.column] if self.column else []


def shorten(text: str) -> str:
    """Text for a message: on one line, with what cannot be seen made visible, and not long.

    Example:
        >>> shorten("gb "), shorten("x" * 999)[78:]
        ("'gb '", 'xx… (999 characters)')
    """
    visible = text if text.isprintable() and text == text.strip() else repr(text)
    if len(visible) <= _LONGEST_SHOWN:
        return visible
    return f"{visible[:_LONGEST_SHOWN]}… ({len(text):,} characters)"
