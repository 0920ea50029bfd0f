"""What a table is: a pandera model plus the handful of facts that pandera has no word for.

The model is named, not imported: who only wants to know which tables there are does not
wait for pandera.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from typing import Any

_MODELS = "sanctions_data.schema.models"
# The one form of a cell that code outside the definition must know.
PARTIAL_DATE = r"^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$"


@dataclass(frozen=True)
class Column:
    """One column, as every reader of the definition needs it.

    ``logical`` is the type a user gets from the loader; on disk each cell is text.
    """

    name: str
    logical: str
    title: str
    description: str
    example: str
    required: bool
    unique: bool
    pattern: str | None
    reference: str | None
    vocabulary: dict[str, str] | None
    max_length: int | None


@dataclass(frozen=True)
class Table:
    """A table: its name, its model, its key, and how rows get into it.

    ``model`` says where its pandera model stands, as ``.module:Class`` of the folder ``models``.

    Example:
        >>> from sanctions_data.schema import TABLES
        >>> TABLES["travel_bans"].key
        ('measure_id',)
        >>> [column.name for column in TABLES["travel_bans"].columns][:2]
        ['measure_id', 'entity_id']
    """

    name: str
    group: str
    model: str
    key: tuple[str, ...]
    may_be_empty: bool = False

    @cached_property
    def schema(self) -> Any:
        """The pandera schema of the model."""
        module, _, name = self.model.partition(":")
        return getattr(import_module(module, _MODELS), name).to_schema()

    @property
    def title(self) -> str:
        """A short name for people."""
        return str(self.schema.title)

    @property
    def description(self) -> str:
        """What one row is."""
        return str(self.schema.description)

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns in the order of the file."""
        return tuple(self._column(name, spec) for name, spec in self.schema.columns.items())

    @property
    def header(self) -> list[str]:
        """The first line of the file."""
        return [column.name for column in self.columns]

    def column(self, name: str) -> Column:
        """One column by name.

        Raises:
            KeyError: the table has no such column.
        """
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"table {self.name} has no column {name!r}; it has {self.header}")

    @staticmethod
    def _column(name: str, spec: Any) -> Column:
        metadata = spec.metadata
        return Column(
            name=name,
            logical=metadata["type"],
            title=spec.title,
            description=spec.description,
            example=metadata["example"],
            required=not spec.nullable,
            unique=spec.unique,
            pattern=metadata["pattern"],
            reference=metadata["reference"],
            vocabulary=metadata["vocabulary"],
            max_length=metadata["max_length"],
        )
