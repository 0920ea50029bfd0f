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

    Errors stop the import of the list. Warnings are things that were left empty, such as
    a country name that we do not know.
    """

    list_id: str
    problems: list[Problem] = field(default_factory=list)

    def error(self, position: str, message: str) -> None:
        """Add a problem that stops the import."""
        self.problems.append(Problem(self.list_id, position, message))

    def warn(self, position: str, message: str) -> None:
        """Add a problem that leaves a cell empty."""
        self.problems.append(Problem(self.list_id, position, message, is_error=False))

    @property
    def errors(self) -> list[Problem]:
        """The problems that stop the import."""
        return [problem for problem in self.problems if problem.is_error]

    def raise_errors(self) -> None:
        """Raise ``ListError`` if anything stops the import."""
        if errors := self.errors:
            raise ListError(errors)
