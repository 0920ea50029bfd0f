"""The measures that an announcement states, and upon whom.

They are numbered clauses, between "the following measures" and the sentence that says from when
they bind. Each is known by a phrase (``words.toml``), as the words around it change from one
announcement to the next. A clause without a known phrase is yielded whole, to be asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sanctions_data.lists.common.entry import tidy
from sanctions_data.lists.common.words import read_toml

EVERYBODY, ORGANISATIONS, PERSONS = "any", "organisation", "person"
_WORDS = read_toml(__file__, "clauses.toml")
_PHRASES: list[str] = _WORDS["phrases"]
_HEADERS: list[str] = _WORDS["no-measures"]

_BODY = re.compile(r"措施[：:](?P<body>.*?)(?=本决定自|本公告未尽|本公告自|$)", re.DOTALL)
_CLAUSE = re.compile(r"^\s*[一二三四五六七八九十]、", re.MULTILINE)
# Upon whom a clause lays its measures: those whom it names, not "the said person".
_ADDRESSED = re.compile(r"对(?!其|上述|高级管理人员)")
_PERSONS = re.compile(r"高级管理人员|个人[：:]|人员，")
_ENDS = re.compile(r"(?<=[；;。：:])|\n")


def measures(text: str) -> dict[str, list[str]]:
    r"""The phrases of the measures of an announcement, by whom they are laid upon.

    Returns:
        For ``organisation`` and ``person``, or for ``any`` where it does not tell them apart, each
        phrase once.

    Example:
        >>> measures("采取以下措施：\n一、冻结财产；\n二、对其不予签发签证、不准入境。")
        {'any': ['冻结', '不予签发签证、不准入境']}
    """
    body = _BODY.search(text)
    found: dict[str, list[str]] = {}
    for clause in _clauses(body["body"] if body else ""):
        upon = EVERYBODY
        if _ADDRESSED.match(clause):
            upon = PERSONS if _PERSONS.search(clause) else ORGANISATIONS
        found.setdefault(upon, []).extend(_phrases(clause))
    return {upon: list(dict.fromkeys(phrases)) for upon, phrases in found.items()}


def is_of_persons(text: str) -> bool:
    """Whether an announcement that names one kind of party alone names persons.

    Example:
        >>> is_of_persons("采取以下措施：三、对其本人不予签发签证")
        True
    """
    return "其本人" in text or "对其不予签发签证" in text


def _clauses(body: str) -> Iterator[str]:
    if body.lstrip().startswith("（一）"):
        # A list of its own inside the first part; what the other parts say is not imposed.
        body = re.split(r"^\s*二、", body, maxsplit=1, flags=re.MULTILINE)[0]
    yield from filter(None, (part.strip() for part in _CLAUSE.split(body)))


def _phrases(clause: str) -> Iterator[str]:
    for part in filter(None, (tidy(each) for each in _ENDS.split(clause))):
        known = next((phrase for phrase in _PHRASES if phrase in part), "")
        if known:
            yield known
        elif part[-1] not in "：:" and not any(word in part for word in _HEADERS):
            yield re.sub(r"^（[一二三四五六七八九十]）", "", part).rstrip("；;。")
