"""The tables of a folder together with the new rows that wait to be written."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from sanctions_data.names.scripts import script_of
from sanctions_data.query.edition import Edition
from sanctions_data.schema import TABLES
from sanctions_data.schema.binding import validate as validate_cells
from sanctions_data.schema.text_type import TEXT
from sanctions_data.tables.canonical import canonical_bytes, normal_cell
from sanctions_data.tables.location import csv_path
from sanctions_data.tables.records import cell_text
from sanctions_data.tables.transaction import commit
from sanctions_data.validation.engine.cell_messages import describe_issue, suggest_nearest
from sanctions_data.validation.engine.columns import CodedRows
from sanctions_data.validation.engine.context import RULES, Context
from sanctions_data.validation.engine.reading import RawTable, read_raw
from sanctions_data.validation.issues import Issue
from sanctions_data.validation.rules import CELL_RULES
from sanctions_data.validation.table_files import name_in_messages
from sanctions_data.validation.validate import validate

Cells = dict[str, str]
BY_MACHINE = ("releases", "changes")
NAMES = "entity_names"


@dataclass(frozen=True)
class NewRow:
    """A row that waits to be written; only filled cells are in ``cells``."""

    table: str
    cells: Cells

    @property
    def key(self) -> str:
        """What other tables call the row by."""
        return self.cells.get(TABLES[self.table].key[0], "")


class Workspace:
    """A data folder as it is, and rows to be added to it.

    Nothing in the folder changes before ``write``, and then all of it at once.

    Raises:
        FileNotFoundError: there is no such folder.
    """

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            raise FileNotFoundError(f"{folder}: no such folder")
        self.folder = folder
        self.new: list[NewRow] = []
        self._raws: dict[str, RawTable] = {}

    def add(self, table: str, cells: Cells) -> NewRow:
        """Put a row beside those that wait."""
        row = NewRow(table, {name: normal_cell(cell) for name, cell in cells.items() if cell})
        self.new.append(row)
        return row

    def frame(self, table: str, *also: Cells) -> pd.DataFrame:
        """The rows of a table: those on disk, those that wait, and then ``also``.

        Raises:
            ValueError: the file cannot be read; the message says why.
        """
        old = self._read(table).frame
        waiting = [row.cells for row in self.new if row.table == table]
        cells = [*waiting, *(self.primary_names() if table == NAMES else ()), *also]
        new = pd.DataFrame(cells, columns=TABLES[table].header, dtype=TEXT)
        return pd.concat([old, new], ignore_index=True) if cells else old  # type: ignore[return-value]

    def primary_names(self) -> list[Cells]:
        """The primary names of new parties, which are written with them unless they wait too."""
        named = {
            row.cells.get("entity_id")
            for row in self.new
            if row.table == NAMES and row.cells.get("name_type") == "primary"
        }
        return [
            {
                "entity_id": row.key,
                "name": row.cells["name"],
                "list_id": "curated",
                "name_type": "primary",
                "script": script_of(row.cells["name"]),
            }
            for row in self.new
            if row.table == "entities"
            and row.key not in named
            and row.cells.get("name")
            and not row.cells.get("merged_into")
        ]

    def keys(self, table: str) -> list[str]:
        """The values of the first key column."""
        return [str(key) for key in self.frame(table)[TABLES[table].key[0]].dropna()]

    def cell_issues(self, table: str, cells: Cells) -> list[Issue]:
        """What ``validate`` would say of the cells of one more row."""
        definition = TABLES[table]
        rows = self.frame(table, cells)
        known = {c.reference: self.frame(c.reference) for c in definition.columns if c.reference}
        found = validate_cells(definition, rows, known)
        issues = []
        for finding in found[found["row"] == len(rows) - 1].to_dict("records"):
            column, rule = definition.column(finding["column"]), str(finding["rule"])
            value = cell_text(finding["value"])
            problem, hint = describe_issue(column, rule, definition, value)
            if column.reference and rule == "foreign_key":
                hint = suggest_nearest(value, self.keys(column.reference), hint)
            position = definition.header.index(column.name) + 1
            rule = rule.replace("_", "-")
            issues.append(Issue(table, 0, position, column.name, rule, value, problem, hint))
        return [*issues, *self._text_issues(table, cells)]

    @staticmethod
    def _text_issues(table: str, cells: Cells) -> Iterator[Issue]:
        """What the rules about free text find in the row, which need no other row."""
        header = TABLES[table].header
        row = CodedRows.of(header, [[cells.get(name) or None for name in header]])
        for rule in CELL_RULES:
            for found in RULES[rule].check(Context({table: row})):
                position, value = header.index(found.column) + 1, cells[found.column]
                told = found.column, rule, value, found.problem, found.hint
                yield Issue(table, 0, position, *told)

    def rule_issues(self) -> list[Issue]:
        """What ``validate`` finds with the new rows and did not find without them."""
        with TemporaryDirectory() as name:
            trial = Path(name)
            for table in TABLES:
                if (path := csv_path(self.folder, table)).exists():
                    shutil.copyfile(path, csv_path(trial, table))
            for table, content in self._files().items():
                csv_path(trial, table).write_bytes(content)
            known = {issue.identity for issue in validate(self.folder).issues}
            found = validate(trial, known=known).issues
        return [
            replace(issue, file=name_in_messages(self.folder / Path(issue.file).name))
            for issue in found
            if issue.is_new
        ]

    def owner(self, issue: Issue) -> NewRow | None:
        """The new row that an issue of ``rule_issues`` is about; None for a row on disk."""
        for row in self.new:
            if Path(issue.file).stem == row.table and issue.line == self.line(row):
                return row
        return None

    def write(self) -> None:
        """Write every row that waits into its canonical place: all of them or none."""
        folder = self.folder.resolve()
        files = {f"{folder.name}/{t}.csv": content for t, content in self._files().items()}
        commit(folder.parent, files)

    def line(self, row: NewRow) -> int:
        """The line on which a row that was written stands, or would stand."""
        definition = TABLES[row.table]
        keys = self.frame(row.table)[list(definition.key)].fillna("").itertuples(index=False)
        wanted = tuple(row.cells.get(name, "") for name in definition.key)
        return 2 + sum(tuple(key) < wanted for key in keys)

    def _files(self) -> dict[str, bytes]:
        also = [NAMES] if self.primary_names() else []
        tables = dict.fromkeys([*(row.table for row in self.new), *also])
        return {t: canonical_bytes(self.frame(t), TABLES[t].key) for t in tables}

    def _read(self, table: str) -> RawTable:
        if table not in self._raws:
            path = csv_path(self.folder, table)
            self._raws[table] = read_raw(TABLES[table], path, name_in_messages(path))
        raw = self._raws[table]
        if raw.frame is None or raw.has_errors:
            raise ValueError("\n".join(map(str, raw.issues)))
        return raw


@dataclass(frozen=True)
class WorkingEdition(Edition):
    """The tables of a workspace, for questions that are asked of an edition."""

    workspace: Workspace | None = None

    def load(self, table: str, columns: Collection[str] | None = None) -> pd.DataFrame:
        """One table, every cell text or missing, with the rows that wait."""
        if self.workspace is None:
            return super().load(table, columns)
        frame = self.workspace.frame(table)
        return frame if columns is None else frame[list(columns)]
