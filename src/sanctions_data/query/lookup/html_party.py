"""A lookup and a party as a notebook shows them: who it is, and one line a measure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from sanctions_data.query.labels import country_name, day_text
from sanctions_data.query.lookup.fact_lines import fact_lines, kind_words
from sanctions_data.query.notebook.html_cells import (
    html_link,
    html_stands_on,
    html_table,
    html_text,
    html_unbroken,
)
from sanctions_data.tables.records import cell_text, records

if TYPE_CHECKING:
    from sanctions_data.query.lookup.answer import Lookup
    from sanctions_data.query.lookup.party_details import Party

_HEADS = ("By", "Measure", "Since", "Until", "Status", "Act", "Source")
# From so many on, those that are over are folded away.
_MANY = 12


def lookup_html(answer: Lookup) -> str:
    """The answer: the party, the one that comes near, or the choice between several."""
    if answer.party is not None:
        body = party_html(answer.party)
    elif answer.near is not None:
        told = f"No name is exactly {answer.query!r}; the only party that comes near:"
        body = f"<p>{html_text(told)}</p>{party_html(answer.near)}"
    elif answer.matches:
        rows = (
            (match.entity_id, match.matched, match.how.replace("_", " "), f"{match.score:.0f}")
            for match in answer.matches
        )
        cells = (map(html_text, row) for row in rows)
        body = html_table(("Party", "Matched", "How", "Similarity"), cells)
        body = f"<p>{len(answer.matches)} parties may be meant:</p>{body}"
    else:
        told = f"Nothing found for {answer.query!r}. This proves nothing."
        body = f"<p>{html_text(told)}</p>"
    return f"{body}{html_stands_on(answer.stands_on)}"


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
    head = f"<b>{html_text(entity['name'])}</b>, {html_text(told)}"
    facts = "<br>".join(map(html_text, fact_lines(party)))
    parts = [
        f"<p>{head} <code>{html_text(entity['entity_id'])}</code></p>",
        _fold("Names, numbers and listings", facts) if facts else "",
        _measures(party.measures),
    ]
    if len(party.undecided):
        parts.append("<p>It cannot be told whether these were in force:</p>")
        parts.append(_measures(party.undecided))
    return "".join(parts)


def _measures(rows: pd.DataFrame) -> str:
    """The measures; of many those that are over are folded away."""
    if rows.empty:
        return "<p>We know of no measure on it.</p>"
    is_over = rows["status"].isin(["ended", "never_in_force"])
    if len(rows) <= _MANY or not is_over.any():
        return html_table(_HEADS, map(_cells, records(rows)))
    over = html_table(_HEADS, map(_cells, records(rows[is_over])))
    now = rows[~is_over]
    shown = html_table(_HEADS, map(_cells, records(now))) if len(now) else ""
    return shown + _fold(f"{is_over.sum()} measures that are over", over)


def _fold(title: str, content: str) -> str:
    return f"<details><summary>{html_text(title)}</summary>{content}</details>"


def _cells(row: dict[str, Any]) -> list[str]:
    on = f" (on {row['via']})" if cell_text(row["via"]) else ""
    return [
        html_unbroken(row["authority_id"]),
        html_text(kind_words(row) + on),
        html_unbroken(day_text(row["start_date"], row["start_precision"]) or "–"),
        html_unbroken(day_text(row["end_date"], row["end_precision"]) or "–"),
        html_text(str(row["status"]).replace("_", " ")),
        html_link(row["act"], row["act_url"]),
        html_link(row["source"], row["source_url"]),
    ]
