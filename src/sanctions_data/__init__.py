"""Who imposed which sanctions measure on whom, under which act, from when to when, says who.

Everything works offline, on the tables that come with the package:

    >>> import sanctions_data as sd
    >>> party = sd.lookup("Iran Air").party
    >>> sorted(set(party.measures["authority_id"]))[:2]
    ['ca', 'de']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sanctions_data.history.diff import diff
    from sanctions_data.history.fetch import fetch
    from sanctions_data.loading.load import load, tables
    from sanctions_data.loading.measures import measures
    from sanctions_data.loading.package import package
    from sanctions_data.parties.compare import compare
    from sanctions_data.parties.flights import flights
    from sanctions_data.parties.party import lookup
    from sanctions_data.parties.search import search
    from sanctions_data.validation import validate

__all__ = [
    "compare",
    "diff",
    "fetch",
    "flights",
    "load",
    "lookup",
    "measures",
    "package",
    "search",
    "tables",
    "validate",
]

# Imported when first used, so that "import sanctions_data" stays quick.
_HOMES = {
    "compare": "sanctions_data.parties.compare",
    "diff": "sanctions_data.history.diff",
    "fetch": "sanctions_data.history.fetch",
    "flights": "sanctions_data.parties.flights",
    "load": "sanctions_data.loading.load",
    "lookup": "sanctions_data.parties.party",
    "measures": "sanctions_data.loading.measures",
    "package": "sanctions_data.loading.package",
    "search": "sanctions_data.parties.search",
    "tables": "sanctions_data.loading.load",
    "validate": "sanctions_data.validation",
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("sanctions-data")
    if name not in _HOMES:
        raise AttributeError(f"module 'sanctions_data' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
