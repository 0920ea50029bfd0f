"""Which column of a file of customers holds what: told, or recognised by its header."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from sanctions_data.names.known_codes import KnownCodes, fold_form
from sanctions_data.schema.vocabularies import IDENTIFIER_TYPE

FACTS = ("id", "name", "given_name", "family_name", "birth_date", "country", "kind")
ROLES = (*FACTS, *IDENTIFIER_TYPE)
_HEADERS = Path(__file__).with_name("column_names.csv")


def customer_columns(
    header: Sequence[str], named: Mapping[str, str] | None = None
) -> dict[str, str]:
    """The column of each role.

    Args:
        header: the columns that there are.
        named: columns by role, where the caller names them; the others are recognised.

    Returns:
        Columns by role: ``id``, ``name`` (or ``given_name`` and ``family_name``),
        ``birth_date``, ``country``, ``kind``, and types of identifiers such as ``passport``.

    Raises:
        UnknownCodeError: a role or a named column is not known; the message names the nearest.
        ValueError: no column holds names.

    Example:
        >>> customer_columns(["Customer No.", "Full name", "DOB", "Passport"])
        {'id': 'Customer No.', 'name': 'Full name', 'birth_date': 'DOB', 'passport': 'Passport'}
        >>> customer_columns(["Kunde"], {"name": "Kunde"})
        {'name': 'Kunde'}
    """
    roles, known = KnownCodes("role of a column", ROLES), KnownCodes("column", list(header))
    found = {roles.code_of(role): known.code_of(column) for role, column in (named or {}).items()}
    for column in header:
        role = _usual_roles().get(fold_form(str(column)))
        if role and column not in found.values():
            found.setdefault(role, column)
    if not found.keys() & {"name", "family_name"}:
        raise ValueError(
            f"no column holds names; found {', '.join(map(str, header))}, expected one called "
            "name; say which it is, such as name=Kunde"
        )
    return found


@cache
def _usual_roles() -> dict[str, str]:
    with _HEADERS.open(encoding="utf-8", newline="") as handle:
        return {fold_form(row["header"]): row["role"] for row in csv.DictReader(handle)}
