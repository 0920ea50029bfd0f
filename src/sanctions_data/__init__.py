"""Who imposed which sanctions measure on whom, under which act, from when to when, says who.

Everything works offline, on the tables that come with the package:

    >>> import sanctions_data as sd
    >>> party = sd.lookup("Iran Air").party
    >>> sorted(set(party.measures["authority_id"]))[:2]
    ['ca', 'de']
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sanctions_data.export.export import export
    from sanctions_data.export.feed.changes import changes
    from sanctions_data.history.diff import diff
    from sanctions_data.history.fetch import fetch
    from sanctions_data.query.compare import compare
    from sanctions_data.query.flights.may_fly import may_fly
    from sanctions_data.query.flights.restrictions import flights
    from sanctions_data.query.load import load, tables
    from sanctions_data.query.lookup.answer import lookup
    from sanctions_data.query.measures import measures
    from sanctions_data.query.package import package
    from sanctions_data.query.screening.screen import screen
    from sanctions_data.query.screening.verify import verify
    from sanctions_data.query.search.search import search
    from sanctions_data.query.snapshot import snapshot
    from sanctions_data.query.views.facts import sources, versions
    from sanctions_data.query.views.joined import view
    from sanctions_data.query.views.panel import panel
    from sanctions_data.query.why.trace import why
    from sanctions_data.schema.loaded import schema
    from sanctions_data.validation import validate

__all__ = [
    "changes",
    "compare",
    "diff",
    "export",
    "fetch",
    "flights",
    "load",
    "lookup",
    "may_fly",
    "measures",
    "package",
    "panel",
    "schema",
    "screen",
    "search",
    "snapshot",
    "sources",
    "tables",
    "validate",
    "verify",
    "versions",
    "view",
    "why",
]

# Imported when first used, so that "import sanctions_data" stays quick.
_HOMES = {
    "changes": "sanctions_data.export.feed.changes",
    "compare": "sanctions_data.query.compare",
    "diff": "sanctions_data.history.diff",
    "export": "sanctions_data.export.export",
    "fetch": "sanctions_data.history.fetch",
    "flights": "sanctions_data.query.flights.restrictions",
    "load": "sanctions_data.query.load",
    "lookup": "sanctions_data.query.lookup.answer",
    "may_fly": "sanctions_data.query.flights.may_fly",
    "measures": "sanctions_data.query.measures",
    "package": "sanctions_data.query.package",
    "panel": "sanctions_data.query.views.panel",
    "schema": "sanctions_data.schema.loaded",
    "screen": "sanctions_data.query.screening.screen",
    "search": "sanctions_data.query.search.search",
    "snapshot": "sanctions_data.query.snapshot",
    "sources": "sanctions_data.query.views.facts",
    "tables": "sanctions_data.query.load",
    "validate": "sanctions_data.validation",
    "verify": "sanctions_data.query.screening.verify",
    "versions": "sanctions_data.query.views.facts",
    "view": "sanctions_data.query.views.joined",
    "why": "sanctions_data.query.why.trace",
}

# They read several tables, and see all of them before an update or all after it.
_READERS = {
    "changes", "compare", "diff", "export", "flights", "load", "lookup", "may_fly", "measures",
    "panel", "screen", "search", "sources", "tables", "verify", "versions", "view", "why",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("sanctions-data")
    if name == "schema_version":
        from sanctions_data.query.views.facts import schema_version

        return schema_version()
    if name not in _HOMES:
        raise AttributeError(f"module 'sanctions_data' has no attribute {name!r}")
    found = getattr(import_module(_HOMES[name]), name)
    if name in _READERS:
        from sanctions_data.tables.one_state import one_state

        found = one_state(found)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return [*__all__, "__version__", "schema_version"]


class _Package(ModuleType):
    """Keeps ``sd.tables``, ``sd.schema`` and ``sd.export`` functions, though folders are called so.

    Importing ``sanctions_data.tables.lock`` would put the folder in the function's place.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
