"""How strongly two profiles of different lists speak for being one party.

Evidence is counted in points (:mod:`sanctions_data.resolution.points`). A number that is
unique by nature is enough; a name never is: it needs a birth date, or words enough to be rare
and a country or matter that the two share. A name that is known to be that of several parties
counts for less.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sanctions_data.names.name_keys import BodyName, alike, share_a_word, share_two_words
from sanctions_data.resolution import points
from sanctions_data.resolution.namesakes import common_names, contested_names
from sanctions_data.resolution.profiles import Number, Profile
from sanctions_data.resolution.rarity import Rarity

# Words of a person's name that tell nobody apart.
_PARTICLES = frozenset(
    ("abu", "al", "bin", "ben", "da", "de", "del", "der", "el", "ibn", "la", "ul", "van", "von")
)
_LONG_NUMBER = 9
_REFERENCES = ("un_reference", "entry_number")
_SURE = ("imo_number", "lei")
_BODIES = ("organisation", "unknown")
# A list that took over the entries of another, and the day that these entries bear: at the end
# of the transition period the United Kingdom listed anew whom the European Union had listed.
_TAKEN_OVER = {("gb-fcdo", "eu-fsf"): "2020-12-31"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why two profiles are taken to be one party.

    Attributes:
        rule: ``un_reference``, ``entry_number``, an identifier type, or what the name was backed
            by, such as ``name_birth_day``.
        values: what matched, strongest first.
        score: points; a match needs ``points.THRESHOLD``.
    """

    rule: str
    values: tuple[str, ...]
    score: int


class Judge:
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
        found = [self._reference(one, other), self._number(one, other)]
        if "name" not in self._ignored:
            if one.kind == "person":
                found.append(self._person(one, other))
            elif one.kind in _BODIES:
                found.append(self._body(one, other))
        strong = [each for each in found if each and each.score >= points.THRESHOLD]
        return max(strong, key=lambda each: each.score, default=None)

    def numbers(self, profile: Profile) -> set[Number]:
        """The identifiers of a profile that count."""
        return {number for number in profile.numbers if number[0] not in self._ignored}

    def _reference(self, one: Profile, other: Profile) -> Evidence | None:
        agree = share_two_words if one.kind == "person" else share_a_word
        for kind, value in sorted(self.numbers(one) & self.numbers(other)):
            if kind in _REFERENCES and agree(one.names, other.names):
                return Evidence(kind, (value,), points.REFERENCE)
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
            return points.NUMBER
        if kind in (*_REFERENCES, "aircraft_registration"):
            return 0
        if kind == "aircraft_msn":
            registered = {n for n in one.numbers if n[0] == "aircraft_registration"}
            return points.NUMBER if registered & set(other.numbers) else 0
        printed = one.numbers[number], other.numbers[number]
        if all(printed) and not printed[0] & printed[1]:
            return 0
        if not share_a_word(one.names, other.names):
            return 0
        is_long = len(value) >= _LONG_NUMBER or kind == "swift_bic"
        if all(printed):
            return points.NUMBER
        return points.NUMBER_WITHOUT_COUNTRY if is_long or one.countries & other.countries else 0

    def _person(self, one: Profile, other: Profile) -> Evidence | None:
        backing = _Backing(one, other)
        names = sorted(name for name in one.names & other.names if _words(name) >= 2)
        if names:
            shared = max(names, key=_words)
            backing.second_name = min((name for name in names if name != shared), default="")
            return backing.evidence("name", shared, self._worth_of(shared, backing, one, other))
        if backing.day and backing.place:
            for near in sorted(one.names):
                if any(alike(near, name) for name in other.names):
                    return backing.evidence("near_name", near, points.NEAR_NAME)
        return None

    def _worth_of(self, name: str, backing: _Backing, one: Profile, other: Profile) -> int:
        """The points of a person's name alone."""
        worth = points.COMMON_NAME * (name in self._common)
        if name in self._contested and not (backing.day or backing.year):
            return worth + points.SHORT_PERSON_NAME
        is_rare = (
            self._rarity.bits(name, "", is_person=True) >= points.RARE_PERSON
            and self._rarity.bits(name, backing.place, is_person=True) >= points.RARE_IN_PLACE
        )
        worth += points.PERSON_NAME if is_rare or _words(name) > 2 else points.SHORT_PERSON_NAME
        # Listed on one day for one matter: only those of that day could be meant.
        place = backing.matter if backing.listing_day else backing.place
        lists = one.list_id, other.list_id
        namesakes = self._rarity.namesakes(name, place, lists, backing.listing_day)
        return worth + points.NO_NAMESAKE * (bool(place) and namesakes < points.FEW_NAMESAKES)

    def _body(self, one: Profile, other: Profile) -> Evidence | None:
        backing = _Backing(one, other)
        if one.countries and other.countries and not backing.country:
            return None
        theirs: dict[str, list[BodyName]] = {}
        for name in other.bodies:
            theirs.setdefault(name.core, []).append(name)
        found = [
            backing.evidence("name", name.core, self._worth_of_body(name, same, backing))
            for name in sorted(one.bodies, key=lambda each: (each.core, sorted(each.forms)))
            for same in theirs.get(name.core, ())
            if not (name.forms and same.forms) or name.forms & same.forms
        ]
        return max(found, key=lambda each: each.score, default=None)

    def _worth_of_body(self, name: BodyName, same: BodyName, backing: _Backing) -> int:
        """The points of a body's name alone."""
        words = min(len(name.core.split()), 3)
        is_rare = self._rarity.bits(name.core, "", is_person=False) >= points.RARE_BODY[words]
        worth = (points.RARE_BODY_NAME if is_rare else points.BODY_NAME)[words]
        worth += points.SAME_FORM * bool(name.forms & same.forms)
        worth += points.COMMON_NAME * (name.core in self._common)
        if name.core in self._contested and not backing.country:
            worth += points.CONTESTED_BODY_NAME
        return worth


