"""Asking for the cells of a row one by one, each checked at once."""

from __future__ import annotations

from datetime import date
from textwrap import fill

import typer

from sanctions_data.contribute.candidates import find_candidates
from sanctions_data.contribute.cell_defaults import fill_certain_cells, is_asked, propose_cell
from sanctions_data.contribute.tab_completion import offer_completions
from sanctions_data.contribute.workspace import Cells, NewRow, Workspace
from sanctions_data.schema import TABLES, Column, Table
from sanctions_data.validation.issues import Issue

HELP = """\
Enter takes the value in brackets, or leaves the cell empty; - leaves it empty.
Tab completes where it can. Ctrl-C stops, and nothing is written.\
"""
_NEW = "+"
_EMPTY = "-"


class Prompt:
    """A conversation that ends in rows of a workspace.

    Args:
        workspace: the tables, and where the new rows wait.
        today: the day of the edit.
    """

    def __init__(self, workspace: Workspace, today: date) -> None:
        self._workspace = workspace
        self._today = today

    def ask_row(self, name: str) -> NewRow:
        """Ask for a row, and for the rows it refers to where they are new as well.

        Raises:
            typer.Abort: the input ended, or Ctrl-C was pressed.
        """
        table = TABLES[name]
        typer.echo("\n" + fill(f"A new row of {name}. {table.description}", 80))
        cells = fill_certain_cells(table, self._workspace, self._today)
        for column_name, cell in cells.items():
            typer.echo(f"  {column_name}: {cell}")
        for column in _in_order_of_asking(table):
            if column.name not in cells and is_asked(column.name, cells):
                self._ask(
                    table, column, cells, propose_cell(table, column.name, cells, self._workspace)
                )
        while issues := self._workspace.cell_issues(name, cells):
            tell(issues)
            self._fix_cells(table, cells, issues)
        return self._workspace.add(name, cells)

    def fix(self, issues: list[Issue]) -> None:
        """Ask again for the cells of the new rows in which a rule found an issue."""
        owners = [(issue, self._workspace.owner(issue)) for issue in issues]
        for row in list(self._workspace.new):
            self._workspace.new.remove(row)
            own = [issue for issue, owner in owners if owner is row]
            self._fix_cells(TABLES[row.table], row.cells, own)
            self._workspace.add(row.table, row.cells)

    def _fix_cells(self, table: Table, cells: Cells, issues: list[Issue]) -> None:
        for name in dict.fromkeys(issue.column for issue in issues if issue.column):
            self._ask(table, table.column(name), cells, cells.get(name, ""))

    def _ask(self, table: Table, column: Column, cells: Cells, offer: str) -> None:
        _explain(column)
        words = self._words(column, cells)
        while True:
            with offer_completions(words):
                said = typer.prompt(f"  {column.name}", default=offer, show_default=bool(offer))
            cell = self._understand(column, said.strip(), cells.get("authority_id", ""))
            if cell is None:
                continue
            tried = {**cells, column.name: cell} if cell else _without(cells, column.name)
            issues = self._workspace.cell_issues(table.name, tried)
            if own := [issue for issue in issues if issue.column == column.name]:
                tell(own)
                continue
            cells.pop(column.name, None)
            cells.update({column.name: cell} if cell else {})
            return

    def _words(self, column: Column, cells: Cells) -> list[str]:
        """What the Tab key completes to; ids of the authority of the row come first."""
        if column.reference is None:
            return list(column.vocabulary or ())
        keys = self._workspace.keys(column.reference)
        own = f"{cells.get('authority_id', '')}-"
        return sorted(keys, key=lambda key: (not key.startswith(own), key))

    def _understand(self, column: Column, said: str, authority: str) -> str | None:
        """The cell that was meant; None to ask again."""
        if said == _EMPTY:
            return ""
        if column.vocabulary and said.isdecimal() and 0 < int(said) <= len(column.vocabulary):
            return list(column.vocabulary)[int(said) - 1]
        if column.reference and said == _NEW:
            return self.ask_row(column.reference).key
        if not column.reference or not said or said in self._workspace.keys(column.reference):
            return said
        return self._ask_which(column.reference, said, authority)

    def _ask_which(self, reference: str, said: str, authority: str) -> str | None:
        known = find_candidates(reference, said, self._workspace, authority)
        if not known:
            typer.echo(f"  Nothing in {reference} matches {said!r}; {_NEW} adds it as a new row.")
            return None
        for number, (key, described) in enumerate(known.items(), start=1):
            typer.echo(f"    {number}  {key}  ({described})")
        number = typer.prompt(
            "  Which one? (Enter for none of them)", default="", show_default=False
        )
        if number.isdecimal() and 0 < int(number) <= len(known):
            return list(known)[int(number) - 1]
        return None


def tell(issues: list[Issue]) -> None:
    """Say what is wrong."""
    for issue in issues:
        mark = "warning:" if issue.is_warning else "!"
        typer.echo(_wrap(f"{mark} {issue.column or issue.file}: {issue.problem}; {issue.hint}"))


def _in_order_of_asking(table: Table) -> list[Column]:
    """As in the file, but a key of its own comes last: it can be proposed then."""
    own = table.key if len(table.key) == 1 else ()
    return sorted(table.columns, key=lambda column: column.name in own)


def _explain(column: Column) -> None:
    must = "" if column.required else " (may be empty)"
    typer.echo(f"\n{typer.style(column.title, bold=True)}{must}")
    typer.echo(_wrap(f"{column.description} Example: {column.example}"))
    for number, (code, meaning) in enumerate((column.vocabulary or {}).items(), start=1):
        typer.echo(_wrap(f"{number:2}  {code}: {meaning}", hanging=6))
    if column.reference == "entities":
        typer.echo(_wrap(f"Write any of its names, or an identifier; {_NEW} adds a new party."))
    elif column.reference:
        hint = f"Write an id of {column.reference} or a word of it; {_NEW} adds a new row there."
        typer.echo(_wrap(hint))


def _wrap(text: str, hanging: int = 2) -> str:
    return fill(text, 80, initial_indent="  ", subsequent_indent=" " * hanging)


def _without(cells: Cells, name: str) -> Cells:
    return {column: cell for column, cell in cells.items() if column != name}
