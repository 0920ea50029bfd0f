"""What an update did or would do, in words: summary, terms that are asked for, checks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.console import RenderableType

from sanctions_data.lists.common.entry import FACTS
from sanctions_data.query.text_table import plain_table
from sanctions_data.update.run import Result
from sanctions_data.update.sources import Outcome

MOST_CHANGES = 20


def summary(result: Result) -> RenderableType:
    """A table of what was added, changed and ended."""
    table = plain_table("List", "What", "Added", "Changed", "Ended")
    for name, outcome in result.outcomes.items():
        if outcome.is_unchanged:
            table.add_row(name, "unchanged", "", "", "")
            continue
        kinds = sorted({what for what, _ in outcome.counts}, key=lambda w: (w != "listing", w))
        for kind in kinds or ["listing"]:
            counts = (outcome.counts[kind, how] for how in ("added", "changed", "ended"))
            table.add_row(name, kind, *(f"{count:,}" for count in counts))
    return table


def notices(result: Result) -> Iterator[str]:
    """What whoever runs the update should know besides the counts, one line each."""
    for name, outcome in result.outcomes.items():
        for code, title in FACTS.items():
            if count := outcome.kept[code]:
                source = outcome.kept_from.get(code, "earlier snapshots")
                yield f"{name}: {count:,} {title} were kept from {source}"
        if outcome.moved:
            listing, was, now = outcome.moved[0]
            yield (
                f"{name}: {len(outcome.moved):,} entries have another reference, such as "
                f"{listing}: {was} is now {now}"
            )


def asked_terms(result: Result) -> Iterator[str]:
    """The printed terms that need a row in ``source_terms``, one line each."""
    for name, outcome in result.outcomes.items():
        for (field, term, kind), count in sorted(outcome.terms.items()):
            where = f"{field} " if field else ""
            of_kind = f" of kind {kind}" if kind else ""
            yield (
                f"{name}: what does {where}{term!r} mean? {count:,} parties{of_kind} bear it: add "
                "it to data/source_terms.csv, then run the update again"
            )


def as_json(result: Result) -> dict[str, Any]:
    """The result for a program."""
    return {
        "changes": {
            name: {f"{what}.{how}": n for (what, how), n in outcome.counts.items()}
            for name, outcome in result.outcomes.items()
        },
        "unchanged": [name for name, outcome in result.outcomes.items() if outcome.is_unchanged],
        "kept": {
            name: {
                code: {"facts": outcome.kept[code], "from": outcome.kept_from.get(code, "")}
                for code in FACTS
                if outcome.kept[code]
            }
            for name, outcome in result.outcomes.items()
        },
        "renumbered": {
            name: {listing: {"from": was, "to": now} for listing, was, now in outcome.moved}
            for name, outcome in result.outcomes.items()
        },
        "largest": {
            name: {
                listing_id: outcome.stories.get(listing_id, [])
                for listing_id, _ in largest_changes(outcome)
            }
            for name, outcome in result.outcomes.items()
        },
        "terms": [
            {"list": name, "field": field, "term": term, "party_kind": kind, "entries": count}
            for name, outcome in result.outcomes.items()
            for (field, term, kind), count in sorted(outcome.terms.items())
        ],
        "checks": {
            name: [
                {"check": check.title, "saw": check.saw, "problem": check.problem}
                for check in checks
            ]
            for name, checks in result.checks.items()
        },
        "failures": result.failures,
        "issues": result.issues,
        "warnings": result.warnings,
    }


def explanation(result: Result, name: str) -> Iterator[str]:
    """What each check of a list saw, and its largest changes, one line each."""
    yield f"{name}: checks"
    for check in result.checks.get(name, ()):
        yield f"  {'FAILED' if check.problem else 'ok':<7}{check.title}: {check.saw}"
    outcome = result.outcomes.get(name)
    if outcome is not None:
        yield f"{name}: largest changes"
        yield from _largest(outcome)


def largest_changes(outcome: Outcome) -> list[tuple[str, int]]:
    """The listings of which most changed, with how much, the largest first."""
    sizes = sorted(outcome.sizes.items(), key=lambda each: (-each[1], each[0]))
    return [(listing_id, size) for listing_id, size in sizes if size][:MOST_CHANGES]


def _largest(outcome: Outcome) -> Iterator[str]:
    shown = largest_changes(outcome)
    for listing_id, size in shown:
        yield f"  {size:>5,} {listing_id}: {'; '.join(outcome.stories.get(listing_id, ()))}"
    if not shown:
        yield "  none"
