"""Reader of China's unreliable-entity list and export-control list, both of its commerce ministry.

Either list is the sum of announcements, each of which names companies in its text or in an annex
and says what they are under. Some announcements were suspended or stopped later: ``changes.toml``.
Nobody is taken off for not being in the announcements at hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from sanctions_data.lists.cn_mfa.announcements import FILE, Announcement, announcements
from sanctions_data.lists.cn_mfa.clauses import measures
from sanctions_data.lists.cn_mfa.join_entries import JoinedEntries
from sanctions_data.lists.cn_mfa.parties import Party, parties_in
from sanctions_data.lists.common.checked_read import checked_read
from sanctions_data.lists.common.entry import (
    Entry,
    ListFile,
    ListFormat,
    StatedMeasure,
    Term,
    tidy,
)
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.words import read_toml

URL = "https://www.mofcom.gov.cn/zwgk/zcfb/"
ENTITIES, EXPORTS = "unreliable-entity-list", "import-export-control-list"
_LISTS = {ENTITIES: "不可靠实体清单", EXPORTS: "出口管制管控名单"}
_ACTS = {
    ENTITIES: "Announcement No. {number} of {year} of the Unreliable Entity List Mechanism",
    EXPORTS: "Announcement No. {number} of {year} of the Ministry of Commerce",
}
_CHANGES = {each["announcement"]: each for each in read_toml(__file__, "changes.toml")["changes"]}
_ADDED = re.compile(r"决定[^。]*?将(?P<names>[^。]*?)列入不可靠实体清单")
_NUMBERED = re.compile(r"^\s*(?:\d+\s*\.|-)\s*\S.*$", re.MULTILINE)
_BETWEEN = re.compile(r"(?<=[）)])(?:、|和|等\d*家?\S*$)|(?<=集团)、|(?<=公司)、")
_BEFORE = re.compile(r"^(?:参与\S*?军售的)?(?:美国)?")
_BRANCHES = re.compile(r"及其分支机构$")


@checked_read("name")
def read(folder: Path, report: ReadReport) -> Iterator[Entry]:
    """Yield the parties of the announcements in ``folder``; what is wrong goes into ``report``.

    Example:
        >>> report = ReadReport("cn-mofcom")
        >>> list(read(Path("no-such-folder"), report)), len(report.errors)
        ([], 1)
    """
    joined = JoinedEntries()
    for announcement in announcements(folder, tuple(_LISTS), report):
        kind = announcement.folder
        if kind == ENTITIES and not _ADDED.search(announcement.text):
            continue  # It opens an inquiry, and adds nobody to the list.
        act, programme = announcement.act(_ACTS[kind]), Term("list", _LISTS[kind])
        imposed = [Term(kind, each) for each in measures(announcement.text).get("any", [])]
        named = list(_parties(announcement))
        if not named:
            report.odd(announcement.key, "found no party; the announcement was left out")
        for party in named:
            stated = [_stated(term, act.in_force_on, act.number, announcement) for term in imposed]
            joined.add(party, act, announcement.key, programme, stated)
    yield from joined.entries()


def _stated(
    term: Term, start: date | None, number: str, announcement: Announcement
) -> StatedMeasure:
    """A measure of an announcement, as far as it was not suspended or stopped since."""
    measure = StatedMeasure(term, start, act=number)
    change = _CHANGES.get(announcement.key)
    if change is None:
        return measure
    return replace(measure, end=change["from"], is_suspended=change["is"] == "suspended")


def _parties(announcement: Announcement) -> Iterator[Party]:
    """The parties of a numbered annex, or else those that the text names in a row."""
    lines = _NUMBERED.findall(announcement.text)
    if not lines and (match := _ADDED.search(announcement.text)):
        lines = [_BEFORE.sub("", part) for part in _BETWEEN.split(tidy(match["names"]))]
    for line in filter(None, lines):
        yield from parties_in(_BRANCHES.sub("", line.strip()), "organisation")


FORMAT = ListFormat(
    "cn-mofcom",
    (ListFile(FILE, URL, is_served=False),),
    read,
    has_many_programmes=True,
    is_ever_whole=False,
)
