"""``sanctions-data mcp``: the questions as tools, for an assistant that starts this command."""

from __future__ import annotations

from sanctions_data.cli.output import reports_errors


@reports_errors
def mcp() -> None:
    """Serve search, lookup, measures, flights and diff to an assistant (MCP, over stdio)."""
    from sanctions_data.cli.publish.mcp_server import make_server

    make_server().run("stdio")
