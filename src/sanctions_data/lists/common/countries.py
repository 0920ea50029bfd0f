"""Country names as lists print them, turned into ISO 3166-1 alpha-2 codes.

pycountry knows the official names; the lists use many others. A name that is not a
present-day country (``former Soviet Union``) has no code, and none is made up.
"""

from __future__ import annotations

from functools import lru_cache

import pycountry

from sanctions_data.lists.common.entry import tidy
from sanctions_data.lists.common.read_report import ReadReport

_OTHER_NAMES = {
    "bolivia": "BO",
    "bosnia & herzegovina": "BA",
    "brunei": "BN",
    "burma": "MM",
    "cape verde": "CV",
    "congo (democratic republic)": "CD",
    "congo, democratic republic of": "CD",
    "democratic people's republic of korea": "KP",
    "democratic people's republic of korea (north korea)": "KP",
    "democratic republic of the congo": "CD",
    "dprk": "KP",
    "drc": "CD",
    "east timor": "TL",
    "china, hong kong special administrative region": "HK",
    "hong kong, china": "HK",
    "iran": "IR",
    "iran (islamic republic of)": "IR",
    "ivory coast": "CI",
    "korea, north": "KP",
    "korea, south": "KR",
    "kosovo": "XK",
    "xk": "XK",
    "laos": "LA",
    "macau": "MO",
    "micronesia": "FM",
    "moldova": "MD",
    "myanmar (burma)": "MM",
    "north korea": "KP",
    "occupied palestinian territories": "PS",
    "palestine": "PS",
    "palestinian": "PS",
    "republic of korea": "KR",
    "reunion": "RE",
    "russia": "RU",
    "south korea": "KR",
    "state of palestine": "PS",
    "swaziland": "SZ",
    "syria": "SY",
    "taiwan": "TW",
    "tanzania": "TZ",
    "the bahamas": "BS",
    "the gambia": "GM",
    "the netherlands": "NL",
    "turkey": "TR",
    "turkiye": "TR",
    "uae": "AE",
    "uk": "GB",
    "united kingdom of great britain": "GB",
    "us": "US",
    "usa": "US",
    "vatican city": "VA",
    "venezuela": "VE",
    "vietnam": "VN",
    "virgin islands, british": "VG",
    "british virgin islands": "VG",
    "west bank": "PS",
    "west bank (palestinian authority)": "PS",
    "gaza": "PS",
    "gaza (palestinian authority)": "PS",
    "gaza strip": "PS",
    "bahamas, the": "BS",
    "congo, democratic republic of the": "CD",
    "congo, republic of the": "CG",
    "cote d ivoire": "CI",
    "macedonia, the former yugoslav republic of": "MK",
    "man, isle of": "IM",
    "north macedonia, the republic of": "MK",
    "st. kitts & nevis": "KN",
    "st. kitts and nevis": "KN",
    "st. vincent and the grenadines": "VC",
}


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
