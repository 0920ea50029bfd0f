"""Names in the Japanese list: several in a cell, in two scripts, with remarks among them.

A name that cannot be told apart for sure is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from sanctions_data.lists.common.entry import tidy
from sanctions_data.lists.jp_mof.entry_text import plain, split_outside_brackets

_ORIGINAL = re.compile(r"\(\s*original\s*s\w{2,5}t\s*:\s*(?P<name>.*?)\s*\)\s*$", re.I | re.S)
_ORIGINAL_BEHIND = re.compile(r"\(\s*(?P<name>[^()]*?)\s*:\s*original\s*script\s*\)\s*$", re.I)
_OTHER_NAME = r"(?:[afn]\.?k\.?a\b\.?|別称|別名\d*|旧称)\s*[:、,]?"
_IN_BRACKETS = re.compile(rf"\(\s*(?={_OTHER_NAME})", re.I)
_MARK = re.compile(rf"\([a-z]{{1,2}}\)|;|{_OTHER_NAME}", re.I)
_JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_PAIR = re.compile(r"^(?P<japanese>[^()]+)\((?P<latin>[^()]+)\)$")
_REMARK = re.compile(
    r"不明|なし|記載|生まれ|出生|国籍|旅券|として|\d年|previously|listed", re.IGNORECASE
)

_BORN = re.compile(r",?\s+born\b.*", re.IGNORECASE)  # a remark behind a Latin name


def main_names(printed: object) -> list[str]:
    r"""The English name, and the name in the original script that may stand behind it.

    Example:
        >>> main_names("ABU EXAMPLE\n（original script： أبو）")
        ['ABU EXAMPLE', 'أبو']
    """
    text = plain(printed).strip()
    match = _ORIGINAL.search(text) or _ORIGINAL_BEHIND.search(text)
    if match is None:
        return [name for name in (_name(text),) if name]
    original = re.split(r"[()]", match["name"])[0]  # its language may stand in brackets behind
    found = (_name(text[: match.start()]), _name(original))
    return [name for name in found if name and name != "不明"]


def other_names(printed: object) -> list[str]:
    """The names in a cell of aliases, without repeats.

    A comma separates names in some cells and stands inside a name in others: a Latin text
    with one is kept only where the cell separates names in another way too. Where names are
    lettered, a Japanese comma stands between family and given names, or before a remark.

    Example:
        >>> other_names("(a)アブ（Abu）、(b)ベイ（Bay, B.）"), other_names("Abu Ali, Abu Bakr")
        (['アブ', 'Abu', 'ベイ', 'Bay, B.'], [])
        >>> other_names("(a)ベイ、アブ (b)ベイ・アブ、1970年に出生 (c)アブ")
        ['ベイ、アブ', 'ベイ・アブ', 'アブ']
    """
    text = _IN_BRACKETS.sub("\n", plain(printed).strip())
    is_lettered = "(a)" in text
    text = _MARK.sub(lambda match: "\n" + "\0" * (match[0] != "\n"), text)
    has_marks = "\0" in text
    found: dict[str, None] = {}
    for line in split_outside_brackets(text.replace("\0", ""), "\n" if is_lettered else "\n、"):
        for name in _names_in(_without_remarks(line) if is_lettered else line):
            is_sure = has_marks or "," not in name or bool(_JAPANESE.search(name))
            if is_sure and not _REMARK.search(name) and 2 <= len(name) <= 150:
                found[name] = None
    return list(found)


def _without_remarks(line: str) -> str:
    parts = takewhile(lambda part: not _REMARK.search(part), split_outside_brackets(line, "、"))
    return "、".join(filter(None, map(_name, parts)))


def _names_in(line: str) -> Iterator[str]:
    name = _name(line)
    if name.endswith(")") and name.count(")") > name.count("("):
        name = _name(name[:-1])
    if name.count("(") != name.count(")"):
        return
    pair = _PAIR.match(name)
    if pair and _JAPANESE.search(pair["japanese"]) and not _JAPANESE.search(pair["latin"]):
        yield _name(pair["japanese"])
        yield _name(pair["latin"])
    elif name:
        yield name


def _name(text: str) -> str:
    text = _BORN.sub("", text)
    return tidy(text.replace("\u202b", "").replace("\u202c", "")).strip(" 、,;:")
