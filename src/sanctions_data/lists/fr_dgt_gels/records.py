"""Entries of the register, in the publisher's layout and in that of the copy.

The publisher lists for each entry its fields by type, each with its values; the copy has made a
key of most types. Both come out as the values of the fields, by the publisher's names.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sanctions_data.lists.common.entry import tidy
from sanctions_data.lists.common.read_report import ReadReport

_KEYS = {
    "PRENOM": "Prenoms",
    "ALIAS": "Alias",
    "NATIONALITE": "Nationalites",
    "LIEU_DE_NAISSANCE": "LieuxNaissance",
    "PASSEPORT": "Passeports",
    "NUMERO_OMI": "NumeroOMI",
    "DATE_DE_NAISSANCE": "DatesNaissance",
}
_CELLS = {
    "PRENOM": "Prenom",
    "ALIAS": "Alias",
    "NATIONALITE": "Pays",
    "LIEU_DE_NAISSANCE": "Lieu",
    "PASSEPORT": "NumeroPasseport",
    "NUMERO_OMI": "NumeroOMI",
    "FONDEMENT_JURIDIQUE": "FondementJuridiqueLabel",
}
_DATE = "DATE_DE_NAISSANCE"


@dataclass(frozen=True, slots=True)
class Record:
    """An entry of the register: its number, kind and name, and the values of its fields."""

    number: int
    nature: str
    name: str
    fields: dict[str, list[str]]
    has_bases: bool

    def values(self, field: str) -> list[str]:
        """What a field says, without repeats."""
        return list(dict.fromkeys(self.fields.get(field, ())))


def read_records(path: Path, report: ReadReport) -> Iterator[Record]:
    """Yield the entries of a file of either layout; what is wrong goes into ``report``.

    Example:
        >>> report = ReadReport("fr-dgt-gels")
        >>> list(read_records(Path("no-such-file.json"), report)), len(report.errors)
        ([], 1)
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        entries = data["Publications"]["PublicationDetail"] if "Publications" in data else None
        made = map(_from_copy, data["entries"]) if entries is None else map(_official, entries)
        yield from made
    except OSError as error:
        report.error(path.name, f"the file cannot be read ({error.strerror or error})")
    except ValueError as error:
        report.error(path.name, f"the file is no JSON ({error}); get it again")
    except (KeyError, TypeError, AttributeError) as error:
        report.error(path.name, f"found no {error}, expected the layout of the register")


def _official(entry: dict[str, Any]) -> Record:
    fields: dict[str, list[str]] = {}
    for detail in entry["RegistreDetail"]:
        kind, values = detail["TypeChamp"], detail["Valeur"]
        if kind == _DATE:
            found = [_partial(v.get("Jour"), v.get("Mois"), v.get("Annee")) for v in values]
        elif kind in _CELLS:
            found = [tidy(value.get(_CELLS[kind])) for value in values]
        else:
            continue
        fields.setdefault(kind, []).extend(filter(None, found))
    return Record(entry["IdRegistre"], entry["Nature"], tidy(entry["Nom"]), fields, has_bases=True)


def _from_copy(entry: dict[str, Any]) -> Record:
    fields = {}
    for kind, key in _KEYS.items():
        if kind == _DATE:
            found = [_partial(v.get("jour"), v.get("mois"), v.get("annee")) for v in entry[key]]
        else:
            found = [tidy(value if isinstance(value, str) else "") for value in entry[key]]
        fields[kind] = list(filter(None, found))
    return Record(entry["IdRegistre"], entry["Nature"], tidy(entry["Nom"]), fields, has_bases=False)


def _partial(day: str | None, month: str | None, year: str | None) -> str:
    """A date as far as it is given, ``dd/mm/yyyy`` with letters for what is not."""
    return f"{day if day and month else 'dd'}/{month or 'mm'}/{year}" if year else ""
