"""Numbers of passports and identity documents in the Japanese list, several in a cell.

A cell mixes numbers with labels, countries, dates and remarks. What is not one number for
sure once these are taken away is left out: part of a number would be that of somebody else.
The list prints some numbers for two parties; such a number counts for nothing in matching.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sanctions_data.lists.common.entry import Identifier, tidy
from sanctions_data.lists.common.words import load_words
from sanctions_data.lists.jp_mof.entry_text import (
    japanese_country,
    plain,
    split_outside_brackets,
    without_dates,
)

COLUMNS = load_words(__file__)["identifiers"]
# What may stand between the country and the number. Citizens of Russia have an inner
# passport (国民旅券), which is their identity document.
_DOCUMENTS = {
    "passport": r"(?:外交|公用|海外渡航|外国人旅行)?(?:旅券|渡航文書|渡航証明書)?",
    "national_id": r"(?:国民旅券|(?:国民|連邦|個人)?(?:ID ?(?:カード)?|身分証|識別|身分登録)?)",
}
_LABELS = {
    kind: re.compile(rf"(?P<country>.*?) ?{document}(?: ?番号)*")
    for kind, document in _DOCUMENTS.items()
}
# Documents of other kinds: of drivers, births, citizenship, rations, taxes, soldiers, voters,
# students, residents, foreigners. They are not wanted, so nothing is said of them.
_OTHER_DOCUMENT = re.compile(
    r"免許|出生証明|国籍証明|配給|社会保障|SSN|Fiscal|納税|軍|有権者|学生|その他|住民票|外国人登録|冊子"
)
_FALSE = "偽造"
_COMMA = re.compile(r",(?![A-Z0-9])")  # no number goes on behind it
_MARK = re.compile(r"\([a-z]\)")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_JAPANESE = r"[\u3040-\u30ff\u4e00-\u9fff]"
_LABELLED = re.compile(
    rf"(?P<label>(?:{_JAPANESE}|[: ]|ID(?![A-Z0-9/-]))*)"
    r"(?P<number>[A-Z0-9]+(?: ?[-/] ?[A-Z0-9]+| [A-Z0-9]+)*)(?: ?号)?"
)
_LIKE_A_NUMBER = re.compile(r"(?=[A-Z/-]*\d)[A-Z0-9][A-Z0-9/-]{3,}[A-Z0-9]")
_CHECK_DIGIT = re.compile(r"[A-Z]?\d{1,3}")
_LIKE_A_DAY = re.compile(
    r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    r"|(?:19|20)\d\d(?:[-/ ]\d{1,4}){1,2}|(?:\d{1,2}[-/ ]){1,2}(?:19|20)\d\d"
)
_WORD = re.compile(r"\b[A-Z]{3,}\b")


def numbers(printed: object, kind: str) -> tuple[list[Identifier], list[str]]:
    """The numbers in a cell, and the parts of it that were left out for want of clearness.

    Args:
        printed: the cell.
        kind: ``passport`` or ``national_id``, by the column.

    Example:
        >>> numbers("(a)パキスタン旅券：AB-1234（2008年失効） (b)G123456(7)", "passport")
        ([Identifier(type='passport', value='AB-1234', country='PK', currency='')], ['G123456(7)'])
    """
    # A long vowel stands where a hyphen is meant.
    text = re.sub(r"(?<=[A-Z])ー(?=\d)", "-", plain(printed)).replace("又は", ";")
    found: dict[Identifier, None] = {}
    left_out = []
    for part in _MARK.split(text):
        printed_here = list(_read(part, kind))
        clear = [each for each in printed_here if each]
        if len(clear) == len(printed_here):
            found.update(dict.fromkeys(clear))
        else:
            left_out.append(tidy(part))
    return [each for each in found if not any(each.value in part for part in left_out)], left_out


def _read(part: str, kind: str) -> Iterator[Identifier | None]:
    """The numbers in a part of a cell; None for each that is not clear."""
    label = ""  # it may stand in the line before the number
    for piece in split_outside_brackets(_COMMA.sub("、", part), "、;。\n"):
        bare, brackets = _without_brackets(piece)
        before, label = label, ""
        if _OTHER_DOCUMENT.search(bare) or _FALSE in piece:
            continue
        if re.search(r"\d", bare) or any(map(_LIKE_A_NUMBER.search, brackets)):
            yield _identifier(f"{before} {bare}", brackets, kind)
        elif _country(bare, kind) is not None:
            label = bare


def _without_brackets(piece: str) -> tuple[str, list[str]]:
    """A piece without dates and what stands in brackets, and what does, without dates."""
    brackets: list[str] = []
    while match := _BRACKETS.search(piece):
        brackets.append(tidy(without_dates(match[1])))
        piece = f"{piece[: match.start()]} {piece[match.end() :]}"
    return tidy(without_dates(piece)), brackets


def _identifier(text: str, brackets: list[str], kind: str) -> Identifier | None:
    match = _LABELLED.fullmatch(text.strip())
    if match is None:
        return None
    value = re.sub(r" ?([-/]) ?", r"\1", match["number"])
    country = _country(match["label"], kind)
    is_whole = not any(_CHECK_DIGIT.fullmatch(b) or _LIKE_A_NUMBER.search(b) for b in brackets)
    if country is None or not is_whole or not _is_plausible(value):
        return None
    behind = (code for text in brackets if (code := _country(text, kind)))
    return Identifier(kind, value, country or next(behind, ""))


def _country(label: str, kind: str) -> str | None:
    """Code of the country in a label, empty if there is none; None if it says something else."""
    match = _LABELS[kind].fullmatch(tidy(label.replace(":", " ")))
    printed = match["country"] if match else label
    return japanese_country(printed) or (None if printed else "")


def _is_plausible(value: str) -> bool:
    """Whether the text is one number: not two, not a day, not a word, and not too short."""
    long = [group for group in value.split(" ") if len(group) >= 5]
    return (
        5 <= len(value) <= 20
        and len(long) <= 1
        and bool(re.search(r"\d", value))
        and not _LIKE_A_DAY.fullmatch(value)
        and not _WORD.search(value)
    )
