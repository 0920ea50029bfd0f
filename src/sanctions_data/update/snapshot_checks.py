"""What must hold before a snapshot is merged: each check refuses the list alone.

A check says what it saw in words, whether or not it passed, so that ``--explain`` can show it.
Whoever has looked may pass over those that failed, with a reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sanctions_data.lists import ReadReport
from sanctions_data.lists.common.entry import FACTS
from sanctions_data.tables.store import Row
from sanctions_data.update.identity import Assigned
from sanctions_data.update.richness import FEW, Richness
from sanctions_data.update.sources import Snapshot, had_end_mark, last_stated_day

# The share of the listings that may be gone at once; of a list that is known to lack entries,
# so few must be there.
MOST_GONE, MOST_GONE_OF_INCOMPLETE = 0.2, 0.8
# The share of the references that may stand for another party at once.
MOST_STRANGERS = 0.05
# The share of the facts of parties that are still there which may be taken back at once.
MOST_LOST = 0.2
# Fewer known entries than these may be gone by chance where all others are there.
FEWEST = 3
# The share of the entries which side files name that the main file may lack.
MOST_MISSING = 0.01
# How many days a file may be older than the day on which it was taken.
OLDEST = 60
_NAMED = 5


class RefusedError(ValueError):
    """A snapshot does not look like the next state of its list."""


@dataclass(frozen=True, slots=True)
class Check:
    """A check: what it is about, what it saw, and what is wrong, if anything."""

    title: str
    saw: str
    problem: str = ""


@dataclass(frozen=True)
class Findings:
    """What the checks look at.

    ``listed`` are the open listings that were known, ``gone`` those that no entry is, in the
    order of their references; ``refs`` the references of the entries. ``ending`` is the number
    of measures that would end although their listing is still there, of ``measures``.
    """

    snapshot: Snapshot
    report: ReadReport
    entries: int
    refs: frozenset[str]
    listed: list[Row]
    gone: list[Row]
    assigned: Assigned
    richness: Richness
    measures: int
    ending: int
    earlier: list[Row]
    newest_day: str = ""


def checks(found: Findings) -> Iterator[Check]:
    """Every check with what it saw."""
    yield _gone(found)
    yield _strangers(found)
    yield from _lost(found)
    yield from _days(found)
    yield from _whole(found)


def refuse(found: Findings, every: Iterable[Check]) -> None:
    """Raise an error that names all checks which failed, unless they are passed over.

    Raises:
        RefusedError: with the way on.
    """
    problems = [check.problem for check in every if check.problem]
    if problems and not found.snapshot.accepted:
        listed = "\n".join(f"  {problem}" for problem in problems)
        raise RefusedError(
            f"{found.snapshot.list_id} was not imported: {found.snapshot.source_id} does not look "
            f"like the next state of the list\n{listed}\n"
            f"  look with: sanctions-data update --explain {found.snapshot.list_id}; if the file "
            f"is right: sanctions-data update {found.snapshot.list_id} --accept REASON"
        )


def _gone(found: Findings) -> Check:
    gone, listed = len(found.gone), len(found.listed)
    most = MOST_GONE if found.snapshot.is_complete else MOST_GONE_OF_INCOMPLETE
    saw = f"{gone:,} of {listed:,} known entries are not in the file ({_share(gone, listed)})"
    problem = ""
    if not found.entries:
        problem = "it has no entry"
    elif gone > max(1, listed * most):
        problem = (
            f"{saw}, at most {most:.0%} may be: it is cut off, another layout, or numbered anew; "
            f"such as {_names(row['entry_ref'] for row in found.gone)}"
        )
    return Check("known entries that are gone", saw, problem)


def _strangers(found: Findings) -> Check:
    strangers, moved = found.assigned.strangers, len(found.assigned.moved)
    saw = f"{len(strangers):,} references stand for another party, {moved:,} entries have another"
    pairs = _names((f"{ref} was {was!r}, is {now!r}" for ref, was, now in strangers), "; ")
    there = len(found.listed) - len(found.gone) + len(strangers)
    has_many = len(strangers) > max(1, there * MOST_STRANGERS)
    problem = ""
    if has_many and not found.snapshot.renumbers:
        problem = (
            f"{len(strangers):,} of {there:,} references stand for a party with no word of a name "
            f"and no number of the old one ({_share(len(strangers), there)}), at most "
            f"{MOST_STRANGERS:.0%} may: the list was numbered anew; {pairs}"
        )
    return Check("references that stand for another party", f"{saw}; {pairs}".rstrip("; "), problem)


def _lost(found: Findings) -> Iterator[Check]:
    gone = found.richness.gone()
    known = found.richness.total(("names", *FACTS))
    counts = [(code, FACTS.get(code, code), gone[code], known[code]) for code in sorted(known)]
    counts.append(("measures", "measures", found.ending, found.measures))
    for _, title, lost, all_of_them in counts:
        saw = f"{lost:,} of {all_of_them:,} {title} of entries that are there would go"
        problem = ""
        if lost > all_of_them * MOST_LOST and lost >= FEW:
            problem = (
                f"{saw} ({_share(lost, all_of_them)}), at most {MOST_LOST:.0%} may: the file is "
                "poorer than the last one, or written anew"
            )
        yield Check(f"{title} that would be lost", saw, problem)


def _days(found: Findings) -> Iterator[Check]:
    snapshot = found.snapshot
    stated, taken = snapshot.stated_day, snapshot.taken_on
    last = last_stated_day(found.earlier)
    saw = f"the file says {stated or 'nothing'}, it was taken on {taken}, the last one is of " + (
        last or "no day: it is the first"
    )
    problem = ""
    if stated and (stated - taken).days > 1:
        problem = f"the file is of {stated}, which is after {taken}, the day of its folder"
    elif stated and last and stated.isoformat() < last:
        problem = f"the file is of {stated}, which is before {last}, the day of the last import"
    elif stated and (taken - stated).days > OLDEST:
        problem = f"the file is of {stated}, {(taken - stated).days} days before it was taken"
    yield Check("the day of the file", saw, problem)
    younger = [row for row in found.listed if row["listed_on"] > found.newest_day]
    days_ahead = sum(row["listed_precision"] == "day" for row in younger)
    gone = {row["listing_id"] for row in found.gone}
    all_gone = bool(younger) and all(row["listing_id"] in gone for row in younger)
    newest = found.newest_day or "no day"
    saw = f"the newest entry of the file is of {newest}, {days_ahead:,} known entries are younger"
    problem = ""
    if found.newest_day and days_ahead >= FEWEST and all_gone:
        problem = f"{saw} and all of them are gone: it is an older file under a newer name"
    yield Check("the newest entry", saw, problem)


def _whole(found: Findings) -> Iterator[Check]:
    snapshot, report = found.snapshot, found.report
    for name, (named, missing) in sorted(report.side.items()):
        saw = f"{name} names {named:,} entries, {missing:,} of them are not in the main file"
        is_cut = missing > named * MOST_MISSING and missing > 1
        yield Check("side files", saw, f"{saw}: the main file is cut off" if is_cut else "")
    if (stated := snapshot.stated_entries) is not None:
        there = found.entries + len(report.left_out.keys() - found.refs)
        saw = f"the file says that it has {stated:,} entries, {there:,} were found"
        yield Check("the number of entries", saw, saw if there < stated else "")
    yield _end(found)
    saw = f"{len(report.odd_entries):,} entries were read in part or not at all"
    yield Check("entries that were not understood", saw)


def _end(found: Findings) -> Check:
    """Files whose references grow end early if the highest known ones are gone."""
    numbers = [int(ref) for ref in found.refs if ref.isdecimal()]
    highest = max(numbers, default=0) if len(numbers) == len(found.refs) else 0
    beyond = [
        row
        for row in found.gone
        if highest and row["entry_ref"].isdecimal() and int(row["entry_ref"]) > highest
    ]
    marks = found.snapshot.end_marks
    had_mark = any(had_end_mark(row) for row in found.earlier[:1])
    lost_mark = bool(marks) and not all(marks.values()) and (had_mark or any(marks.values()))
    saw = f"{len(beyond):,} known entries come after the last one of the file"
    if lost_mark:
        saw += ", and the mark with which the publisher ends a file is missing"
    is_cut = len(beyond) >= FEWEST or (lost_mark and bool(beyond))
    return Check("the end of the file", saw, f"{saw}: it is cut off" if is_cut else "")


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "0 %"


def _names(names: Iterable[str], between: str = ", ") -> str:
    every = list(names)
    rest = f"{between}… and {len(every) - _NAMED:,} more" if len(every) > _NAMED else ""
    return between.join(every[:_NAMED]) + rest
