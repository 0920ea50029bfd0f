"""Rules about the numbers of parties."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from sanctions_data.identifiers.check_digits import failed_check, number_standards
from sanctions_data.validation.engine.arrow import integers
from sanctions_data.validation.engine.columns import Cells, rows_of
from sanctions_data.validation.engine.context import Context, Finding, rule
from sanctions_data.validation.issues import Severity


@rule(
    "number-check-digit",
    "A number has the form and the check digits of its standard.",
    "A number with a slip finds nobody, or somebody else.",
    Severity.warning,
)
def number_check_digit(context: Context) -> Iterator[Finding]:
    """Ask python-stdnum, once for each distinct number of a type and country.

    A warning, as lists print such numbers, and what they print is not ours to change.
    """
    rows = context.rows("entity_identifiers")
    values, countries = rows["value"], rows["country"]
    of_type = {name: rows["identifier_type"].isin(name) for name, _ in number_standards()}
    for name, country in number_standards():
        here = of_type[name] & countries.isin(country) if country else of_type[name]
        numbers = values.only(here)
        failed = _find_failed(numbers, name, country)
        for row in rows_of(np.isin(numbers.places, list(failed))):
            yield Finding(
                "entity_identifiers",
                row,
                "value",
                f"it is no valid {failed[int(numbers.places[row])]}",
                "compare number, type and country with the source; if it is printed so there, "
                "leave it",
            )


def _find_failed(numbers: Cells, identifier_type: str, country: str) -> dict[int, str]:
    """The places of the distinct numbers that fail, each with the standard that it fails."""
    places = np.flatnonzero(numbers.used)
    texts = numbers.values.take(integers(places)).to_pylist()
    judged = (failed_check(identifier_type, text, country) for text in texts)
    return {place: name for place, name in zip(places.tolist(), judged, strict=True) if name}
