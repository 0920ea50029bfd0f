"""Rules about the characters of free text: spaces, line breaks, what cannot be seen, scripts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from sanctions_data.validation.engine.context import Context, Finding, rule
from sanctions_data.validation.rules.text_columns import find_cells

# Soft hyphen, zero width space, word joiner, byte order mark: of no use in any script.
_NEVER = "\u00ad\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff\U000e0000-\U000e0fff"
# Joiners of letters, fillers of other scripts, and signs that only choose a form of a letter.
_FILLERS = (
    "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\u2800\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufffc"
)
INVISIBLE = re.compile(f"[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f{_NEVER}\ufffd\ue000-\uf8ff]")
# Joiners, and what turns the direction of a text.
MARKS = re.compile(f"[\u061c\u200c-\u200f\u202a-\u202e\u2066-\u2069{_FILLERS}]")
ODD_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
LINE_BREAKS = r"[\n\r\t\x{0b}\x{0c}\x{85}\x{2028}\x{2029}]"
_WORD = re.compile(r"[^\W\d_]+")


@rule(
    "blank-around",
    "A cell neither begins nor ends with a space, and has no two spaces in a row.",
    "A space that cannot be seen makes two cells differ that look the same.",
)
def space_around(context: Context) -> Iterator[Finding]:
    """Any white space counts as a space."""
    screen = r"^\s|\s$|  |[\x{a0}\x{1680}\x{2000}-\x{200a}\x{202f}\x{205f}\x{3000}]"
    for table, row, column, value in find_cells(
        context,
        screen,
        lambda value: value != value.strip() or "  " in value,
        lambda value: bool(ODD_SPACE.search(value)),
    ):
        if value != value.strip():
            told = "the cell has an extra space at its beginning or end", "remove it"
        elif "  " in value:
            told = "the cell has an extra space between its words", "remove it"
        else:
            odd = next(c for c in value if ODD_SPACE.match(c))
            told = f"the cell holds another space, U+{ord(odd):04X}", "write a plain space"
        yield Finding(table, row, column, *told)


@rule(
    "one-line",
    "A cell is one line, without tabs.",
    "Many programs read a CSV line by line, and a diff shows lines.",
)
def one_line(context: Context) -> Iterator[Finding]:
    """Look for line breaks of any sort, and tabs."""
    for table, row, column, _ in find_cells(context, LINE_BREAKS, lambda _: True):
        yield Finding(
            table, row, column, "the cell holds a line break or a tab", "write a space instead"
        )


@rule(
    "invisible-character",
    "A cell holds no character that cannot be seen.",
    "Such characters hide text from a reader and make equal names differ.",
)
def invisible_character(context: Context) -> Iterator[Finding]:
    """Joiners within Arabic or Indic script, and marks that a list printed, may stay."""
    for table, row, column, value in find_cells(
        context,
        r"[\p{Cc}\p{Cf}\p{Co}\x{fffd}\x{34f}\x{115f}\x{1160}\x{17b4}\x{17b5}\x{180b}-\x{180f}"
        r"\x{2065}\x{2800}\x{3164}\x{fe00}-\x{fe0f}\x{ffa0}\x{fff0}-\x{fffc}\x{e0000}-\x{e0fff}]",
        lambda value: bool(INVISIBLE.search(value)),
        lambda value: bool(MARKS.search(value)) and not _needs_joiners(value),
    ):
        hidden = next(
            (c for c in value if INVISIBLE.match(c)), next(filter(MARKS.match, value), "")
        )
        name = unicodedata.name(hidden, "a control or private character").lower()
        yield Finding(
            table,
            row,
            column,
            f"the cell holds U+{ord(hidden):04X} ({name})",
            "remove it; type the cell again if you cannot see it",
        )


def _needs_joiners(value: str) -> bool:
    """Whether the only marks are joiners, which Arabic and Indic scripts need."""
    others = set(MARKS.findall(value)) - {"\u200c", "\u200d"}
    return not others and any("\u0600" <= letter <= "\u0dff" for letter in value)


@rule(
    "one-script",
    "The letters of a word are of one script.",
    "Letters that look alike make a name that no search finds.",
)
def one_script(context: Context) -> Iterator[Finding]:
    """Letters of many scripts look like Latin ones; what a list printed may mix them."""
    for table, row, column, value in find_cells(
        context,
        r"[^\x00-\x{24f}]",
        lambda _: False,
        lambda value: bool(_find_mixed_word(value)),
    ):
        yield Finding(
            table,
            row,
            column,
            f"{_find_mixed_word(value)} mixes letters of different scripts that look alike",
            "type the word again in one script",
        )


def _find_mixed_word(text: str) -> str:
    """The first word whose letters are of two scripts that are not written together.

    Also a word in another script than the rest, if each of its letters has a Latin twin: it is
    there to be taken for a Latin one.
    """
    words = [(word, find_scripts(word)) for word in _WORD.findall(text)]
    for word, scripts in words:
        if len(scripts) > 1:
            return str(word)
    if any("LATIN" in scripts for _, scripts in words):
        for word, scripts in words:
            if scripts & {"CYRILLIC", "GREEK", "ARMENIAN"} and set(word) <= _TWINS:
                return str(word)
    return ""


def find_scripts(word: str) -> set[str]:
    """The scripts of a word's letters, by the first word of their names; East Asian ones as one.

    Example:
        >>> sorted(find_scripts("Irаn"))
        ['CYRILLIC', 'LATIN']
    """
    scripts = {unicodedata.name(letter, "").partition(" ")[0] for letter in word}
    scripts = {"CJK" if each in _EAST_ASIAN else each for each in scripts}
    return scripts - {"MODIFIER", "FEMININE", "MASCULINE", "COMBINING", ""}


_EAST_ASIAN = {"HIRAGANA", "KATAKANA", "HANGUL", "CJK", "BOPOMOFO", "IDEOGRAPHIC", "HALFWIDTH",
               "KATAKANA-HIRAGANA"}  # fmt: skip
# Letters with a Latin twin: Cyrillic, Greek and Armenian.
_TWINS = set("АВЕЅІЈКМНОРСТУХԌԚԜаесіјорѕухѵһԁԛԝӏгпвтнмкΑΒΕΖΗΙΚΜΝΟΡΤΥΧοανικρυχεηՕՍԼոսօցհքզ")
