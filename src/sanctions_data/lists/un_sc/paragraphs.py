"""The measures that an entry of the UN list on Libya or on Mali is under.

Other lists of the Council impose the same measures on all their entries. On Libya the
comment says, entry by entry, which paragraph of which resolution applies, and for some
from and until when. On Mali, until 2023, it named the measures after the same paragraphs.
"""

from __future__ import annotations

import re

from sanctions_data.lists.common.entry import StatedMeasure, Term, tidy
from sanctions_data.lists.common.partial_dates import parse_day

_DATE = r"\d{1,2} [A-Z][a-z]+\.? \d{4}"
_CLAUSE = (
    r"par(?:agraph|a)s?\.? (?P<paragraphs{0}>\d[^.;]*?) of (?:UN |Security Council )*"
    r"(?:resolution|UNSCR) (?P<resolution{0}>\d{{4}})(?: \([^()]*\)){{0,2}}"
)
# Only "Listed …" lists; "as modified … pursuant to paragraph 15 of resolution 2009" does not. The
# paragraphs of a second resolution may follow.
_AND = r"(?:,| and| as well as| also| pursuant to| under)* "
_LISTED = re.compile(
    rf"\bListed (?:on (?P<date>{_DATE}) )?(?:pursuant to|under) "
    rf"(?P<clauses>{_CLAUSE.format(0)}(?:{_AND}{_CLAUSE.format(1)})*)",
    re.IGNORECASE,
)
_CLAUSES = re.compile(_CLAUSE.format(""), re.IGNORECASE)
_PARAGRAPH = re.compile(r"(\d+)\s*(\([a-z]\))?")
_VALID = re.compile(rf"\bvalid from ({_DATE}) to ({_DATE})")
_NAMED_OF_MALI = re.compile(r"resolution 2374 \(2017\) \((?P<names>[^()]+)\)", re.IGNORECASE)
_MEASURE_NAMED = re.compile(r"travel\s*ban|asset\s*freeze", re.IGNORECASE)


def stated_measures(comment: str) -> tuple[tuple[StatedMeasure, ...], list[str]]:
    """The measures that a comment states, and what could not be read in it.

    A measure's term reads ``resolution 1970 paragraph 15``, one for each paragraph, so that
    the many ways of writing it come out as one.

    Example:
        >>> measures, issues = stated_measures(
        ...     "Listed pursuant to paragraphs 15 and 17 of resolution 1970 (Travel Ban, ...)."
        ... )
        >>> [measure.term.text for measure in measures]
        ['resolution 1970 paragraph 15', 'resolution 1970 paragraph 17']
    """
    text = tidy(comment)
    issues: list[str] = []
    valid = _VALID.search(text)
    first, last = (parse_day(day) for day in valid.groups()) if valid else (None, None)
    if valid and (first is None or last is None):
        issues.append(f"found the validity {valid.group()!r}, which names no days")
    measures: dict[str, StatedMeasure] = {}
    for match in _LISTED.finditer(text):
        start = parse_day(match["date"]) if match["date"] else first
        if match["date"] and start is None:
            issues.append(f"found {match['date']!r}, which is no date")
        for clause in _CLAUSES.finditer(match["clauses"]):
            for number, part in _PARAGRAPH.findall(clause["paragraphs"]):
                term = f"resolution {clause['resolution']} paragraph {number}{part}"
                measures.setdefault(term, StatedMeasure(Term("COMMENTS1", term), start, last))
    if not measures:
        issues.append(
            "found no paragraph in COMMENTS1, expected wording such as 'Listed pursuant to "
            "paragraph 15 of resolution 1970'; left empty"
        )
    named = {re.sub(r"\s", "", name).casefold() for name in _MEASURE_NAMED.findall(text)}
    if len(named) > len(measures):
        issues.append(f"found {len(named)} measures named in COMMENTS1, but fewer paragraphs")
    return tuple(measures.values()), issues


def named_measures(comment: str) -> tuple[tuple[StatedMeasure, ...], list[str]]:
    """The measures that a comment on an entry of Mali names, and what could not be read in it.

    Example:
        >>> measures, issues = named_measures(
        ...     "Listed pursuant to paragraphs 1 to 3 of resolution 2374 (2017) (Travel Ban)."
        ... )
        >>> [measure.term.text for measure in measures]
        ['resolution 2374 travel ban']
    """
    match = _NAMED_OF_MALI.search(tidy(comment))
    if match is None:
        return (), [
            "found no measure in COMMENTS1, expected wording such as 'resolution 2374 (2017) "
            "(Travel Ban)'; left empty"
        ]
    names = (tidy(name).casefold() for name in match["names"].split(","))
    terms = dict.fromkeys(f"resolution 2374 {name}" for name in names if name)
    return tuple(StatedMeasure(Term("COMMENTS1", term)) for term in terms), []
