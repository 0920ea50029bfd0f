"""The codes and ids that a shell offers, read without pandas, as whoever presses Tab waits."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from sanctions_data.schema import vocabularies as v
from sanctions_data.tables.location import csv_path, data_folder

Offer = tuple[str, str]
Completer = Callable[[str], list[Offer]]

_MEASURES = ("travel_bans", "asset_freezes", "flight_restrictions", "other_measures")
# Nobody reads more; and a shell asks before it shows a long list.
_MAXIMUM = 100


def complete(*sorts: str) -> Completer:
    """A function that offers the codes of some sorts which begin as what was typed.

    Args:
        sorts: keys of ``_OFFERS``, such as ``authority`` or ``measure type``.

    Returns:
        The function; it returns pairs of a code and what it means.

    Example:
        >>> complete("authority")("us-o")[0][0]
        'us-ofac'
        >>> [code for code, _ in complete("status")("e")]
        ['ended']
    """

    def offer(incomplete: str) -> list[Offer]:
        # A shell must not be disturbed by an error in the middle of a line.
        try:
            found = (each for sort in sorts for each in _OFFERS[sort]())
            begin = (each for each in found if each[0].startswith(incomplete))
            return list(islice(begin, _MAXIMUM))
        except (OSError, csv.Error, UnicodeDecodeError, KeyError):
            return []

    return offer


def complete_pairs(incomplete: str) -> list[Offer]:
    """Offers ``COLUMN=`` for each column of the tables; what ``show --where`` takes."""
    from json import loads

    descriptor = loads((data_folder().parent / "datapackage.json").read_bytes())
    names = {
        field["name"]: field.get("title", "")
        for table in descriptor["resources"]
        for field in table["schema"]["fields"]
    }
    return [(f"{name}=", title) for name, title in names.items() if name.startswith(incomplete)]


def _rows(table: str) -> Iterator[dict[str, str]]:
    with csv_path(data_folder(), table).open(encoding="utf-8", newline="") as handle:
        yield from csv.DictReader(handle)


def _column(table: str, key: str, told: str) -> Callable[[], Iterator[Offer]]:
    return lambda: ((row[key], row[told]) for row in _rows(table))


def _vocabulary(codes: dict[str, str]) -> Callable[[], Iterator[Offer]]:
    return lambda: iter(codes.items())


def _measures() -> Iterator[Offer]:
    for table in _MEASURES:
        for row in _rows(table):
            yield row["measure_id"], f"{row['authority_id']}, on {row['entity_id']}"


def _tables() -> Iterator[Offer]:
    return ((path.stem, "") for path in sorted(data_folder().glob("*.csv")))


def _versions() -> Iterator[Offer]:
    return iter({row["version"]: row["released_on"] for row in _rows("releases")}.items())


def _countries() -> Iterator[Offer]:
    import pycountry

    return ((country.alpha_2, country.name) for country in pycountry.countries)


def _formats() -> Iterator[Offer]:
    from sanctions_data.export.formats import FORMATS

    yield from ((each.name, each.description) for each in FORMATS.values())
    yield "all", "every format"


def _engines() -> Iterator[Offer]:
    from sanctions_data.validation.validate import Engine

    return ((each.value, "") for each in Engine)


def _report_forms() -> Iterator[Offer]:
    from sanctions_data.cli.validate_command import Form

    return ((each.value, "") for each in Form)


_OFFERS: dict[str, Callable[[], Iterator[Offer]]] = {
    "authority": _column("authorities", "authority_id", "name"),
    "country": _countries,
    "engine": _engines,
    "entity": _column("entities", "entity_id", "name"),
    "evidence": _vocabulary(v.EVIDENCE),
    "format": _formats,
    "kind of party": _vocabulary(v.ENTITY_KIND),
    "kind of restriction": _vocabulary(v.RESTRICTION_KIND),
    "list": _column("lists", "list_id", "title"),
    "measure": _measures,
    "measure type": _column("measure_types", "measure_type", "title"),
    "nature": _vocabulary(v.RESTRICTION_NATURE),
    "programme": _column("programmes", "programme_id", "name"),
    "report form": _report_forms,
    "status": _vocabulary(v.STATUS),
    "table": _tables,
    "version": _versions,
}


def complete_folder(incomplete: str) -> list[str]:
    """Offers versions and, where they begin so, folders: what ``diff`` takes."""
    folders = sorted(str(path) for path in Path().glob(f"{incomplete}*") if path.is_dir())
    return [*(code for code, _ in complete("version")(incomplete)), *folders]
