"""Dates, names and countries as the Japanese list writes them.

Full-width digits and brackets are read as the plain ones (Unicode form NFKC).
"""

from __future__ import annotations

import gettext
import re
import unicodedata
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache

import pycountry

from sanctions_data.lists.common.entry import tidy
from sanctions_data.lists.common.partial_dates import parse_partial
from sanctions_data.lists.common.words import load_words, read_toml

_ERAS = {
    name: (era["begins"], era.get("ends", date.max))
    for name, era in read_toml(__file__, "eras.toml").items()
}
_DATE = re.compile(
    rf"(?<!\d)(?P<era>{'|'.join(_ERAS)})?\s*(?P<year>\d{{1,4}}|元)\s*年"
    r"(?:\s*(?P<month>\d{1,2})\s*月(?:\s*(?P<day>\d{1,2})\s*日)?)?"
)
_WITH_POINTS = re.compile(r"^(\d{4})[./](\d{1,2})[./](\d{1,2})(?!\d)")
_SERIAL_NUMBERS = range(3000, 80000)
_DAY_ZERO = date(1899, 12, 30)
_RANGE = re.compile(r"から|[~〜\-–−ー―]|の間")


def plain(value: object) -> str:
    """A cell as text in plain characters, line breaks kept.

    Example:
        >>> plain("令和４年（２０２２年）")
        '令和4年(2022年)'
    """
    return unicodedata.normalize("NFKC", str(value)) if value is not None else ""


def first_day(value: object) -> date | None:
    r"""The day with which a cell begins; amendments may follow on further lines.

    Example:
        >>> first_day("2022.3.1\n2023.1.4改訂"), first_day("令和元年５月１日"), first_day(44621)
        (datetime.date(2022, 3, 1), datetime.date(2019, 5, 1), datetime.date(2022, 3, 1))
        >>> first_day("平成31年5月1日") is None, first_day("2022.13.1") is None
        (True, True)
    """
    if serial := _from_number(value):
        return serial
    text = plain(value).strip()
    if match := _WITH_POINTS.match(text):
        printed = "-".join(part.zfill(2) for part in match.groups())
    elif match := _DATE.match(text):
        printed = _partial(match)
    else:
        return None
    return date.fromisoformat(parse_partial(printed)) if len(parse_partial(printed)) == 10 else None


def birth_dates(value: object) -> Iterator[str]:
    """Yield the partial ISO dates that a cell gives; of a range only its years.

    Example:
        >>> list(birth_dates("(a)1964年3月1日又は(b)昭和40年4月"))
        ['1964-03-01', '1965-04']
        >>> list(birth_dates("1955年-1958年頃"))
        ['1955', '1958']
    """
    if serial := _from_number(value):
        yield serial.isoformat()
        return
    text = plain(value)
    is_range = bool(_RANGE.search(text))
    if match := _WITH_POINTS.match(text.strip()):
        found = [parse_partial("-".join(part.zfill(2) for part in match.groups()))]
    elif re.fullmatch(r"(?:18|19|20)\d\d", text.strip()):
        found = [text.strip()]
    else:
        found = [parse_partial(_partial(match)) for match in _DATE.finditer(text)]
    yield from dict.fromkeys(day[:4] if is_range else day for day in found if day)


def without_dates(text: str) -> str:
    """A text with a blank in place of every date.

    Example:
        >>> without_dates("2008年3月1日発行")
        ' 発行'
    """
    return _DATE.sub(" ", text)


def _from_number(value: object) -> date | None:
    """Excel keeps a day as a number, and some cells lack the format that shows it as one."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return _DAY_ZERO + timedelta(days=value) if value in _SERIAL_NUMBERS else None


def _partial(match: re.Match[str]) -> str:
    """The partial ISO date of a match; empty where the era does not have that year or day."""
    year = 1 if match["year"] == "元" else int(match["year"])
    if era := match["era"]:
        begins, ends = _ERAS[era]
        year += begins.year - 1
    elif year < 1000:
        return ""
    printed = f"{year:04}"
    if match["month"]:
        printed += f"-{int(match['month']):02}"
    if match["day"]:
        printed += f"-{int(match['day']):02}"
    if era and not begins.isoformat()[: len(printed)] <= printed <= ends.isoformat():
        return ""
    return printed


_OTHER_COUNTRIES = load_words(__file__)["countries"]


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    translation = gettext.translation(
        "iso3166-1", pycountry.LOCALES_DIR, languages=["ja"], fallback=True
    )
    names = {plain(translation.gettext(c.name)): str(c.alpha_2) for c in pycountry.countries}
    return {**names, **_OTHER_COUNTRIES}


def japanese_country(printed: str) -> str:
    """ISO code of a country in Japanese; empty where the text is not the name of one.

    Example:
        >>> japanese_country("北朝鮮"), japanese_country("ルワンダ共和国"), japanese_country("不明")
        ('KP', 'RW', '')
    """
    name = plain(printed).strip()
    names = _countries()
    return (
        names.get(name)
        or names.get(name.removesuffix("共和国"))
        or names.get(name.removesuffix("国"), "")
    )


def parts(text: str) -> list[str]:
    """A cell in its numbered parts ``(a) … (b) …``, or split at Japanese commas and lines."""
    found = re.split(r"\([a-z]{1,2}\)|[、;\n]", plain(text))
    return [part for part in (tidy(part) for part in found) if part]


def split_outside_brackets(text: str, separators: str) -> Iterator[str]:
    """Split at any of the separators, but not inside brackets.

    Example:
        >>> list(split_outside_brackets("ア、イ(ウ、エ)", "、"))
        ['ア', 'イ(ウ、エ)']
    """
    line, depth = "", 0
    for character in text:
        depth = max(0, depth + (character == "(") - (character == ")"))
        if character in separators and depth == 0:
            yield line
            line = ""
        else:
            line += character
    yield line
