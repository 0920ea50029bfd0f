"""A lookup and a party as a notebook shows them: who it is, and one line a measure."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd

from sanctions_data.names.visible import make_visible
from sanctions_data.query.labels import country_name, day_text
from sanctions_data.query.stands_on import stands_on_text
from sanctions_data.tables.records import cell_text, records

if TYPE_CHECKING:
    from sanctions_data.query.lookup.answer import Lookup
    from sanctions_data.query.lookup.party_details import Party

_HEADS = ("By", "Measure", "Since", "Until", "Status", "Act", "Source")
_SMALL = "font-size:0.85em;opacity:0.75"


def lookup_html(answer: Lookup) -> str:
    """The answer: the party, the one that comes near, or the choice between several."""
    if answer.party is not None:
        body = party_html(answer.party)
    elif answer.near is not None:
        told = f"No name is exactly {answer.query!r}; the only party that comes near:"
        body = f"<p>{_text(told)}</p>{party_html(answer.near)}"
    elif answer.matches:
        rows = (
            (match.entity_id, match.matched, match.how.replace("_", " "), f"{match.score:.0f}")
            for match in answer.matches
        )
        cells = (map(_text, row) for row in rows)
        body = _table(("Party", "Matched", "How", "Similarity"), cells)
        body = f"<p>{len(answer.matches)} parties may be meant:</p>{body}"
    else:
        told = f"Nothing found for {answer.query!r}. This proves nothing."
        body = f"<p>{_text(told)}</p>"
    stands_on = answer.stands_on
    notes = [*stands_on["notes"], stands_on_text(stands_on)]
    return f"{body}<p style='{_SMALL}'>{'<br>'.join(map(_text, notes))}</p>"


def party_html(party: Party) -> str:
    """The party with its measures, and apart those of which it cannot be told.

    Example:
        >>> import sanctions_data as sd
        >>> party_html(sd.lookup("Mahan Air").party)[:23]
        '<p><b>Mahan Air</b>, or'
    """
    entity = party.entity
    who = [entity["kind"], country_name(entity["country"]) or entity["country"]]
    told = ", ".join(filter(None, who))
    head = f"<p><b>{_text(entity['name'])}</b>, {_text(told)} <code>{_text(entity['entity_id'])}"
    parts = [f"{head}</code></p>", _measures(party.measures)]
    if len(party.undecided):
        parts.append("<p>It cannot be told whether these were in force:</p>")
        parts.append(_measures(party.undecided))
    return "".join(parts)


def _measures(rows: pd.DataFrame) -> str:
    if rows.empty:
        return "<p>We know of no measure on it.</p>"
    return _table(_HEADS, map(_cells, records(rows)))


def _cells(row: dict[str, Any]) -> list[str]:
    kind = str(row["measure_type"]).replace("_", " ")
    on = f" (on {row['via']})" if cell_text(row["via"]) else ""
    return [
        _unbroken(row["authority_id"]),
        _text(kind + on),
        _unbroken(day_text(row["start_date"], row["start_precision"]) or "–"),
        _unbroken(day_text(row["end_date"], row["end_precision"]) or "–"),
        _text(str(row["status"]).replace("_", " ")),
        _link(row["act"], row["act_url"]),
        _link(row["source"], row["source_url"]),
    ]


def _unbroken(cell: Any) -> str:
    return f"<span style='white-space:nowrap'>{_text(cell)}</span>"


def _link(title: Any, address: Any) -> str:
    text, url = _text(title), cell_text(address)
    # Only addresses of the web: a cell must not smuggle in a script.
    return f"<a href='{_text(url)}'>{text}</a>" if url.startswith(("https://", "http://")) else text


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = "".join(f"<th style='text-align:left'>{name}</th>" for name in heads)
    style = "text-align:left;vertical-align:top"
    body = "".join(
        f"<tr>{''.join(f'<td style={style!r}>{cell}</td>' for cell in row)}</tr>" for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _text(cell: Any) -> str:
    return escape(make_visible(cell_text(cell)), quote=True)
