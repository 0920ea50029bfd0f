"""The questions of ``sanctions_data`` as tools of the Model Context Protocol, for assistants.

Each tool asks the function of its name and gives what the command line gives with ``--json``.
None of them writes anything.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec

from sanctions_data.cli.output import plain_content

if TYPE_CHECKING:
    import pandas as pd
    from mcp.server.mcpserver import MCPServer

INSTRUCTIONS = (
    "Which sanctions measure did which authority impose on whom, under which act, from when to "
    "when, and who says so. Say with each answer what it stands on: version, day of the data, age "
    "of the lists. Absence proves nothing, the same name need not be the same party, and a "
    "listing is a decision of an authority, not a finding of guilt."
)
# An assistant reads every row; where there are more, it is told how many.
ROWS = 50

P = ParamSpec("P")


def search(names: list[str], on: str | None = None) -> dict[str, Any]:
    """Parties that each of several names may mean, with similarity and reason.

    on: a day such as 2024-10-14; keeps parties under a measure in force on it.
    """
    from sanctions_data import search as search_names

    return _rows(search_names(names, on=on, progress=False), limit=ROWS)


def lookup(query: str, on: str | None = None) -> dict[str, Any]:
    """One party by name, listing or identifier, with every measure on it and its sources.

    on: a day such as 2024-10-14; keeps the measures in force on it.
    """
    from sanctions_data import lookup as look_up
    from sanctions_data.cli.question_commands import lookup_content

    return lookup_content(look_up(query, on=on))


def measures(
    on: str | None = None,
    authority: str | None = None,
    measure_type: str | None = None,
    entity: str | None = None,
    limit: int = ROWS,
) -> dict[str, Any]:
    """Measures in force on a day, by authority ("gb"), kind ("asset_freeze") and party id."""
    from sanctions_data import measures as find_measures

    found = find_measures(on, authority=authority, measure_type=measure_type, entity=entity)
    return _rows(found, limit=limit)


def flights(
    on: str | None = None,
    by: str | None = None,
    against: str | None = None,
    limit: int = ROWS,
) -> dict[str, Any]:
    """Who may not fly where: restrictions on a day, by an authority, against a country."""
    from sanctions_data import flights as find_flights

    return _rows(find_flights(on=on, by=by, against=against), limit=limit)


def diff(
    a: str, b: str, authority: str | None = None, table: str | None = None, limit: int = ROWS
) -> dict[str, Any]:
    """What changed from one released version, such as 2026.2.0, to another, row by row."""
    from sanctions_data import diff as difference

    return _rows(difference(a, b, authority=authority, table=table), limit=limit)


TOOLS: tuple[Callable[..., dict[str, Any]], ...] = (search, lookup, measures, flights, diff)


def make_server() -> MCPServer:
    """The server, ready to run.

    Raises:
        ValueError: the extra ``mcp`` is not installed; the message says how to.
    """
    try:
        from mcp.server.mcpserver import MCPServer
        from mcp.types import ToolAnnotations
    except ImportError:
        raise ValueError(
            "the server needs the package mcp; install it with pip install 'sanctions-data[mcp]'"
        ) from None
    from sanctions_data import __version__

    server = MCPServer("sanctions-data", instructions=INSTRUCTIONS, version=__version__)
    for tool in TOOLS:
        server.tool(annotations=ToolAnnotations(read_only_hint=True, open_world_hint=False))(
            _answering(tool)
        )
    return server


def _answering(tool: Callable[P, dict[str, Any]]) -> Callable[P, dict[str, Any]]:
    """The tool, with plain values for an answer, and for an error its message."""
    from mcp.server.mcpserver.exceptions import ToolError

    @wraps(tool)
    def answer(*args: P.args, **kwargs: P.kwargs) -> dict[str, Any]:
        try:
            content: dict[str, Any] = plain_content(tool(*args, **kwargs))
        except (OSError, ValueError, KeyError) as error:
            raise ToolError(str(error)) from error
        return content

    return answer


def _rows(found: pd.DataFrame, *, limit: int) -> dict[str, Any]:
    told = {str(name): value for name, value in found.attrs.items()}
    return {**told, "found": len(found), "rows": found.head(limit)}
