"""What every page needs to name things: authorities, kinds, programmes, acts, lists, countries."""

from __future__ import annotations

import unicodedata
from itertools import chain
from typing import Any

import pandas as pd
import pycountry

from sanctions_data.query.labels import country_name
from sanctions_data.site.site_tables import SiteTables, iso_days, text_of

Facts = dict[str, Any]


def about(tables: SiteTables) -> Facts:
    """The facts that a page loads first: version, day, and the names of codes."""
    measures = tables.measures
    return {
        "version": tables.version,
        "day": f"{tables.day:%Y-%m-%d}",
        "parties": len(tables.parties),
        "measures": len(measures),
        "authorities": _rows(tables, "authorities", ["authority_id", "name", "kind", "country"]),
        "kinds": _rows(
            tables, "measure_types", ["measure_type", "title", "definition", "not_to_confuse"]
        ),
        "countries": countries(),
        "separators": separators(),
    }


def programmes(tables: SiteTables) -> Facts:
    """Regimes, with the rules by which being listed under them brings measures."""
    rules = [
        "rule_id", "programme_id", "party_kind", "measure_type", "instrument_id", "article",
        "from_date", "to_date", "evidence", "source_id", "note",
    ]  # fmt: skip
    return {
        "programmes": _rows(
            tables, "programmes",
            ["programme_id", "authority_id", "name", "instrument_id", "source_id", "note"],
        ),
        "rules": _rows(tables, "programme_measures", rules),
    }  # fmt: skip


def acts(tables: SiteTables) -> list[list[Any]]:
    """Legal acts, with the numbers of measures that stand on them."""
    columns = [
        "instrument_id", "authority_id", "kind", "number", "title", "adopted_on", "in_force_on",
        "ended_on", "replaces", "url", "evidence", "note",
    ]  # fmt: skip
    counts = tables.measures["instrument_id"].value_counts()
    return [[*row, int(counts.get(row[0], 0))] for row in _rows(tables, "instruments", columns)]


def countries() -> list[list[str]]:
    """Code, short name and number of every country.

    Example:
        >>> [row for row in countries() if row[0] == "IR"]
        [['IR', 'Iran', '364']]
    """
    known = sorted(pycountry.countries, key=lambda each: str(each.alpha_2))
    return [[each.alpha_2, country_name(each.alpha_2) or each.name, each.numeric] for each in known]


def separators() -> str:
    r"""The marks that part words when a name is folded, as ranges of a regular expression.

    A mark that combines with the letter before it is dropped instead; which do, a browser does
    not know.

    Example:
        >>> separators().startswith(r"\u{34f}-\u{34f}\u{488}-\u{489}")
        True
    """
    marks = chain(range(0x300, 0x20000), range(0xE0100, 0xE01F0))
    ranges: list[list[int]] = []
    for code in marks:
        letter = chr(code)
        if unicodedata.category(letter)[0] != "M" or unicodedata.combining(letter):
            continue
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"\\u{{{low:x}}}-\\u{{{high:x}}}" for low, high in ranges)


def text_rows(frame: pd.DataFrame) -> list[list[str]]:
    """The cells of a frame as text, row by row; days as ISO writes them."""
    columns = [
        iso_days(cells) if cells.dtype.kind == "M" else text_of(cells) for _, cells in frame.items()
    ]
    return [list(row) for row in zip(*columns, strict=True)]


def _rows(tables: SiteTables, table: str, columns: list[str]) -> list[list[str]]:
    return text_rows(tables.edition.load(table)[columns])
