"""Resolution: which listings are one party, and why."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sanctions_data.resolution.clusters import Cluster, join_profiles
from sanctions_data.resolution.decisions import apply_decisions, drop_if_empty, refusals
from sanctions_data.resolution.evidence import Evidence
from sanctions_data.resolution.links import Link, find_links
from sanctions_data.resolution.merge_entities import merge_entities, target_of
from sanctions_data.resolution.profiles import CURATED, Profile, build_profiles
from sanctions_data.resolution.take_apart import take_apart
from sanctions_data.resolution.weigh_evidence import EvidenceWeigher
from sanctions_data.schema import MEASURE_TABLES
from sanctions_data.tables.store import Store

_Step = tuple[Profile, Profile, Link]
"""A profile, the one that it is reached from, and the link between them."""


def resolve(store: Store, known: Collection[str] | None = None) -> int:
    """Match the listings of all lists to parties, in the tables of ``store``.

    Decisions are carried out first; then entities that the evidence shows to be one are
    merged, and each listing's match is written to ``matches``. An entity is taken apart only
    by a decision, or where its lists came to contradict each other. Doing it twice changes
    nothing the second time.

    Args:
        store: all tables, with every list merged.
        known: ids that were there before; of two entities merged these stay findable. All
            of them if left out.

    Returns:
        How many entities were merged into another.
    """
    if known is None:
        known = {row["entity_id"] for row in store.rows("entities")}
    left = apply_decisions(store)
    refused = refusals(store)
    every, links = _weigh(store)
    if apart := take_apart(store, every, links, refused):
        left |= apart
        every, links = _weigh(store)
    parties = join_profiles(every, links, refused)
    day = newest_day(store)
    winner_of: dict[str, str] = {}
    for party in parties:
        if len(party.entities) > 1 or party.entities & left:
            root = _choose_root(store, party, known)
            winner_of |= dict.fromkeys(sorted(party.entities - {root.entity_id}), root.entity_id)
            _write_matches(store, root, party, day)
    merge_entities(store, winner_of, known)
    _follow_merges(store)
    for entity_id in left:
        drop_if_empty(store, entity_id, known)
    return len(winner_of)


def _weigh(store: Store) -> tuple[list[Profile], list[Link]]:
    profiles = build_profiles(store)
    return profiles, find_links(profiles, EvidenceWeigher(profiles))


def _choose_root(store: Store, party: Cluster, known: Collection[str]) -> Profile:
    """The profile whose entity the others are merged into.

    One that contributors keep comes first, then one whose id somebody may have used, then the
    one that was read first, then that of the entity with most listings.
    """
    listings: dict[str, int] = {}
    for profile in party.profiles:
        count = listings.get(profile.entity_id, 0)
        listings[profile.entity_id] = count + len(profile.listings)
    first = {
        entity: min(p.first_seen or "9999" for p in party.profiles if p.entity_id == entity)
        for entity in listings
    }
    kept = {p.entity_id for p in party.profiles if p.list_id == CURATED}

    def rank(profile: Profile) -> tuple[object, ...]:
        entity_id = profile.entity_id
        row = store.get("listings", min(profile.listings)) if profile.listings else None
        founded = profile.list_id == CURATED or (row or {}).get("matched_by") == "own_listing"
        return (
            entity_id not in kept, entity_id not in known, first[entity_id],
            -listings[entity_id], entity_id,
            profile.list_id != CURATED, not founded, profile.key,
        )  # fmt: skip

    return min(party.profiles, key=rank)


def _write_matches(store: Store, root: Profile, party: Cluster, day: str) -> None:
    """Write the strongest links that lead from the root to every other profile.

    What a decision or a reference put beside the root needs no link, and leads on as well. What
    no link leads to came with its entity, which was joined by the link of another profile.
    """
    reached, steps = {id(root)}, list[_Step]()
    for start in ((), (each for each in party.profiles if each.entity_id == root.entity_id)):
        reached.update(map(id, start))
        steps += _walk_links(party, reached)
    joined = {new.entity_id: (old, link) for new, old, link in reversed(steps)}
    steps += [
        (profile, *joined[profile.entity_id])
        for profile in party.profiles
        if id(profile) not in reached and profile.entity_id in joined
    ]
    for new, old, link in steps:
        beside = min(old.listings, default="")
        for listing_id in new.listings:
            write_match(store, listing_id, root.entity_id, link.evidence, beside, day)


def _walk_links(party: Cluster, reached: set[int]) -> Iterator[_Step]:
    """Each profile that links lead to, and how."""
    waiting = sorted(party.links, key=lambda link: link.rank)
    while link := next((each for each in waiting if _leads_on(each, reached)), None):
        new, old = (link.other, link.one) if id(link.one) in reached else (link.one, link.other)
        reached.add(id(new))
        waiting.remove(link)
        yield new, old, link


def _leads_on(link: Link, reached: set[int]) -> bool:
    return (id(link.one) in reached) != (id(link.other) in reached)


def write_match(
    store: Store, listing_id: str, entity_id: str, evidence: Evidence, beside: str, day: str
) -> None:
    """Say of a listing why it is one of a party; a decision needs no other reason.

    Args:
        store: all tables.
        listing_id: the listing.
        entity_id: the party.
        evidence: why.
        beside: the listing with which it was matched; may be empty.
        day: the day of the newest snapshot that is known.
    """
    listing = store.get("listings", listing_id)
    if listing is None or listing["matched_by"] == "decision":
        return
    listing["matched_by"] = evidence.rule
    match = {
        "listing_id": listing_id,
        "entity_id": entity_id,
        "rule": evidence.rule,
        "matched_listing_id": beside,
        "matched_value": "; ".join(evidence.values),
        "score": str(evidence.score),
    }
    known = store.get("matches", listing_id)
    if known is None or {**known, **match} != known:
        store.put("matches", {**match, "matched_on": day})


def _follow_merges(store: Store) -> None:
    """Let measures and matches stand under the entity of their listing, merged ones followed."""
    entity_of = {}
    for row in store.rows("listings"):
        row["entity_id"] = target_of(store, row["entity_id"])
        entity_of[row["listing_id"]] = row["entity_id"]
    for table in (*MEASURE_TABLES, "matches"):
        for row in store.rows(table):
            row["entity_id"] = entity_of.get(row["listing_id"], row["entity_id"])


def newest_day(store: Store) -> str:
    """The day of the newest snapshot that was read: the match is the knowledge of that day."""
    read = (row for row in store.rows("sources") if row["kind"] == "list_snapshot")
    return max((row["published_on"] for row in read if row["sha256"]), default="")
