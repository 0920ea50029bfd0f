"""Whether a number has the check digits of its standard.

``check_digits.toml`` says which type and country of a number tells which standard; the checks
are those of python-stdnum.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from importlib.resources import files


@dataclass(frozen=True)
class NumberStandard:
    """A kind of number, and how it is checked.

    Attributes:
        name: what people call it.
        identifier_type: the type of the numbers that it is about.
        check: a module with a function ``is_valid``.
        country: the country of those numbers; empty for any.
        form: what they look like in full; empty for any number of that type and country.
    """

    name: str
    identifier_type: str
    check: str
    country: str = ""
    form: str = ""

    def find_number(self, value: str) -> str:
        """The number of this standard in a value; empty if the value is none."""
        if not self.form:
            return value
        match = self._pattern.fullmatch(value)
        return (match[1] if self._pattern.groups else match[0]) if match else ""

    def is_valid(self, number: str) -> bool:
        """Whether a number keeps to the standard."""
        return self._check(number)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self.form)

    @cached_property
    def _check(self) -> Callable[[str], bool]:
        check: Callable[[str], bool] = import_module(self.check).is_valid
        return check


@cache
def number_standards() -> Mapping[tuple[str, str], list[NumberStandard]]:
    """The standards by the type and country of the numbers that they are about."""
    text = files(__package__).joinpath("check_digits.toml").read_text(encoding="utf-8")
    standards = defaultdict(list)
    for record in tomllib.loads(text)["standard"]:
        standard = NumberStandard(**record)
        standards[standard.identifier_type, standard.country].append(standard)
    return dict(standards)


def failed_check(identifier_type: str, value: str, country: str = "") -> str | None:
    """The standard that a number fails.

    Args:
        identifier_type: what sort of number it is, as in ``entity_identifiers``.
        value: the number, as printed.
        country: who gave it (ISO 3166-1 alpha-2); empty if not known.

    Returns:
        The name of the standard; None for a number that passes, and for one of which type,
        country and form do not say for certain which standard it is of.

    Example:
        >>> failed_check("tax_id", "7707083893", "RU")
        >>> failed_check("tax_id", "7707083839", "RU")
        'Russian tax number (INN)'
        >>> failed_check("tax_id", "7707083839")
    """
    standards = number_standards()
    for key in dict.fromkeys([(identifier_type, country), (identifier_type, "")]):
        for standard in standards.get(key, ()):
            if number := standard.find_number(value):
                return None if standard.is_valid(number) else standard.name
    return None
