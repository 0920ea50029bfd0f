"""The definition of the tables as ``datapackage.json`` tells it, without waiting for pandera.

The descriptor is generated from the pandera models, and a test holds both together. It is read
in milliseconds, where building the models takes longer than checking all tables.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from sanctions_data.files.description import resource
from sanctions_data.schema import TABLES as REGISTERED
from sanctions_data.schema import Column, Table


class DescribedTable(Table):
    """A table whose columns are read from the descriptor instead of the model.

    Example:
        >>> TABLES["lists"].columns == REGISTERED["lists"].columns
        True
    """

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns in the order of the file."""
        schema = resource(self.name)["schema"]
        referred = {
            key["fields"][0]: key["reference"]["resource"] or self.name
            for key in schema.get("foreignKeys", ())
        }
        return tuple(_column(field, referred.get(field["name"])) for field in schema["fields"])

    @cached_property
    def header(self) -> list[str]:
        """The first line of the file."""
        return [column.name for column in self.columns]


def _column(field: dict[str, Any], reference: str | None) -> Column:
    constraints = field.get("constraints", {})
    codes = {each["value"]: each["label"] for each in field.get("categories", ())}
    return Column(
        name=field["name"],
        logical="category" if codes else field["type"],
        title=field["title"],
        description=field["description"],
        example=field["example"],
        required=constraints.get("required", False),
        unique=constraints.get("unique", False),
        pattern=constraints.get("pattern"),
        reference=reference,
        vocabulary=codes or None,
        max_length=constraints.get("maxLength"),
    )


TABLES: dict[str, Table] = {
    name: DescribedTable(name, table.group, table.model, table.key, table.may_be_empty)
    for name, table in REGISTERED.items()
}
