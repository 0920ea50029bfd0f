"""Taking apart parties whose lists turned out to contradict each other.

Entries are joined by what the lists print at the time. A list that printed no births may print
them later, and then one may contradict the party that it was put into.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from sanctions_data.resolution.clusters import Cluster, Refusals, is_explained, join_profiles
from sanctions_data.resolution.decisions import split_off
from sanctions_data.resolution.links import Link
from sanctions_data.resolution.profiles import CURATED, Profile
from sanctions_data.tables.store import Store


def take_apart(
    store: Store, profiles: Iterable[Profile], links: Iterable[Link], refused: Refusals
) -> set[str]:
    """Give entries that contradict the party that they are in an entity of their own.

    Of such a party stays what links lead to from the entry that founded it or from what a
    contributor put there. The others leave, each for itself; those that are one party are
    joined again by whoever resolves the store next.

    Returns:
        The entities that something left, and those that came to be.
    """
    grouped, within = defaultdict(list), defaultdict(list)
    for profile in profiles:
        grouped[profile.entity_id].append(profile)
    for link in links:
        if link.one.entity_id == link.other.entity_id:
            within[link.one.entity_id].append(link)
    changed = set()
    for entity_id, group in grouped.items():
        if _contradicts(store, group):
            clusters = join_profiles(group, within[entity_id], refused, from_entities=False)
            for profile in _leaving(store, clusters):
                changed |= {entity_id, split_off(store, profile.listings)}
    return changed


def _contradicts(store: Store, group: list[Profile]) -> bool:
    undecided = [each for each in group if not _is_kept(store, each)]
    return any(not is_explained(one, other, group) for one, other in combinations(undecided, 2))


def _is_kept(store: Store, profile: Profile) -> bool:
    """Whether a contributor put an entry of it there: that wins over all that lists print."""
    return profile.list_id == CURATED or any(
        _matched_by(store, listing) == "decision" for listing in profile.listings
    )


def _matched_by(store: Store, listing_id: str) -> str:
    return (store.get("listings", listing_id) or {}).get("matched_by", "")


def _leaving(store: Store, clusters: list[Cluster]) -> Iterator[Profile]:
    """The profiles that are not of the party any longer."""

    def rank(cluster: Cluster) -> tuple[object, ...]:
        listings = [listing for profile in cluster.profiles for listing in profile.listings]
        founded = any(_matched_by(store, listing) == "own_listing" for listing in listings)
        first_seen = min(profile.first_seen or "9999" for profile in cluster.profiles)
        return not founded, first_seen, cluster.profiles[0].key

    kept: list[Profile] = []
    for place, cluster in enumerate(sorted(clusters, key=rank)):
        stay = [each for each in cluster.profiles if _is_kept(store, each)]
        if (place == 0 or stay) and not _contradicts(store, [*kept, *cluster.profiles]):
            stay = cluster.profiles
        kept += stay
        yield from (each for each in cluster.profiles if each not in stay)
