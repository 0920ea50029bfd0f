"""Country names as lists print them, turned into ISO 3166-1 alpha-2 codes.

pycountry knows the official names; the lists use many others, the name of the people, and
remarks. A name that is not a present-day country (``former Soviet Union``) has no code, and
none is made up: a state that is gone gives the code of a present one only where the text itself
names that one. What is said to be doubtful or past gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import pycountry

from sanctions_data.lists.common.entry import tidy
from sanctions_data.lists.common.placeholders import is_nothing
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.words import KOSOVO, load_words

_WORDS = load_words(__file__, "countries.toml")
_NAMES = {**_WORDS["countries-peoples"], **_WORDS["countries"]}
_SAINT = re.compile(r"^st\.? ")
_NOW = re.compile(r"\b(?:now|currently|presently)\b:? +(?:the +)?(?P<state>[^()]+)\)?$")
_REMARK = re.compile(r"^(?P<state>[^()]+?),? *\((?P<remark>[^()]*)\)?$")
_DOCUMENT = re.compile(r" (?:passports?|citizens?|citizenship|nationality|nationals?|by birth)$")
_DOUBTFUL = re.compile(
    r"\b(?:possibl[ey]|probabl[ey]|alleged(?:ly)?|reported(?:ly)?|believed|former(?:ly)?(?! \w)"
    r"|until|revoked|renounced|withdrawn|lost|deprived|stripped|false|not|no)\b"
)


@lru_cache(maxsize=4096)
def country_codes(printed: str) -> tuple[str, ...]:
    """The countries that a text names; several where it names several, none if none is sure.

    Example:
        >>> country_codes("Sudan/South Sudan"), country_codes("Saudi Arabian passport")
        (('SD', 'SS'), ('SA',))
        >>> country_codes("Ukrainian SSR (now Ukraine)"), country_codes("Ukrainian SSR")
        (('UA',), ())
        >>> country_codes("Kuwaiti citizenship withdrawn in 2002"), country_codes("na")
        ((), ())
    """
    name = tidy(printed).strip(" .,;").casefold().replace("’", "'").replace(" & ", " and ")
    if is_nothing(name):
        return ()
    if code := _code(name):
        return (code,)
    if now := _NOW.search(name):
        return country_codes(now["state"])
    if "/" in name:
        parts = [part for part in re.split(r" ?/ ?(?:or )?", name) if not is_nothing(part)]
        codes = [country_codes(part) for part in parts]
        return tuple(dict.fromkeys(code for found in codes for code in found)) if all(codes) else ()
    return _without_remark(name)


def _without_remark(name: str) -> tuple[str, ...]:
    """The country before a remark: in brackets, in a sentence of its own, or as to a document."""
    remark = _REMARK.match(name)
    if remark and not _DOUBTFUL.search(name):
        return country_codes(remark["state"])
    first, stop, _ = name.partition(". ")
    if stop and len(first) > 3 and (code := _code(first)):
        return (code,)
    bare = _DOCUMENT.sub("", name)
    return country_codes(bare) if bare != name else ()


def _code(name: str) -> str:
    name = _SAINT.sub("saint ", name)
    if found := _NAMES.get(name):
        return found
    try:
        return str(pycountry.countries.lookup(name).alpha_2)
    except LookupError:
        return ""


def own_names() -> dict[str, str]:
    """The code of each name that we added to those of ISO 3166-1.

    Example:
        >>> own_names()["uae"]
        'AE'
    """
    return dict(_WORDS["countries"])


def is_own_name(printed: str) -> bool:
    """Whether a text is a name that we added to those of ISO 3166-1, such as ``UAE``."""
    return tidy(printed).casefold() in _WORDS["countries"]


def is_people(printed: str) -> bool:
    """Whether a text names the people of a country, such as ``Belarusian``."""
    return tidy(printed).casefold() in _WORDS["countries-peoples"]


def country_code(printed: str) -> str:
    """ISO alpha-2 code of a printed country; empty if it is not one, and one only.

    Kosovo gets the user-assigned code ``XK`` that the EU and the UN use.

    Example:
        >>> country_code("Iran"), country_code("Namibia"), country_code("former Soviet Union")
        ('IR', 'NA', '')
    """
    codes = country_codes(printed)
    return codes[0] if len(codes) == 1 else ""


def read_countries(printed: str, position: str, report: ReadReport) -> Iterator[str]:
    """``country_codes``, with a warning in the report where the text names no country we know."""
    codes = country_codes(printed)
    if not codes and not is_nothing(printed):
        report.warn(position, f"found country {tidy(printed)!r}, which has no ISO code; left empty")
    yield from codes


def read_country(printed: str, position: str, report: ReadReport) -> str:
    """``country_code``, with a warning in the report where the text is not one country."""
    codes = tuple(read_countries(printed, position, report))
    return codes[0] if len(codes) == 1 else ""


def read_code(printed: str, position: str, report: ReadReport) -> str:
    """A code of ISO 3166-1 in a column of codes, where ``NA`` is Namibia.

    Example:
        >>> read_code("NA", "entry 1", ReadReport("eu-fsf"))
        'NA'
    """
    code = tidy(printed).upper()
    if code == KOSOVO or pycountry.countries.get(alpha_2=code):
        return code
    if code:
        report.warn(position, f"found country {code!r}, which is no ISO code; left empty")
    return ""
