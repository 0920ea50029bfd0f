"""The rule that a name is a name, and one: no title, no date, no second name, nothing cut off."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from sanctions_data.validation.engine.columns import rows_of
from sanctions_data.validation.engine.context import Context, Finding, rule
from sanctions_data.validation.rules.contributed import are_ours

Told = tuple[str, str]
_TITLE = re.compile(
    r"(?:dr|mr|mrs|ms|miss|prof|professor|sir|hon|rev|gen|general|lt|lieutenant|col|colonel|brig"
    r"|brigadier|maj|capt|sgt|adm|admiral|amb|ambassador|minister|president|herr|frau|mme|mlle"
    r"|monsieur|madame|señora?|eng|ing|h\.?e\.?|his excellency|г-н|г-жа|д-р|проф)\.?\s+\S",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r",?\s(?:ph\.?\s?d|m\.?d|esq|mba|obe|mbe|cbe)\.?", re.IGNORECASE)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\bd\.?o\.?b\b", re.IGNORECASE)
_BORN = re.compile(
    rf"\b(?:1[89]|20)\d\d\b|\bborn\b|\bb\.\s?\d|\d{{1,2}} {_MONTH}\b|{_MONTH} \d{{1,2}}\b",
    re.IGNORECASE,
)
_OTHER_NAME = re.compile(
    r"(?:^|[\s(,])(?:a\.?k\.?a|f\.?k\.?a|n\.?k\.?a|d[./]?b[./]?a|t/a|a/k/a|f/k/a|also known as"
    r"|formerly known as|now known as|also called|also spelled|trading as|doing business as|née)\b",
    re.IGNORECASE,
)
_ALIAS = re.compile(r"\s(?:alias|dit|vulgo|nom de guerre|formerly)\b", re.IGNORECASE)
_SEVERAL = re.compile(r"[;|•]|\s/\s|\\|,\s*and\s")
_PEOPLE = re.compile(r"\s(?:and|or|und|oder|et)\s|/|&", re.IGNORECASE)
_CUT_OFF = re.compile(r"(?:\.\.+|…)$")
_EDGE = re.compile(r"^[,;:/\\|&*=+_~^<>%@#!?.\-–—)\]]|[,;:/\\|&*=+_~^<>%@#?\-–—(\[]$")
_ROLE = re.compile(r"\((?:deceased|dead|male|female|alive|[a-z]{2,3}, .*|\d+.*)\)$", re.IGNORECASE)
_WRAPPED = re.compile(r"^([\"'«“„‘]).*[\"'»”’]$")
# A company may be called "Quill" & "Sons".
_QUOTED = re.compile(r"^[\"'«“„‘][^\"'«»“”„‘’]*[\"'»”’]$")
_ADDRESS = re.compile(r"\S+@\S+\.\w+|(?:https?://|www\.)\S+", re.IGNORECASE)
_NUMBER = re.compile(r"\b(?:IMO|MMSI|MSN)\b\W*(?:no\b\W*|number\W*)?\d{5}", re.IGNORECASE)


@rule(
    "name-is-name",
    "A name that a contributor writes is one name, whole, and nothing besides.",
    "Names are compared: a title, a date or a second name in the cell makes them differ.",
)
def name_is_name(context: Context) -> Iterator[Finding]:
    """Look at the names of parties and speakers.

    A company may have in its name what a person has not.
    """
    for table, column in (
        ("entities", "name"),
        ("entity_names", "name"),
        ("statements", "speaker"),
    ):
        rows = context.rows(table)
        kinds = (
            context.look_up(rows["entity_id"], "entities", "kind") if "entity_id" in rows else None
        )
        for row in rows_of(are_ours(context, table) & rows[column].filled):
            kind = kinds.text(row) if kinds else "speaker"
            if told := find_problem(rows[column].text(row), is_person=kind == "person"):
                yield Finding(table, row, column, *told)


def find_problem(name: str, *, is_person: bool) -> Told | None:
    """What is wrong with a name, and the hint; None for a sound one.

    Example:
        >>> find_problem("Dr. Ivan Example", is_person=True)
        ('it begins with a title', 'write the name alone; a title is an attribute of the party')
        >>> find_problem("Dr. Example Laboratories Ltd.", is_person=False)
    """
    return _find_for_all(name) or (_find_for_person(name) if is_person else None)


def _find_for_all(name: str) -> Told | None:
    if _CUT_OFF.search(name):
        return "it is cut off", "write the whole name"
    if found := _OTHER_NAME.search(name):
        told = f"it holds another name, behind {found[0].strip(' (,')}"
        return told, "write one name a row, the other one as an alias"
    if _SEVERAL.search(name):
        return "it holds several names", "write one name a row"
    if _DATE.search(name):
        return "it holds a date", "write the name alone; a date of birth is an attribute"
    if _EDGE.search(name) and len(name) > 1:
        return "it begins or ends with a mark", "write the name alone"
    if emoji := next((c for c in name if _is_picture(c)), ""):
        return f"it holds a picture, U+{ord(emoji):04X}", "write the name alone"
    if _ADDRESS.fullmatch(name):
        return "it is an address", "write the name; an address is an identifier of the party"
    if _NUMBER.search(name):
        return "it holds a number", "write the name alone; a number is an identifier"
    if _QUOTED.match(name):
        return "it stands in quotes", "write the name alone"
    if not any(map(str.isalpha, name)):
        return "there is no letter in it", "write the name; a number is an identifier"
    return None


def _find_for_person(name: str) -> Told | None:
    if _TITLE.match(name) or _SUFFIX.search(name):
        where = "begins" if _TITLE.match(name) else "ends"
        return (
            f"it {where} with a title",
            "write the name alone; a title is an attribute of the party",
        )
    if _BORN.search(name):
        return "it holds a date", "write the name alone; a date of birth is an attribute"
    if _ALIAS.search(name):
        return "it holds another name", "write one name a row, the other one as an alias"
    if _PEOPLE.search(name):
        return "it holds several names", "write one person a row"
    if _ROLE.search(name) or _WRAPPED.match(name):
        return "it holds more than the name", "write the name alone"
    return None


def _is_picture(letter: str) -> bool:
    return unicodedata.category(letter) in ("So", "Sk") and ord(letter) >= 0x2190
