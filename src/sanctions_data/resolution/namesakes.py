"""Names that are known to be those of several parties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from sanctions_data.resolution.conflicts import are_years_apart
from sanctions_data.resolution.profiles import Profile


def common_names(profiles: Iterable[Profile]) -> set[str]:
    """Names that one list gives to several parties, not to one that it lists twice."""
    holders: dict[tuple[str, str], list[Profile]] = {}
    for profile, name in _names_held(profiles):
        holders.setdefault((profile.list_id, name), []).append(profile)
    return {name for (_, name), found in holders.items() if _are_several(found)}


def contested_names(profiles: Iterable[Profile]) -> set[str]:
    """Names under which lists, one or several, have persons of two ages or bodies of two countries.

    Where an entry prints neither age nor country, such a name may be that of either.

    Example:
        >>> old = Profile("a", "x", "person", names={"ada sample"}, births={"1950"})
        >>> young = Profile("b", "y", "person", names={"ada sample"}, births={"1980-02-03"})
        >>> contested_names([old, young]), contested_names([old])
        ({'ada sample'}, set())
    """
    holders: dict[tuple[bool, str], list[Profile]] = {}
    for profile, name in _names_held(profiles):
        is_person = profile.kind == "person"
        if profile.years if is_person else profile.countries:
            holders.setdefault((is_person, name), []).append(profile)
    return {
        name
        for (is_person, name), found in holders.items()
        if any(
            one.entity_id != other.entity_id and _differ(one, other, is_person)
            for one, other in combinations(found, 2)
        )
    }


def is_listed_twice(one: Profile, other: Profile) -> bool:
    """Whether two entries of a list look like one party: one name, but not on one occasion.

    They stand under the same name: under two programmes, or under a name of several words on
    two days. Two entries of one occasion are two parties, such as two branches.

    Example:
        >>> iran = Profile("a", "x", "person", titles={"ada"}, programmes={"iran"})
        >>> syria = Profile("a", "y", "person", titles={"ada"}, programmes={"syria"})
        >>> is_listed_twice(iran, syria), is_listed_twice(iran, iran)
        (True, False)
    """
    titles = one.titles & other.titles
    if one.programmes != other.programmes:
        return bool(titles)
    is_another_day = one.since and other.since and not one.since & other.since
    return bool(is_another_day) and any(" " in title for title in titles)


def _names_held(profiles: Iterable[Profile]) -> Iterator[tuple[Profile, str]]:
    for profile in profiles:
        for name in profile.names | {body.core for body in profile.bodies}:
            yield profile, name


def _are_several(holders: list[Profile]) -> bool:
    first, *others = holders
    if first.kind == "person":
        return any(not first.births & other.births for other in others)
    return any(not is_listed_twice(first, other) for other in others)


def _differ(one: Profile, other: Profile, is_person: bool) -> bool:
    return are_years_apart(one, other) if is_person else not one.countries & other.countries
