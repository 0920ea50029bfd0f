"""The kinds of column a table may have, each a thin layer over ``pandera.Field``.

A pandera model here describes the CSV as it lies on disk: every cell is text or
missing. The *logical* type (``date``, ``boolean``, ``category`` …) is kept in the
field's metadata, from which the descriptor, the dictionary and the loader's dtypes
are made. Checking the text, not a parsed value, lets a report show exactly what the
contributor wrote.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandera.pandas as pa

from sanctions_data.schema import checks as checks  # registers the checks used below
from sanctions_data.schema.base import PARTIAL_DATE

SLUG = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
RECORD_ID = r"^[A-Za-z0-9]+(?:[-._][A-Za-z0-9]+)*$"
COUNTRY = r"^[A-Z]{2}$"
HTTPS = r"^https://\S+$"
SHA256 = r"^[0-9a-f]{64}$"
VERSION = r"^\d{4}\.\d{1,2}\.\d+$"


def _field(
    logical: str,
    title: str,
    description: str,
    example: str,
    *,
    required: bool = False,
    unique: bool = False,
    pattern: str | None = None,
    reference: str | None = None,
    vocabulary: Mapping[str, str] | None = None,
    max_length: int | None = None,
    **registered: Any,
) -> Any:
    metadata = {
        "type": logical,
        "example": example,
        "pattern": pattern,
        "reference": reference,
        "vocabulary": dict(vocabulary) if vocabulary else None,
        "max_length": max_length,
    }
    constraints: dict[str, Any] = dict(registered)
    if pattern:
        constraints["cell_pattern"] = pattern
    if vocabulary:
        constraints["cell_enum"] = list(vocabulary)
    if max_length:
        constraints["cell_length"] = max_length
    return pa.Field(
        nullable=not required,
        unique=unique,
        title=title,
        description=description,
        metadata=metadata,
        **constraints,
    )


def text(title: str, description: str, example: str, **options: Any) -> Any:
    """Free text in one line, 500 characters at most unless ``max_length`` says otherwise."""
    options.setdefault("max_length", 500)
    return _field("string", title, description, example, **options)


def identifier(title: str, description: str, example: str, **options: Any) -> Any:
    """An identifier of this package: letters, digits, ``-``, ``.`` and ``_``."""
    options.setdefault("pattern", RECORD_ID)
    return _field("string", title, description, example, **options)


def reference(table: str, title: str, description: str, example: str, **options: Any) -> Any:
    """A value of the key column of ``table`` (a foreign key)."""
    return _field("string", title, description, example, reference=table, **options)


def category(
    vocabulary: Mapping[str, str], title: str, description: str, example: str, **options: Any
) -> Any:
    """One code of a closed vocabulary (``schema/vocabularies.py``)."""
    return _field("category", title, description, example, vocabulary=vocabulary, **options)


def date(title: str, description: str, example: str, **options: Any) -> Any:
    """A calendar day, ``YYYY-MM-DD``."""
    return _field("date", title, description, example, cell_date=True, **options)


def partial_date(title: str, description: str, example: str, **options: Any) -> Any:
    """A day, a month or a year: ``2024-10-14``, ``2024-10`` or ``2024``."""
    return _field("string", title, description, example, pattern=PARTIAL_DATE, **options)


def boolean(title: str, description: str, example: str, **options: Any) -> Any:
    """``true`` or ``false``; an empty cell means not known."""
    return _field("boolean", title, description, example, cell_boolean=True, **options)


def integer(title: str, description: str, example: str, **options: Any) -> Any:
    """A whole number, not negative, no thousands separator."""
    return _field("integer", title, description, example, cell_integer=True, **options)


def country(title: str, description: str, example: str, **options: Any) -> Any:
    """An ISO 3166-1 alpha-2 code; ``NA`` is Namibia, never 'missing'."""
    return _field("string", title, description, example, pattern=COUNTRY, **options)


def url(title: str, description: str, example: str, **options: Any) -> Any:
    """An ``https://`` address."""
    return _field("string", title, description, example, pattern=HTTPS, max_length=1000, **options)
