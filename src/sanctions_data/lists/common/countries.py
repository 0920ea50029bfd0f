"""Country names as lists print them, turned into ISO 3166-1 alpha-2 codes.

pycountry knows the official names; the lists use many others. A name that is not a
present-day country (``former Soviet Union``) has no code, and none is made up.
"""

from __future__ import annotations

from functools import lru_cache

import pycountry

from sanctions_data.lists.common.entry import tidy
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.words import load_words

_OTHER_NAMES = load_words(__file__, "countries.toml")["countries"]


@lru_cache(maxsize=4096)
def country_code(printed: str) -> str:
    """ISO alpha-2 code of a printed country name; empty if it is not one we know.

    Kosovo gets the user-assigned code ``XK`` that the EU and the UN use.

    Example:
        >>> country_code("Iran"), country_code("Namibia"), country_code("former Soviet Union")
        ('IR', 'NA', '')
    """
    name = tidy(printed).strip(" .,;")
    if not name:
        return ""
    folded = name.casefold().replace("’", "'")
    if folded in _OTHER_NAMES:
        return _OTHER_NAMES[folded]
    try:
        return str(pycountry.countries.lookup(name).alpha_2)
    except LookupError:
        return ""


def read_country(printed: str, position: str, report: ReadReport) -> str:
    """``country_code``, with a warning in the report where the name is not one we know."""
    code = country_code(printed)
    if not code and tidy(printed):
        report.warn(position, f"found country {tidy(printed)!r}, which has no ISO code; left empty")
    return code
