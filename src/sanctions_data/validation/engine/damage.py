"""What mangled a file, and what is left of it."""

from __future__ import annotations

from dataclasses import dataclass, field

FMT_FIXES = "'sanctions-data fmt' fixes it"


@dataclass(frozen=True, slots=True)
class Damage:
    """One way in which a file was mangled.

    ``fixed`` says what was done about it; it is empty where nothing safe can be done.
    ``is_issue`` is false for what changes no cell, such as CRLF line ends: that is a matter
    of form, a warning that ``fmt`` takes away.
    """

    rule: str
    problem: str
    hint: str
    fixed: str = ""
    line: int = 0
    found: str = ""
    is_issue: bool = True


@dataclass
class Straight:
    """The bytes of a file, put straight as far as is safe, and what was wrong with them."""

    content: bytes
    damages: list[Damage] = field(default_factory=list)

    @property
    def is_readable(self) -> bool:
        """Whether nothing is left that keeps the file from being read as text."""
        return all(damage.fixed for damage in self.damages)
