"""What kinds of party, names, identifiers and attributes are called in FollowTheMoney."""

from __future__ import annotations

import tomllib
from pathlib import Path

_KNOWN = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))

# The schema of each kind of party.
SCHEMATA: dict[str, str] = _KNOWN["schemata"]
# The property of each kind of name.
NAMES: dict[str, str] = _KNOWN["names"]


def property_of(schema: str, part: str, kind: str) -> str | None:
    """The property of a schema that holds an identifier or an attribute, if there is one.

    Args:
        schema: a schema of FollowTheMoney, such as ``Person``.
        part: ``identifiers`` or ``attributes``.
        kind: our code of it, such as ``birth_date``.

    Example:
        >>> property_of("Person", "attributes", "birth_date")
        'birthDate'
        >>> property_of("Vessel", "attributes", "birth_date") is None
        True
    """
    found: str | None = _KNOWN[schema].get(part, {}).get(kind)
    return found
