"""Joining profiles into parties along their links, as long as nothing speaks against it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass, field

from sanctions_data.resolution.conflicts import blocks, find_conflict, has_witness
from sanctions_data.resolution.links import Link, Pair, pair_of, twins_among
from sanctions_data.resolution.profiles import CURATED, Profile

Refusals = Set[tuple[str, str]]


# A list may print several entries with one of these: they are one party all the same.
_OF_ONE_PARTY = ("un_reference", "eu_fsf_number")


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
    profiles: Iterable[Profile],
    links: Iterable[Link],
    refused: Refusals,
    *,
    from_entities: bool = True,
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
        from_entities: False to begin with each profile alone, whatever its entity.
    """
    of: dict[int, Cluster] = {}
    grouped: dict[object, list[Profile]] = defaultdict(list)
    for profile in profiles:
        grouped[profile.entity_id if from_entities else id(profile)].append(profile)
    for group in grouped.values():
        cluster = Cluster(group, {group[0].entity_id})
        of.update((id(profile), cluster) for profile in group)
    links = list(links)
    twins = twins_among(links)
    for link in links:
        one, other = of[id(link.one)], of[id(link.other)]
        if one is other:
            one.links.append(link)
        elif _may_join(one, other, link, refused, twins):
            one.profiles += other.profiles
            one.entities |= other.entities
            one.links += [*other.links, link]
            of.update((id(profile), one) for profile in other.profiles)
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
    rule, beside = link.evidence.rule, [*one.profiles, *other.profiles]
    return not any(
        (blocks(a, b, rule) and not is_explained(a, b, beside))
        or (rule not in _OF_ONE_PARTY and a.list_id == b.list_id and pair_of(a, b) not in twins)
        for a, b in pairs
    )


def is_explained(one: Profile, other: Profile, beside: Iterable[Profile]) -> bool:
    """Whether nothing but their births speaks against two profiles, and a third explains these."""
    why = find_conflict(one, other)
    return not why or (why == "birth_date" and has_witness(one, other, beside))


def _has_refused(one: Cluster, other: Cluster, refused: Refusals) -> bool:
    listings = (listing for profile in one.profiles for listing in profile.listings)
    return any((listing, entity) in refused for listing in listings for entity in other.entities)
