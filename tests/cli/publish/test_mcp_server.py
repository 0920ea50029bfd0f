"""The server for assistants, asked by the client of the ``mcp`` package itself."""

from __future__ import annotations

import os
import sys
from collections.abc import Awaitable, Callable
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters

import sanctions_data as sd
from sanctions_data.cli.publish.mcp_server import INSTRUCTIONS, ROWS, TOOLS, make_server


def ask(name: str, server: Any = None, **arguments: Any) -> Any:
    """The answer of a tool, by way of the protocol."""

    async def call(client: Client) -> Any:
        return await client.call_tool(name, arguments)

    return with_client(call, server)


def with_client(call: Callable[[Client], Awaitable[Any]], server: Any = None) -> Any:
    async def run() -> Any:
        async with Client(server or make_server()) as client:
            return await call(client)

    return anyio.run(run)


def test_tools_are_named_described_and_only_read() -> None:
    tools = with_client(lambda client: client.list_tools()).tools
    assert [tool.name for tool in tools] == [tool.__name__ for tool in TOOLS]
    for tool in tools:
        assert tool.description
        assert tool.annotations.read_only_hint is True
    assert "Absence proves nothing" in INSTRUCTIONS


def test_lookup_answers_as_the_library() -> None:
    content = ask("lookup", query="Iran Air").structured_content
    assert content["party"]["entity"]["entity_id"] == "iran-air"
    assert len(content["party"]["measures"]) == len(sd.lookup("Iran Air").party.measures)
    assert content["stands_on"]["version"] == sd.__version__


@pytest.mark.parametrize(
    ("name", "arguments", "expected"),
    [
        pytest.param(
            "measures",
            {"on": "2022-03-05", "authority": "uk", "measure_type": "asset freezes"},
            lambda: sd.measures(on="2022-03-05", authority="gb", measure_type="asset_freeze"),
            id="measures on a day",
        ),
        pytest.param(
            "flights",
            {"on": "2022-03-05", "against": "Russia"},
            lambda: sd.flights(on="2022-03-05", against="RU"),
            id="flights",
        ),
        pytest.param(
            "diff",
            {"a": "2026.2.0", "b": "2026.8.0", "table": "events"},
            lambda: sd.diff("2026.2.0", "2026.8.0", table="events"),
            id="diff",
        ),
        pytest.param(
            "search", {"names": ["Iran Airr"]}, lambda: sd.search(["Iran Airr"]), id="search"
        ),
    ],
)
def test_a_tool_tells_how_much_there_is_and_shows_the_first(
    name: str, arguments: dict[str, Any], expected: Callable[[], Any]
) -> None:
    content, wanted = ask(name, **arguments).structured_content, expected()
    assert content["found"] == len(wanted)
    assert len(content["rows"]) == min(len(wanted), ROWS)
    for row, (_, other) in zip(content["rows"], wanted.head(ROWS).iterrows(), strict=True):
        assert {column: row[column] for column in list(row)[:2]} == {
            column: other[column] for column in list(row)[:2]
        }


def test_what_cannot_be_answered_says_why() -> None:
    answer = ask("measures", authority="us-ofax")
    assert answer.is_error
    assert "unknown authority 'us-ofax'; did you mean 'us-ofac'" in answer.content[0].text


def test_the_command_serves_over_standard_input_and_output() -> None:
    code = "from sanctions_data.cli import main; main()"
    server = StdioServerParameters(
        command=sys.executable, args=["-c", code, "mcp"], env=dict(os.environ)
    )
    content = ask("lookup", server, query="gb-fcdo-IRN0240").structured_content
    assert content["party"]["entity"]["entity_id"] == "iran-air"


def test_without_the_package_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mcp.server.mcpserver", None)
    with pytest.raises(ValueError, match=r"sanctions-data\[mcp\]"):
        make_server()
