"""Cells and tables in HTML: data stays data, whatever a cell holds."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from sanctions_data.names.visible import make_visible
from sanctions_data.query.stands_on import StandsOn, searched_text, stands_on_text
from sanctions_data.tables.records import cell_text

_SMALL = "font-size:0.85em;opacity:0.75"


def html_text(cell: Any) -> str:
    """A cell as text that no browser takes for markup.

    Example:
        >>> html_text("<b>"), html_text(None)
        ('&lt;b&gt;', '')
    """
    return escape(make_visible(cell_text(cell)), quote=True)


def html_unbroken(cell: Any) -> str:
    """A cell that stays on one line, as a code or a date."""
    return f"<span style='white-space:nowrap'>{html_text(cell)}</span>"


def html_link(title: Any, address: Any) -> str:
    """A title that leads to an address of the web; without one the title alone."""
    text, url = html_text(title), cell_text(address)
    # Nothing else is an address: a cell must not smuggle in a script.
    if not url.startswith(("https://", "http://")):
        return text
    return f"<a href='{html_text(url)}'>{text}</a>"


def html_table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table of cells that are HTML already.

    Example:
        >>> html_table(["By"], [["eu"]]).count("<td")
        1
    """
    style = "text-align:left;vertical-align:top"
    head = "".join(f"<th style='text-align:left'>{name}</th>" for name in heads)
    body = "".join(
        f"<tr>{''.join(f'<td style={style!r}>{cell}</td>' for cell in row)}</tr>" for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def html_stands_on(found: StandsOn, *, is_empty: bool = False) -> str:
    """What an answer stands on and, where it has no rows, what was searched, in small letters."""
    searched = searched_text(found) if is_empty else ""
    notes = [*([f"Searched: {searched}"] if searched else []), *found["notes"]]
    lines = "<br>".join(map(html_text, [*notes, stands_on_text(found)]))
    return f"<p style='{_SMALL}'>{lines}</p>"
