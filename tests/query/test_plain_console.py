"""Nothing from data is taken for markup, and nothing reaches a terminal raw."""

from __future__ import annotations

import io

import pytest
from rich.text import Text

from sanctions_data.query.plain_console import PlainConsole
from sanctions_data.query.text_table import plain_table


def printed(what: object) -> str:
    file = io.StringIO()
    PlainConsole(file=file, width=60, force_terminal=True).print(what)
    return file.getvalue()


@pytest.mark.parametrize(
    "cell", ["Iran Air [/b]", "[bold]Iran[/bold]", "[…]", ":smile:", "[link=x]"]
)
def test_a_cell_is_shown_as_it_is(cell: str) -> None:
    table = plain_table("Name")
    table.add_row(cell)
    assert cell in printed(table)
    assert cell in printed(cell)


@pytest.mark.parametrize("sign", ["\x1b[2J", "\x1b]0;title\x07", "\u202e", "\x9b31m"])
def test_a_sign_that_a_terminal_obeys_is_escaped(sign: str) -> None:
    table = plain_table("Name")
    table.add_row(f"Iran {sign} Air", Text(f"{sign}!", style="bold"))
    assert sign not in printed(table)
    assert sign not in printed(Text(f"Iran {sign} Air"))
