"""Dates and places as OFAC prints them, in our form."""

from __future__ import annotations

import re

from sanctions_data.lists.common.countries import country_code
from sanctions_data.lists.common.entry import tidy

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_DATE = re.compile(rf"(?:(?:(\d{{1,2}}) )?({'|'.join(_MONTHS)}) )?(\d{{4}})")
_SHORTEST_COUNTRY = 4
# Parts of a country, which say more than its code.
_DISTRICTS = ("gaza", "west bank")


def partial_date(text: str) -> str:
    """ISO date as far as known, of a date or a range as OFAC prints it.

    A range is what its two ends have in common, so that nothing is made up. A date that
    is only about right (``circa``) gives nothing.

    Example:
        >>> partial_date("16 Jul 1984"), partial_date("Mar 1984 to Apr 1984")
        ('1984-07-16', '1984')
        >>> partial_date("circa 1951"), partial_date("1951 to 1953")
        ('', '')
    """
    first, _, last = text.partition(" to ")
    begin = _one_date(first)
    if not last:
        return "-".join(begin)
    common: list[str] = []
    for left, right in zip(begin, _one_date(last), strict=False):
        if left != right:
            break
        common.append(left)
    return "-".join(common)


def _one_date(text: str) -> tuple[str, ...]:
    match = _DATE.fullmatch(text.strip())
    if not match:
        return ()
    day, month, year = match.groups()
    if not month:
        return (year,)
    number = f"{_MONTHS.index(month) + 1:02}"
    return (year, number, f"{int(day):02}") if day else (year, number)


def place_and_country(text: str) -> tuple[str, str]:
    """Town or district, and code of the country, of a place such as ``Tehran, Iran``.

    Example:
        >>> place_and_country("Wonsan, Korea, North"), place_and_country("Umm Tuba")
        (('Wonsan', 'KP'), ('Umm Tuba', ''))
        >>> place_and_country("Jabaliya, Gaza Strip")
        ('Jabaliya, Gaza Strip', 'PS')
    """
    parts = tidy(text).split(", ")
    for cut in range(len(parts)):
        country = ", ".join(parts[cut:])
        # A short name of a town could pass for a country code.
        if len(country) >= _SHORTEST_COUNTRY and (code := country_code(country)):
            is_district = country.casefold().startswith(_DISTRICTS)
            return ", ".join(parts if is_district else parts[:cut]), code
    return tidy(text), ""