class _Backing:
    """What else two profiles share, apart from the name."""

    def __init__(self, one: Profile, other: Profile) -> None:
        self.is_body = one.kind != "person"
        self.second_name = ""  # Of persons only: a body's other name may be that of its owner.
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
        is_placed = self.country if self.is_body else self.place
        self.seat = "" if is_placed else min(seats, default="")
        taken_over = _day_of_takeover(one, other) or _day_of_takeover(other, one)
        self.taken_over = taken_over if self.matter else ""

    def evidence(self, rule: str, name: str, worth: int) -> Evidence:
        """The evidence of a name with everything that backs it."""
        country_worth = points.SAME_COUNTRY_OF_BODY if self.is_body else points.SAME_COUNTRY
        parts = (
            ("birth_day", self.day, points.BIRTH_DAY),
            ("birth_year", "" if self.day else self.year, points.BIRTH_YEAR),
            ("country", self.country, country_worth),
            ("programme", self.matter, points.SAME_MATTER),
            ("seat", self.seat, points.SEAT_IN_COUNTRY_OF_MATTER),
            ("listing_day", self.listing_day, points.SAME_LISTING_DAY),
            ("taken_over", self.taken_over, points.TAKEN_OVER),
            ("second_name", self.second_name, points.SECOND_NAME),
        )
        held = [part for part in parts if part[1]]
        rule = "_".join([rule, *(part[0] for part in held)])
        return Evidence(
            rule, (name, *(part[1] for part in held)), worth + sum(part[2] for part in held)
        )


def _day_of_takeover(one: Profile, other: Profile) -> str:
    day = _TAKEN_OVER.get((one.list_id, other.list_id), "")
    return day if one.since == {day} else ""


def _words(name: str) -> int:
    return sum(word not in _PARTICLES for word in name.split())
