"""The CFSP decisions that the EU's list of travel bans prints with a person.

A decision stands there by its title, which has no number, and by the address of its text, which
has one. Where that is the address of an issue of the Official Journal, it is the act that
amended the decision last, and is of no use to find the decision.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from sanctions_data.lists.common.entry import tidy
from sanctions_data.lists.eu_fsf.acts import NAMESPACE

# "0" begins the number of a text as amended, "3" that of the act itself.
_CELEX = re.compile(r"CELEX(?::|%3A)[03](?P<year>\d{4})D(?P<number>\d{4})", re.IGNORECASE)
# Since 2015 the EU numbers its acts by year first.
_YEAR_FIRST = 2015


def decision_numbers(element: etree._Element) -> Iterator[str]:
    """The numbers of the decisions of an entry, as acts are numbered, each once."""
    addresses = (
        tidy(act.findtext(f"{NAMESPACE}publicationUrl"))
        for act in element.iterfind(f"{NAMESPACE}regulation")
    )
    yield from dict.fromkeys(filter(None, map(decision_number, addresses)))


def decision_number(address: str) -> str:
    """The number of the decision at an address of EUR-Lex; empty if it is of no decision.

    Example:
        >>> decision_number("https://eur-lex.europa.eu/?uri=CELEX%3A02010D0231-20220101")
        'Decision 2010/231/CFSP'
        >>> decision_number("https://eur-lex.europa.eu/?uri=CELEX%3A02015D1333-20220212")
        'Decision (CFSP) 2015/1333'
        >>> decision_number("https://eur-lex.europa.eu/?uri=uriserv%3AOJ.LI.2022.164.01.0004.01")
        ''
    """
    if not (match := _CELEX.search(address)):
        return ""
    year, number = match["year"], int(match["number"])
    if int(year) < _YEAR_FIRST:
        return f"Decision {year}/{number}/CFSP"
    return f"Decision (CFSP) {year}/{number}"
