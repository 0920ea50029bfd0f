"""Which pairs of profiles are worth weighing: those that share a number, a name or a birthday."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from sanctions_data.resolution.conflicts import blocks
from sanctions_data.resolution.evidence import Evidence
from sanctions_data.resolution.namesakes import is_listed_twice
from sanctions_data.resolution.profiles import Profile
from sanctions_data.resolution.weigh_evidence import EvidenceWeigher

# Two profiles, whichever comes first.
Pair = frozenset[tuple[str, str]]

# A block of this many profiles shares something that tells nobody apart.
LARGEST_BLOCK = 400


@dataclass(frozen=True, slots=True)
class Link:
    """Two profiles and the evidence that they are one party."""

    one: Profile
    other: Profile
    evidence: Evidence

    @property
    def rank(self) -> tuple[int, tuple[str, str], tuple[str, str]]:
        """The strongest first; the order of imports plays no part."""
        return -self.evidence.score, self.one.key, self.other.key

    @property
    def is_sure(self) -> bool:
        """Whether it rests on more than a name, a year and a place."""
        return not self.evidence.rule.startswith("name") or "birth_day" in self.evidence.rule

    @property
    def pair(self) -> Pair:
        """The keys of the two profiles."""
        return pair_of(self.one, self.other)

    @property
    def is_twin(self) -> bool:
        """Whether a list has one party twice, such as once for each of two programmes.

        Either both entries cite one UN reference, or they look like one party listed twice.
        """
        one, other = self.one, self.other
        return one.list_id == other.list_id and (
            self.evidence.rule == "un_reference" or is_listed_twice(one, other)
        )


def pair_of(one: Profile, other: Profile) -> Pair:
    """The keys of two profiles, whichever comes first."""
    return frozenset((one.key, other.key))


def twins_among(found: Iterable[Link]) -> set[Pair]:
    """The pairs of entries of one party that its list has twice."""
    return {link.pair for link in found if link.is_twin}


def find_links(profiles: Iterable[Profile], weigher: EvidenceWeigher) -> list[Link]:
    """Every pair of profiles with evidence enough and nothing against it, strongest first.

    Two entries of one list are no pair, as the list itself says that they are two, unless
    it lists one party twice (:attr:`Link.is_twin`). Where a name fits two entries of a list
    equally well and nothing surer decides, it is taken for neither.
    """
    found = []
    for one, other in _candidate_pairs(profiles, weigher):
        evidence = weigher.weigh(one, other)
        if evidence is None or blocks(one, other, evidence.rule):
            continue
        link = Link(one, other, evidence)
        if one.list_id != other.list_id or link.is_twin:
            found.append(link)
    return sorted(_drop_ambiguous(found), key=lambda link: link.rank)


def _candidate_pairs(
    profiles: Iterable[Profile], weigher: EvidenceWeigher
) -> Iterable[tuple[Profile, Profile]]:
    blocks: dict[object, list[Profile]] = defaultdict(list)
    for profile in profiles:
        is_person = profile.kind == "person"
        keys = {
            *weigher.numbers(profile),
            *(profile.names if is_person else {name.core for name in profile.bodies}),
            *(profile.days if is_person else ()),
        }
        for key in keys:
            blocks[is_person, key].append(profile)
    seen = set()
    for block in blocks.values():
        if len(block) > LARGEST_BLOCK:
            continue
        for one, other in combinations(block, 2):
            pair = (id(one), id(other))
            if pair not in seen:
                seen.add(pair)
                yield one, other


def _drop_ambiguous(found: list[Link]) -> list[Link]:
    """The links without those by which a profile fits two entries of a list under two names.

    The two entries of one party that is listed twice are no rivals. Two entries that have one
    name in common are left: where they can be two parties, the name counts as a common one
    and is worth too little already.
    """
    rivals: dict[tuple[tuple[str, str], str], list[Link]] = defaultdict(list)
    for link in found:
        rivals[link.one.key, link.other.list_id].append(link)
        rivals[link.other.key, link.one.list_id].append(link)

    twins = twins_among(found)

    def is_tied(link: Link, one: Profile, other: Profile) -> bool:
        return any(
            rival.evidence.score >= link.evidence.score
            and rival.evidence.values[0] != link.evidence.values[0]
            and pair_of(_other_end(rival, one), other) not in twins
            for rival in rivals[one.key, other.list_id]
        )

    return [
        link
        for link in found
        if link.is_sure
        or not (is_tied(link, link.one, link.other) or is_tied(link, link.other, link.one))
    ]


def _other_end(link: Link, one: Profile) -> Profile:
    return link.other if link.one is one else link.one
