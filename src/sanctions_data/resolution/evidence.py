"""How strongly two profiles of different lists speak for being one party.

Evidence is counted in points, and :data:`THRESHOLD` points are a match. A number that is
unique by nature is enough; a name never is: it needs a birth date, or words enough to be
rare and a country or matter that the two share. A name that one list gives to two parties
counts for less.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sanctions_data.resolution.names import BodyName, alike, share_a_word
from sanctions_data.resolution.profiles import Number, Profile
from sanctions_data.resolution.rarity import Rarity

THRESHOLD = 80

REFERENCE = 120
NUMBER = 100
NUMBER_WITHOUT_COUNTRY = 80
PERSON_NAME = 45
RARE_PERSON_NAME = {2: 55, 3: 65, 4: 70}
BODY_NAME = {1: 40, 2: 60, 3: 65}
RARE_BODY_NAME = {1: 55, 2: 65, 3: 65}
NEAR_NAME = 10
SAME_FORM = 5
BIRTH_DAY = 65
BIRTH_YEAR = 20
SAME_COUNTRY = 15
SAME_COUNTRY_OF_BODY = 20
SAME_MATTER = 15
SEAT_IN_COUNTRY_OF_MATTER = 5
SAME_LISTING_DAY = 10
COMMON_NAME = -40

# Bits of rarity from which a name is rare, among all parties and, of a person, among those of
# the same country or matter.
RARE = {1: 10.5, 2: 18.0, 3: 20.0, 4: 20.0}
RARE_IN_PLACE = {2: 14.0, 3: 16.0, 4: 16.0}

_LONG_NUMBER = 9
_SURE = ("imo_number", "lei")
_BODIES = ("organisation", "unknown")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why two profiles are taken to be one party.

    Attributes:
        rule: ``un_reference``, an identifier type, or what the name was backed by, such as
            ``name_birth_day``.
        values: what matched, strongest first.
        score: points; a match needs :data:`THRESHOLD`.
    """

    rule: str
    values: tuple[str, ...]
    score: int


