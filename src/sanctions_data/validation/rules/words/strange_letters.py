"""Rules about letters that are not what they seem, and about the script of a name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from sanctions_data.names.scripts import script_of
from sanctions_data.validation.engine.columns import rows_of
from sanctions_data.validation.engine.context import Context, Finding, rule
from sanctions_data.validation.rules.contributed import are_ours
from sanctions_data.validation.rules.words.our_words import find_ours

_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
# Letters in another dress: full width, mathematical, circled, joined, small and raised ones.
_DRESSED = re.compile(
    "[\uff00-\uffef\U0001d400-\U0001d7ff\u2460-\u24ff\ufb00-\ufb4f\u1d00-\u1dbf\u2070-\u209f"
    "\u2100-\u2115\u2117-\u2121\u2123-\u214f\U0001f100-\U0001f1ff\u2c60-\u2c7f\ua720-\ua7ff]"
)
_PILE = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{2}"
)
# What is written with several scripts, by the code for it.
_TOGETHER = {
    "Jpan": {"Hani", "Hira", "Kana"},
    "Hans": {"Hani"},
    "Hant": {"Hani"},
    "Hani": {"Hani"},
    "Hrkt": {"Hira", "Kana"},
    "Kore": {"Hang", "Hani"},
    "Cyrs": {"Cyrl"},
    "Aran": {"Arab"},
}


@rule(
    "plain-letters",
    "Letters are plain ones: not full-width, mathematical or circled, and without piles of marks.",
    "Such letters look right, and no search finds them.",
)
def plain_letters(context: Context) -> Iterator[Finding]:
    """East Asian text may hold full-width letters; two marks on a letter are found in no name."""
    screen = (
        r"[\x{ff00}-\x{ffef}\x{1d400}-\x{1d7ff}\x{2460}-\x{24ff}\x{fb00}-\x{fb4f}\x{1d00}-\x{1dbf}"
        r"\x{2070}-\x{209f}\x{2100}-\x{214f}\x{1f100}-\x{1f1ff}\x{2c60}-\x{2c7f}\x{a720}-\x{a7ff}\p{Mn}\p{Me}]"
    )
    for table, row, column, value in find_ours(context, screen, lambda v: bool(_find_odd(v))):
        odd = _find_odd(value)
        name = unicodedata.name(odd, "a character without a name").lower()
        hint = "type the word again with plain letters"
        yield Finding(table, row, column, f"the cell holds U+{ord(odd):04X} ({name})", hint)


def _find_odd(value: str) -> str:
    if found := _PILE.search(unicodedata.normalize("NFC", value)):
        return found[0][0]
    if _EAST_ASIAN.search(value):
        return ""
    found = _DRESSED.search(value)
    return found[0] if found else ""


@rule(
    "script-fits-name",
    "The script of a name is that of its letters.",
    "Who filters by script loses the name, and a name in look-alike letters passes for another.",
)
def script_fits_name(context: Context) -> Iterator[Finding]:
    """Compare the code with the script of most letters."""
    rows = context.rows("entity_names")
    for row in rows_of(are_ours(context, "entity_names") & rows["script"].filled):
        code, name = rows["script"].text(row), rows["name"].text(row)
        if code not in _script_codes():
            told = "no script has this code", "write an ISO 15924 code, such as Latn"
            yield Finding("entity_names", row, "script", *told)
            continue
        found = script_of(name)
        if found and found != code and found not in _TOGETHER.get(code, ()):
            problem = f"most letters of the name are of the script {found}"
            hint = f"write {found}, or type the name again in the script {code}"
            yield Finding("entity_names", row, "script", problem, hint)


@cache
def _script_codes() -> frozenset[str]:
    import pycountry

    return frozenset(script.alpha_4 for script in pycountry.scripts) - {"Zyyy", "Zinh", "Zzzz"}
