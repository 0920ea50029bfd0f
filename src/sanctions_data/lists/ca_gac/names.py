"""Other names in the Canadian list: several in a cell, parted by commas or semicolons.

A comma also stands inside names: before a legal form (``Example Co., Ltd.``), in a list of words
(``Ministry of Culture, sport and tourism``), between family and given names. What may be one
name is left as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sanctions_data.lists.common.entry import Name, tidy
from sanctions_data.lists.common.placeholders import is_nothing
from sanctions_data.lists.common.words import read_toml
from sanctions_data.names.fold import latin_words
from sanctions_data.names.scripts import script_of

_WORDS = read_toml(__file__, "languages.toml")
_FORMS = frozenset(_WORDS["forms"])
_LANGUAGE = re.compile(
    rf"(?:^|[,;.(]|\s)\s*\b(?:{'|'.join(_WORDS['languages'])})\s*:", re.IGNORECASE
)
_BETWEEN_CELLS = re.compile(r"[;|\n]")
_ALSO_KNOWN_AS = re.compile(r"^(.+?)\s*\((?:also known as|a\.k\.a\.?)\s+(.+)\)$", re.IGNORECASE)
_SEVERAL = re.compile(r",|;|\band\b|\bet\b")
_GOES_ON = re.compile(r"(?:of|from|in|born)\b")  # not "al-" or "de", with which names begin
_PAIRS = {"(": ")", "“": "”", "«": "»"}


def other_names(printed: str, name: str, kind: str) -> list[Name]:
    """The names in a cell of aliases, and the one that the main name may have in brackets.

    Args:
        printed: the cell.
        name: the main name.
        kind: of the party. A single word out of several is hardly a name of a person, so it is
            a weak alias.

    Example:
        >>> cell = "Ada Sample, Belarusian: Ада Экзампл; Bay Example, Ltd."
        >>> [other.text for other in other_names(cell, "Ada Example", "organisation")]
        ['Ada Sample', 'Ада Экзампл', 'Bay Example, Ltd.']
    """
    found: dict[str, str] = {}
    for cell in _BETWEEN_CELLS.split(_LANGUAGE.sub(";", printed)):
        parts = list(_split(_bare(cell), kind))
        for part in parts:
            is_weak = kind == "person" and len(parts) > 1 and " " not in part
            found.setdefault(part, "weak_alias" if is_weak else "alias")
    # One name in brackets is another name; where there are several, only the publisher knows
    # which "and" parts them.
    match = _ALSO_KNOWN_AS.match(name) if "(" in name else None
    if match and not _SEVERAL.search(match.group(2)):
        found.update(dict.fromkeys(match.groups(), "alias"))
    return [Name(text, kind) for text, kind in found.items() if text != name]


def _bare(cell: str) -> str:
    """A cell without what belongs to its neighbours: separators, and one half of a bracket."""
    cell = tidy(cell).replace(',"', '",').strip(" ,;")
    if cell.count("(") < cell.count(")"):
        cell = cell.rstrip(" )")
    elif cell.count("(") > cell.count(")"):
        cell = cell.rstrip(" (").removeprefix("(")
    return cell


def _split(cell: str, kind: str) -> Iterator[str]:
    parts = [part for part in _joined(list(_outside_brackets(cell)), kind) if not is_nothing(part)]
    if kind == "person" and len(parts) == 2 and _may_be_one_name(*parts):
        yield ", ".join(parts)
    else:
        yield from parts


def _may_be_one_name(first: str, second: str) -> bool:
    """Whether a comma may stand between the family name and the given names of a person."""
    return " " not in first and script_of(first) == script_of(second)


def _joined(parts: list[str], kind: str) -> Iterator[str]:
    """Put a part that is none by itself to the one before it."""
    name = ""
    for part in parts:
        if name and _goes_on(name, part, kind):
            name += f", {part}"
        else:
            if name:
                yield name
            name = part
    if name:
        yield name


def _goes_on(before: str, part: str, kind: str) -> bool:
    if kind == "person":
        return bool(_GOES_ON.match(part))
    return _is_form(part) or _is_form(before) or part[:1].islower()


def _is_form(text: str) -> bool:
    words = latin_words(text)
    return bool(words) and _FORMS.issuperset(words)


def _outside_brackets(text: str) -> Iterator[str]:
    """Split at commas, but not inside brackets or quotes."""
    closing: list[str] = []
    part = ""
    for letter in text:
        if closing and letter == closing[-1]:
            closing.pop()
        elif letter in _PAIRS:
            closing.append(_PAIRS[letter])
        if letter == "," and not closing:
            yield tidy(part)
            part = ""
        else:
            part += letter
    yield tidy(part)
