"""What a party is called, when it was born, its numbers and listings, in a line each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sanctions_data.query.labels import day_text
from sanctions_data.query.lookup.party_details import Party
from sanctions_data.tables.records import cell_text, records

_MAXIMUM_NAMES = 6
_MAXIMUM_NUMBERS = 6


def fact_lines(party: Party) -> Iterator[str]:
    """The lines, each with its label in front.

    Example:
        >>> import sanctions_data as sd
        >>> next(fact_lines(sd.lookup("Iran Air").party)).split(": ")[0]
        'Also known as'
    """
    others = [name for name in party.names["name"].unique() if name != party.entity["name"]]
    if others:
        yield f"Also known as: {_first(others, _MAXIMUM_NAMES)}"
    attributes = party.attributes
    if len(days := attributes.loc[attributes["attribute"] == "birth_date", "value"].unique()):
        yield f"Born: {' or '.join(days)}"
    if len(party.identifiers):
        yield f"Numbers: {_first(_numbers(party), _MAXIMUM_NUMBERS)}"
    for row in records(party.listings):
        ended = day_text(row["delisted_on"], row["delisted_precision"])
        since = day_text(row["listed_on"], row["listed_precision"])
        told = (
            row["listing_id"],
            since if since != "unknown" else "day not known",
            ended and f"delisted {ended}",
        )
        yield f"Listed: {', '.join(filter(None, told))}"


def kind_words(row: dict[str, Any]) -> str:
    """The kind of a measure, of a restriction of flights which one.

    Example:
        >>> kind_words({"measure_type": "flight_restriction", "restriction_kind": "overflight"})
        'flights: overflight'
    """
    kind = cell_text(row.get("restriction_kind"))
    name = f"{row['measure_type']}: {kind}" if kind else str(row["measure_type"])
    return name.replace("_", " ").replace("flight restriction: ", "flights: ")


def _numbers(party: Party) -> list[str]:
    numbers = party.identifiers.drop_duplicates(["identifier_type", "value"])
    return [_number_words(row) for row in records(numbers)]


def _number_words(row: dict[str, Any]) -> str:
    words = f"{str(row['identifier_type']).replace('_', ' ')} {row['value']}"
    currency = cell_text(row.get("currency"))
    return f"{words} ({currency})" if currency else words


def _first(texts: list[str], most: int) -> str:
    more = len(texts) - most
    return "; ".join(texts[:most]) + (f"; and {more} more" if more > 0 else "")
