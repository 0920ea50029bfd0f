"""How well parties are matched when references or numbers are held back.

Every listing is made a party of its own again, one kind of evidence is switched off, and the
rest of the rules must find the parties that this evidence shows.

    python benchmarks/bench_matching.py [folder with the tables]
"""

from __future__ import annotations

import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations
from pathlib import Path

from sanctions_data.resolution.clusters import join_profiles
from sanctions_data.resolution.conflicts import are_years_apart
from sanctions_data.resolution.links import find_links
from sanctions_data.resolution.profiles import CURATED, Profile, build_profiles
from sanctions_data.resolution.weigh_evidence import EvidenceWeigher
from sanctions_data.tables.store import Store

DATA = Path(__file__).parents[1] / "data"
Key = tuple[str, str]
LINE = "{:<16} {:<14} {:<18} {:>7} {:>7} {:>7} {:>6} {:>10} {:>8}"


def matched(alone: list[Profile], held_back: Iterable[str]) -> dict[Key, int]:
    """The number of the party of every profile."""
    found = find_links(alone, EvidenceWeigher(alone, ignore=held_back))
    parties = join_profiles(alone, found, frozenset())
    return {
        profile.key: number for number, party in enumerate(parties) for profile in party.profiles
    }


def measure(alone: list[Profile], truth: str, held_back: tuple[str, ...]) -> None:
    """Print precision and recall against the pairs that share a number of the kind ``truth``."""
    party = matched(alone, held_back)
    of = {p.key: {n for n in p.numbers if n[0] == truth} for p in alone}
    # Two entries of one list that are one party by such a number are not to be told apart here.
    known = [p for p in alone if of[p.key] and len(p.listings) == 1]
    shared: Counter[tuple[str, str]] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    wrong: Counter[tuple[str, str]] = Counter()
    mistakes = []
    blocks: dict[object, list[Profile]] = defaultdict(list)
    for profile in known:
        blocks[party[profile.key]].append(profile)
        for number in of[profile.key]:
            blocks[number].append(profile)
    seen = set()
    for block in blocks.values():
        for one, other in combinations(sorted(block, key=lambda p: p.key), 2):
            if one.list_id == other.list_id or (one.key, other.key) in seen:
                continue
            seen.add((one.key, other.key))
            is_one, is_joined = of[one.key] & of[other.key], party[one.key] == party[other.key]
            lists = f"{one.list_id.split('-')[0]}-{other.list_id.split('-')[0]}"
            groups = [(one.kind, "all"), (one.kind, lists)]
            if one.births and other.births:
                groups.append((one.kind, "both with births"))
            for group in groups:
                shared[group] += bool(is_one)
                found[group] += bool(is_one and is_joined)
                wrong[group] += bool(is_joined and not is_one)
            if is_joined and not is_one:
                mistakes.append((one, other))
    for group in sorted(shared):
        right = found[group]
        # A party has one reference, but may have many numbers, of which lists print some.
        joined = right + wrong[group] if truth == "un_reference" else 0
        precision = f"{right / joined:.4f}" if joined else "-"
        recall = f"{right / shared[group]:.3f}" if shared[group] else "-"
        print(LINE.format(truth, *group, shared[group], right, shared[group] - right,
                          wrong[group], precision, recall))  # fmt: skip
    for one, other in mistakes if truth == "un_reference" else ():
        print(f"  joined against the {truth}: {one.key} {other.key}")


def namesakes(alone: list[Profile]) -> None:
    """Print how often names that are matched without birth dates have dates that speak against it.

    Of every pair one side is made to print no date, and what the others print decides whether
    the name is one of several persons.
    """
    persons = [p for p in alone if p.kind == "person"]
    blind = [replace(p, births=set()) for p in persons]
    births = {p.key: p for p in persons}
    by_name: dict[str, list[Profile]] = defaultdict(list)
    for person in persons:
        for name in person.names if person.years else ():
            by_name[name].append(person)
    counts: dict[tuple[str, int], Counter[str]] = defaultdict(Counter)
    for link in find_links(blind, EvidenceWeigher(blind, ignore=("un_reference",))):
        one, other = births[link.one.key], births[link.other.key]
        if not (one.years and other.years and link.evidence.rule.startswith("name")):
            continue
        name = link.evidence.values[0]
        for hidden in (one, other):
            left = [p for p in by_name[name] if p is not hidden]
            if any(are_years_apart(a, b) for a, b in combinations(left, 2)):
                continue  # The name is contested, and would not have been matched.
            said = "against" if are_years_apart(one, other) else "agree"
            counts[link.evidence.rule, min(len(name.split()), 4)][said] += 1
    print(f"\n{'names without dates, backed by':<48} {'words':>5} {'agree':>7} {'against':>7}")
    for (rule, words), said in sorted(counts.items()):
        share = said["against"] / said.total()
        print(f"{rule:<48} {words:>5} {said['agree']:>7} {said['against']:>7} {share:>7.2%}")
    against = sum(said["against"] for said in counts.values())
    total = sum(said.total() for said in counts.values())
    print(f"{'all':<48} {'':>5} {total - against:>7} {against:>7} {against / max(total, 1):>7.2%}")


def main() -> None:
    """Measure and print."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DATA
    started = time.perf_counter()
    store = Store.read(folder)
    read = time.perf_counter()
    every = build_profiles(store)
    alone = [
        replace(p, entity_id=f"{p.list_id}/{p.entity_id}") for p in every if p.list_id != CURATED
    ]
    matched(alone, ())
    print(f"read {read - started:.1f} s, matched {len(alone)} listings "
          f"in {time.perf_counter() - read:.1f} s\n")  # fmt: skip
    print(LINE.format("truth", "kind", "lists", "pairs", "found", "missed", "others",
                      "precision", "recall"))  # fmt: skip
    for truth in ("un_reference", "imo_number", "passport", "national_id", "company_number"):
        measure(alone, truth, tuple({truth, "un_reference"}))
    namesakes(alone)


if __name__ == "__main__":
    main()