class Judge:
    """Weighs pairs of profiles; knows which names and numbers are not one party's alone."""

    def __init__(self, profiles: Iterable[Profile], *, ignore: Iterable[str] = ()) -> None:
        self._ignored = frozenset(ignore)
        self._common: set[str] = set()
        self._shared: set[Number] = set()
        profiles = list(profiles)
        self._rarity = Rarity(profiles)
        numbers: Counter[tuple[str, Number]] = Counter()
        holders: dict[tuple[str, str], list[Profile]] = {}
        for profile in profiles:
            numbers.update((profile.list_id, number) for number in profile.numbers)
            cores = {body.core for body in profile.bodies}
            for name in profile.names | cores:
                holders.setdefault((profile.list_id, name), []).append(profile)
        self._shared = {number for (_, number), count in numbers.items() if count > 1}
        self._common = {name for (_, name), found in holders.items() if _are_several(found)}

    def weigh(self, one: Profile, other: Profile) -> Evidence | None:
        """The strongest evidence that the two are one party; None if it is too weak."""
        found = [self._reference(one, other), self._number(one, other)]
        if "name" not in self._ignored:
            if one.kind == "person":
                found.append(self._person(one, other))
            elif one.kind in _BODIES:
                found.append(self._body(one, other))
        strong = [each for each in found if each and each.score >= THRESHOLD]
        return max(strong, key=lambda each: each.score, default=None)

    def numbers(self, profile: Profile) -> set[Number]:
        """The identifiers of a profile that count."""
        return {number for number in profile.numbers if number[0] not in self._ignored}

    def _reference(self, one: Profile, other: Profile) -> Evidence | None:
        for kind, value in sorted(self.numbers(one) & self.numbers(other)):
            if kind == "un_reference" and share_a_word(one.names, other.names):
                return Evidence("un_reference", (value,), REFERENCE)
        return None

    def _number(self, one: Profile, other: Profile) -> Evidence | None:
        best = None
        for number in sorted(self.numbers(one) & self.numbers(other) - self._shared):
            score = self._worth(number, one, other)
            if score and (best is None or score > best.score):
                best = Evidence(number[0], (number[1],), score)
        return best

    def _worth(self, number: Number, one: Profile, other: Profile) -> int:
        kind, value = number
        if kind in _SURE:
            return NUMBER
        if kind in ("un_reference", "aircraft_registration"):
            return 0
        if kind == "aircraft_msn":
            registered = {n for n in one.numbers if n[0] == "aircraft_registration"}
            return NUMBER if registered & set(other.numbers) else 0
        printed = one.numbers[number], other.numbers[number]
        if all(printed) and not printed[0] & printed[1]:
            return 0
        if not share_a_word(one.names, other.names):
            return 0
        is_long = len(value) >= _LONG_NUMBER or kind == "swift_bic"
        if all(printed):
            return NUMBER
        return NUMBER_WITHOUT_COUNTRY if is_long or one.countries & other.countries else 0

    def _person(self, one: Profile, other: Profile) -> Evidence | None:
        backing = _Backing(one, other)
        shared = max(sorted(one.names & other.names), key=_words, default="")
        words = min(_words(shared), 4)
        if words >= 2:
            is_rare = (
                self._rarity.bits(shared, "", is_person=True) >= RARE[words]
                and self._rarity.bits(shared, backing.place, is_person=True) >= RARE_IN_PLACE[words]
            )
            points = RARE_PERSON_NAME[words] if is_rare else PERSON_NAME
            points += COMMON_NAME * (shared in self._common)
            return backing.evidence("name", shared, points)
        if backing.day and backing.place:
            for near in sorted(one.names):
                if any(alike(near, name) for name in other.names):
                    return backing.evidence("near_name", near, NEAR_NAME)
        return None

    def _body(self, one: Profile, other: Profile) -> Evidence | None:
        backing = _Backing(one, other)
        if one.countries and other.countries and not backing.country:
            return None
        best = None
        theirs: dict[str, list[BodyName]] = {}
        for name in other.bodies:
            theirs.setdefault(name.core, []).append(name)
        for name in sorted(one.bodies, key=lambda each: (each.core, sorted(each.forms))):
            for same in theirs.get(name.core, ()):
                if name.forms and same.forms and not name.forms & same.forms:
                    continue
                words = min(_words(name.core), 3)
                is_rare = self._rarity.bits(name.core, "", is_person=False) >= RARE[words]
                points = (RARE_BODY_NAME if is_rare else BODY_NAME)[words]
                points += SAME_FORM * bool(name.forms & same.forms)
                points += COMMON_NAME * (name.core in self._common)
                found = backing.evidence("name", name.core, points)
                if best is None or found.score > best.score:
                    best = found
        return best


class _Backing:
    """What else two profiles share, apart from the name."""

    def __init__(self, one: Profile, other: Profile) -> None:
        self.is_body = one.kind != "person"
        self.day = max(one.days & other.days, default="")
        differ = one.days and other.days and not self.day
        self.year = "" if differ else str(max(one.years & other.years, default=""))
        self.country = min(one.countries & other.countries, default="")
        # A matter such as `IR` is also the country of most who are listed for it.
        self.matter = min(one.regimes & other.regimes, default="")
        self.place = self.country or self.matter
        listed = one.listed & other.listed if self.matter else set()
        self.listing_day = min(listed, default="")
        seats = (one.countries & other.regimes) | (other.countries & one.regimes)
        self.seat = "" if self.country or not self.is_body else min(seats, default="")

    def evidence(self, rule: str, name: str, points: int) -> Evidence:
        """The evidence of a name with everything that backs it."""
        country_worth = SAME_COUNTRY_OF_BODY if self.is_body else SAME_COUNTRY
        parts = (
            ("birth_day", self.day, BIRTH_DAY),
            ("birth_year", "" if self.day else self.year, BIRTH_YEAR),
            ("country", self.country, country_worth),
            ("programme", self.matter, SAME_MATTER),
            ("seat", self.seat, SEAT_IN_COUNTRY_OF_MATTER),
            ("listing_day", self.listing_day, SAME_LISTING_DAY),
        )
        held = [part for part in parts if part[1]]
        rule = "_".join([rule, *(part[0] for part in held)])
        return Evidence(
            rule, (name, *(part[1] for part in held)), points + sum(part[2] for part in held)
        )


def _words(name: str) -> int:
    return len(name.split())


def _are_several(holders: list[Profile]) -> bool:
    """Whether profiles of one list with one name are several parties, not one listed twice."""
    first, *others = holders
    if first.kind == "person":
        return any(not first.births & other.births for other in others)
    return any(not first.regimes & other.regimes for other in others)
