"""How strongly two profiles of different lists speak for being one party.

Evidence is counted in points (:mod:`sanctions_data.resolution.evidence`). A number that
is unique by nature is enough; a name never is: it needs a birth date, or words enough to be rare
and a country or matter that the two share. A name that is known to be that of several parties
counts for less.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sanctions_data.names.legal_forms import BodyName
from sanctions_data.names.particles import count_telling_words
from sanctions_data.names.similar_names import alike, share_a_word, share_two_words
from sanctions_data.resolution.evidence import POINTS, Evidence
from sanctions_data.resolution.namesakes import common_names, contested_names
from sanctions_data.resolution.profiles import Number, Profile
from sanctions_data.resolution.rarity import Rarity
from sanctions_data.resolution.shared_facts import SharedFacts

_LONG_NUMBER = 9
_REFERENCES = ("un_reference", "entry_number")
_SURE = ("imo_number", "lei")
_BODIES = ("organisation", "unknown")


class EvidenceWeigher:
    """Weighs pairs of profiles; knows which names and numbers are not one party's alone."""

    def __init__(self, profiles: Iterable[Profile], *, ignore: Iterable[str] = ()) -> None:
        self._ignored = frozenset(ignore)
        profiles = list(profiles)
        self._rarity = Rarity(profiles)
        numbers = Counter((p.list_id, number) for p in profiles for number in p.numbers)
        self._shared = {number for (_, number), count in numbers.items() if count > 1}
        self._common, self._contested = common_names(profiles), contested_names(profiles)

    def weigh(self, one: Profile, other: Profile) -> Evidence | None:
        """The strongest evidence that the two are one party; None if it is too weak."""
        found = [self._weigh_reference(one, other), self._weigh_number(one, other)]
        if "name" not in self._ignored:
            if one.kind == "person":
                found.append(self._weigh_person(one, other))
            elif one.kind in _BODIES:
                found.append(self._weigh_body(one, other))
        strong = [each for each in found if each and each.score >= POINTS.threshold]
        return max(strong, key=lambda each: each.score, default=None)

    def numbers(self, profile: Profile) -> set[Number]:
        """The identifiers of a profile that count."""
        return {number for number in profile.numbers if number[0] not in self._ignored}

    def _weigh_reference(self, one: Profile, other: Profile) -> Evidence | None:
        agree = share_two_words if one.kind == "person" else share_a_word
        for kind, value in sorted(self.numbers(one) & self.numbers(other)):
            if kind in _REFERENCES and agree(one.names, other.names):
                return Evidence(kind, (value,), POINTS.reference)
        return None

    def _weigh_number(self, one: Profile, other: Profile) -> Evidence | None:
        best = None
        for number in sorted(self.numbers(one) & self.numbers(other) - self._shared):
            score = self._worth_of_number(number, one, other)
            if score and (best is None or score > best.score):
                best = Evidence(number[0], (number[1],), score)
        return best

    def _worth_of_number(self, number: Number, one: Profile, other: Profile) -> int:
        kind, value = number
        if kind == "eu_fsf_number":
            return POINTS.database_number
        if kind in _SURE:
            return POINTS.number
        if kind in (*_REFERENCES, "aircraft_registration"):
            return 0
        if kind == "aircraft_msn":
            registered = {n for n in one.numbers if n[0] == "aircraft_registration"}
            return POINTS.number if registered & set(other.numbers) else 0
        printed = one.numbers[number], other.numbers[number]
        if all(printed) and not printed[0] & printed[1]:
            return 0
        if not share_a_word(one.names, other.names):
            return 0
        is_long = len(value) >= _LONG_NUMBER or kind == "swift_bic"
        if all(printed):
            return POINTS.number
        return POINTS.number_without_country if is_long or one.countries & other.countries else 0

    def _weigh_person(self, one: Profile, other: Profile) -> Evidence | None:
        facts = SharedFacts(one, other)
        names = sorted(name for name in one.names & other.names if count_telling_words(name) >= 2)
        if names:
            shared = max(names, key=count_telling_words)
            facts.second_name = min((name for name in names if name != shared), default="")
            return facts.back("name", shared, self._worth_of_person_name(shared, facts, one, other))
        if facts.day and facts.place:
            for near in sorted(one.names):
                if any(alike(near, name) for name in other.names):
                    return facts.back("near_name", near, POINTS.near_name)
        return None

    def _worth_of_person_name(
        self, name: str, facts: SharedFacts, one: Profile, other: Profile
    ) -> int:
        """The points of a person's name alone."""
        worth = POINTS.common_name * (name in self._common)
        if name in self._contested and not (facts.day or facts.year):
            return worth + POINTS.short_person_name
        is_rare = (
            self._rarity.bits(name, "", is_person=True) >= POINTS.rare_person
            and self._rarity.bits(name, facts.place, is_person=True) >= POINTS.rare_in_place
        )
        worth += (
            POINTS.person_name
            if is_rare or count_telling_words(name) > 2
            else POINTS.short_person_name
        )
        # Listed on one day for one matter: only those of that day could be meant.
        place = facts.matter if facts.listing_day else facts.place
        lists = one.list_id, other.list_id
        namesakes = self._rarity.namesakes(name, place, lists, facts.listing_day)
        return worth + POINTS.no_namesake * (bool(place) and namesakes < POINTS.few_namesakes)

    def _weigh_body(self, one: Profile, other: Profile) -> Evidence | None:
        facts = SharedFacts(one, other)
        if one.countries and other.countries and not facts.country:
            return None
        theirs: dict[str, list[BodyName]] = {}
        for name in other.bodies:
            theirs.setdefault(name.core, []).append(name)
        found = [
            facts.back("name", name.core, self._worth_of_body_name(name, same, facts))
            for name in sorted(one.bodies, key=lambda each: (each.core, sorted(each.forms)))
            for same in theirs.get(name.core, ())
            if not (name.forms and same.forms) or name.forms & same.forms
        ]
        return max(found, key=lambda each: each.score, default=None)

    def _worth_of_body_name(self, name: BodyName, same: BodyName, facts: SharedFacts) -> int:
        """The points of a body's name alone."""
        words = min(len(name.core.split()), 3) - 1  # the place in the tuples of points
        is_rare = self._rarity.bits(name.core, "", is_person=False) >= POINTS.rare_body[words]
        worth = (POINTS.rare_body_name if is_rare else POINTS.body_name)[words]
        worth += POINTS.same_form * bool(name.forms & same.forms)
        worth += POINTS.common_name * (name.core in self._common)
        if name.core in self._contested and not facts.country:
            worth += POINTS.contested_body_name
        return worth
