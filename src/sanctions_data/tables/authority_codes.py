"""Which authority a word means: its code, its name, its country or what people call it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from sanctions_data.names.known_codes import Form, KnownCodes
from sanctions_data.tables.location import csv_path


def authority_codes(root: Path) -> KnownCodes:
    """The authorities of a data folder.

    An authority stays once it is there, so that those of today are those of every version.

    Example:
        >>> from sanctions_data.tables.location import root_folder
        >>> known = authority_codes(root_folder())
        >>> [known.code_of(word) for word in ("uk", "European Union", "OFAC", "DEU")]
        ['gb', 'eu', 'us-ofac', 'de']
    """
    with csv_path(root / "data", "authorities").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    codes = [row["authority_id"] for row in rows]
    return KnownCodes("authority", codes, lambda: _forms(rows), "sd.load('authorities')")


def _forms(rows: list[dict[str, str]]) -> Iterator[Form]:
    import pycountry

    for row in rows:
        code = row["authority_id"]
        yield row["name"], code
        country = pycountry.countries.get(alpha_2=row["country"]) if row["country"] else None
        if country is not None and row["kind"] == "state":
            yield from ((form, code) for form in (country.alpha_2, country.alpha_3, country.name))
