"""Reader of the decisions of China's Foreign Ministry under the Anti-Foreign Sanctions Law.

Each decision is an order of the ministry with a number. It names persons and organisations in
an annex, and lays freezes, bans on dealings and bans on entry upon them. Nobody publishes who is
under them today: the decisions at hand are some of all, and nobody is taken off for not being in
them. The reference is made of the name in Latin letters, or of the Chinese one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from sanctions_data.lists.cn_mfa.announcements import FILE, Announcement, announcements
from sanctions_data.lists.cn_mfa.clauses import EVERYBODY, is_of_persons, measures
from sanctions_data.lists.cn_mfa.join_entries import JoinedEntries
from sanctions_data.lists.cn_mfa.parties import Party, parties_in
from sanctions_data.lists.common.checked_read import checked_read
from sanctions_data.lists.common.entry import Entry, ListFile, ListFormat, StatedMeasure, Term
from sanctions_data.lists.common.read_report import ReadReport

URL = "https://www.mfa.gov.cn/web/wjb_673085/zfxxgk_674865/gknrlb/fzcqdcs/"
ACT = "Order No. {number} of the Ministry of Foreign Affairs of {year}"
_PROGRAMME = Term("law", "反外国制裁法")
_ANNEX = re.compile(r"^\s*反制(?:裁)?清单\s*$", re.MULTILINE)
_GROUP = re.compile(r"[一二三]、(?P<kind>企业|实体|机构|高级管理人员|机构人员)(?:（共.*）)?")
_PERSONS = ("高级管理人员", "机构人员")
_ONE = re.compile(r"决定对(?P<name>[^。，：]+?)采取以下反制(?:裁)?措施")


@checked_read("name")
def read(folder: Path, report: ReadReport) -> Iterator[Entry]:
    """Yield the parties of the decisions in ``folder``; what is wrong goes into ``report``.

    Example:
        >>> report = ReadReport("cn-mfa")
        >>> list(read(Path("no-such-folder"), report)), len(report.errors)
        ([], 1)
    """
    joined = JoinedEntries()
    for announcement in announcements(folder, ("anti-sanction-list",), report):
        act = announcement.act(ACT)
        imposed = measures(announcement.text)
        named = list(_parties(announcement))
        if not named or not imposed:
            what = "no party" if not named else "no measure"
            report.odd(announcement.key, f"found {what}; the decision was left out")
            continue
        for party in named:
            phrases = imposed.get(EVERYBODY, []) + imposed.get(party.kind, [])
            joined.add(
                party,
                act,
                announcement.key,
                _PROGRAMME,
                [
                    StatedMeasure(Term("measure", each), act.in_force_on, act=act.number)
                    for each in phrases
                ],
            )
    yield from joined.entries()


def _parties(announcement: Announcement) -> Iterator[Party]:
    """The parties of the annex; a decision on one person may have none, and names him itself."""
    parts = _ANNEX.split(announcement.text)
    alone = "person" if is_of_persons(announcement.text) else "organisation"
    if len(parts) == 1:
        if match := _ONE.search(announcement.text):
            yield Party(match["name"], "", alone)
        return
    tells_apart = EVERYBODY not in measures(announcement.text)
    kind = "" if tells_apart else alone
    for line in filter(None, map(str.strip, parts[-1].splitlines())):
        if group := _GROUP.fullmatch(line):
            kind = "person" if group["kind"] in _PERSONS else "organisation"
            continue
        for party in parties_in(line, kind):
            yield party if party.kind else Party(party.chinese, party.latin, "organisation")


FORMAT = ListFormat(
    "cn-mfa",
    (ListFile(FILE, URL, is_served=False),),
    read,
    is_ever_whole=False,
)
