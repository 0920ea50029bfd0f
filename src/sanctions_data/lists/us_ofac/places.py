"""Places as OFAC prints them, in our form."""

from __future__ import annotations

from sanctions_data.lists.common.countries import country_code
from sanctions_data.lists.common.entry import tidy

_SHORTEST_COUNTRY = 4
# Parts of a country, which say more than its code.
_DISTRICTS = ("gaza", "west bank")


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
