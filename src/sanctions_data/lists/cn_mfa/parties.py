"""The parties that an announcement names, in Chinese and mostly in Latin letters in brackets.

Before a person's Chinese name may stand his office, run together with it: "Chairman" and the name
are one word. It ends with a word for an office (``parties.toml``), so the name is what follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sanctions_data.lists.common.entry import Attribute, tidy
from sanctions_data.lists.common.words import load_words, read_toml

_WORDS = load_words(__file__)
_OFFICES = "|".join(map(re.escape, read_toml(__file__, "offices.toml")["offices"]))
_OFFICE = re.compile(rf"(?:包括)?(?P<office>.*(?:{_OFFICES}))(?P<name>[^、“”]+)")
_NUMBERING = re.compile(r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\s*\.|-)\s*")
_LATIN = r"[（(](?P<latin>[^（）()]*[A-Za-z][^（）()]*)[）)]"
_LINE = re.compile(rf"(?P<chinese>[^（(]+?)\s*{_LATIN}(?P<rest>.*)")
_INLINE = re.compile(rf"(?:^|[，、])(?P<chinese>[^，、（(]+?)\s*{_LATIN}")
_BORN = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日生")
_NATIONAL = re.compile(r"(\w+)籍$")
_LETTER = re.compile(r"[^\W\d_]")
_QUOTED = re.compile(r".*“(?P<name>[^”]+)”")


@dataclass(frozen=True, slots=True)
class Party:
    """A party as named: either name may be missing, and ``kind`` is empty where nothing tells."""

    chinese: str
    latin: str
    kind: str = ""
    attributes: tuple[Attribute, ...] = ()


def parties_in(line: str, kind: str) -> Iterator[Party]:
    """The parties of a line of an annex: one as a rule, several where they stand in a sentence.

    A line without a letter names nobody.

    Args:
        line: the line.
        kind: the kind of party under whose heading it stands; empty where there is none.

    Example:
        >>> [party] = parties_in("（一）埃达·伊格桑普（Ada Example），女，示例公司总裁", "person")
        >>> party.chinese, party.latin, [each.value for each in party.attributes]
        ('埃达·伊格桑普', 'Ada Example', ['female', '示例公司总裁'])
    """
    for party in _named(_NUMBERING.sub("", tidy(line)), kind):
        if _LETTER.search(party.chinese + party.latin):
            yield party


def _named(text: str, kind: str) -> Iterator[Party]:
    inline = list(_INLINE.finditer(text))
    if kind == "person" and len(inline) > 1:
        for match in inline:
            yield _party(match["chinese"], match["latin"], "", kind)
    elif line_match := _LINE.fullmatch(text):
        yield _party(line_match["chinese"], line_match["latin"], line_match["rest"], kind)
    else:
        name, comma, rest = text.partition("，")
        is_latin = name.isascii()
        yield _party("" if is_latin else name, name if is_latin else "", comma + rest, kind)


def _party(chinese: str, latin: str, rest: str, kind: str) -> Party:
    found = [_fact(part) for part in rest.rstrip("。").split("，") if part.strip()]
    has_gender = any(each.name == "gender" for each in found if each)
    kind = "person" if has_gender else kind
    office, name = _parted(chinese) if kind != "organisation" else ("", chinese)
    if quoted := _QUOTED.fullmatch(name):
        name = quoted["name"]
    if office:
        found.append(Attribute("position", office))
        kind = "person"
    return Party(name.strip(), tidy(latin), kind, tuple(filter(None, found if kind == "person"
                                                               else [])))  # fmt: skip


def _parted(chinese: str) -> tuple[str, str]:
    match = _OFFICE.fullmatch(chinese)
    return (match["office"], match["name"]) if match else ("", chinese)


def _fact(part: str) -> Attribute | None:
    """What a part of a line says of the party behind its name."""
    text = part.strip()
    if gender := _WORDS["genders"].get(text):
        return Attribute("gender", gender)
    if born := _BORN.fullmatch(text):
        try:
            return Attribute("birth_date", date(*map(int, born.groups())).isoformat())
        except ValueError:  # No day of the calendar.
            return None
    if national := _NATIONAL.fullmatch(text):
        country = _WORDS["countries"].get(national[1])
        return Attribute("nationality", country) if country else None
    return Attribute("position", text)
