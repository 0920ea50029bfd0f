"""Joining profiles into parties along their links, as long as nothing speaks against it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass, field

from sanctions_data.resolution.conflicts import blocks
from sanctions_data.resolution.links import Link, Pair, pair_of, twins_among
from sanctions_data.resolution.profiles import CURATED, Profile

Refusals = Set[tuple[str, str]]


@dataclass
class Cluster:
    """Profiles that are one party, the entities that they came from, and why."""

    profiles: list[Profile]
    entities: set[str]
    links: list[Link] = field(default_factory=list)

    @property
    def is_curated(self) -> bool:
        """Whether contributors keep the party."""
        return any(profile.list_id == CURATED for profile in self.profiles)


def join_profiles(
    profiles: Iterable[Profile], links: Iterable[Link], refused: Refusals
) -> list[Cluster]:
    """The parties that links make of the entities, strongest link first.

    What is one entity already stays one. Two entities are joined only if no profile of the
    one conflicts with any of the other, no list has an entry in both (but the two entries
    of one party that it lists twice), contributors keep at most one of them, and none has
    refused it. What a contributor put into a party is held against nobody: whoever decided
    knew what it prints.

    Args:
        profiles: all profiles.
        links: pairs of them, in the order in which they count.
        refused: pairs of listing and entity that a contributor said are different.
    """
    of: dict[str, Cluster] = {}
    grouped: dict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        grouped[profile.entity_id].append(profile)
    for entity_id, group in grouped.items():
        of[entity_id] = Cluster(group, {entity_id})
    links = list(links)
    twins = twins_among(links)
    for link in links:
        one, other = of[link.one.entity_id], of[link.other.entity_id]
        if one is other:
            one.links.append(link)
        elif _may_join(one, other, link, refused, twins):
            one.profiles += other.profiles
            one.entities |= other.entities
            one.links += [*other.links, link]
            of.update(dict.fromkeys(other.entities, one))
    return list({id(cluster): cluster for cluster in of.values()}.values())


def _may_join(
    one: Cluster, other: Cluster, link: Link, refused: Refusals, twins: Set[Pair]
) -> bool:
    if one.is_curated and other.is_curated:
        return False
    if _has_refused(one, other, refused) or _has_refused(other, one, refused):
        return False
    ours, theirs = ([p for p in each.profiles if not p.is_decided] for each in (one, other))
    pairs = [(a, b) for a in ours for b in theirs]
    rule = link.evidence.rule
    return not any(
        blocks(a, b, rule)
        or (rule != "un_reference" and a.list_id == b.list_id and pair_of(a, b) not in twins)
        for a, b in pairs
    )


def _has_refused(one: Cluster, other: Cluster, refused: Refusals) -> bool:
    listings = (listing for profile in one.profiles for listing in profile.listings)
    return any((listing, entity) in refused for listing in listings for entity in other.entities)
