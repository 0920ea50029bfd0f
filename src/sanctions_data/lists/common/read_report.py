"""What a reader could not make sense of, collected so that one run shows everything."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a list: where, what was found, what was expected."""

    list_id: str
    position: str
    message: str
    is_error: bool = True
    is_odd: bool = False

    def __str__(self) -> str:
        """One line: list, position, message."""
        return f"{self.list_id}: {self.position}: {self.message}"


class ListError(Exception):
    """A list cannot be imported; the message names every entry that stands in the way."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        shown = "\n".join(f"  {problem}" for problem in problems[:20])
        rest = f"\n  … and {len(problems) - 20} more" if len(problems) > 20 else ""
        super().__init__(f"{problems[0].list_id} was not imported:\n{shown}{rest}")


@dataclass
class ReadReport:
    """Collects problems while a list is read.

    Errors stop the import of the list: the file is not what it should be. Warnings are things
    that were left empty, such as a country name that we do not know. An odd entry is one that
    is not as the others are: it is left out, or imported without a main part of it. A few of
    these are human; many mean that the format has changed (``checked_read``). ``side`` says of a
    file beside the main one how many entries it names, and how many the main file lacks.
    """

    list_id: str
    problems: list[Problem] = field(default_factory=list)
    left_out: dict[str, str] = field(default_factory=dict)
    side: dict[str, tuple[int, int]] = field(default_factory=dict)

    def error(self, position: str, message: str) -> None:
        """Add a problem that stops the import."""
        self.problems.append(Problem(self.list_id, position, message))

    def warn(self, position: str, message: str) -> None:
        """Add a problem that leaves a cell empty."""
        self.problems.append(Problem(self.list_id, position, message, is_error=False))

    def odd(self, position: str, message: str, left_out: str = "") -> None:
        """Add a problem with a main part of an entry.

        Args:
            position: where the entry stands; problems at one position count as one odd entry.
            message: what was found, and what was made of it.
            left_out: the reference of an entry that was left out as a whole, where it has one.
                The party is on the list all the same, so it must not be taken for delisted.
        """
        self.problems.append(Problem(self.list_id, position, message, False, True))
        if left_out:
            self.left_out[left_out] = position

    @property
    def errors(self) -> list[Problem]:
        """The problems that stop the import."""
        return [problem for problem in self.problems if problem.is_error]

    @property
    def odd_entries(self) -> list[str]:
        """The positions of odd entries, each once."""
        return list(dict.fromkeys(each.position for each in self.problems if each.is_odd))

    def raise_errors(self) -> None:
        """Raise ``ListError`` if anything stops the import."""
        if errors := self.errors:
            raise ListError(errors)
