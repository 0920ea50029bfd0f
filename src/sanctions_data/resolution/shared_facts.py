"""What two profiles share apart from a name, and what it adds to the name's points."""

from __future__ import annotations

from dataclasses import dataclass

from sanctions_data.names.knowledge import read_knowledge
from sanctions_data.resolution.evidence import POINTS, Evidence
from sanctions_data.resolution.profiles import Profile


@dataclass(frozen=True, slots=True)
class Takeover:
    """A list that took over the entries of another, on a day that these entries bear."""

    list_id: str
    from_list_id: str
    listed_on: str


@dataclass(frozen=True, slots=True)
class Takeovers:
    """What ``takeovers.toml`` holds."""

    takeovers: tuple[Takeover, ...]


_DAY_OF_TAKEOVER = {
    (each.list_id, each.from_list_id): each.listed_on
    for each in read_knowledge("sanctions_data.resolution", "takeovers.toml", Takeovers).takeovers
}


class SharedFacts:
    """What two profiles share apart from a name; each is empty where they share none.

    Attributes:
        is_body: whether the two are bodies, not persons.
        second_name: another name that both persons bear, if the caller found one. A body's
            other name may be that of its owner.
        day, year: of birth; no year where the days differ.
        country: a country.
        matter: what programmes of both are about. One such as ``IR`` is also the country of most
            who are listed for it.
        place: the country, or else the matter.
        listing_day: the day of listing, for the same matter.
        seat: the country of the one, about which a programme of the other is.
        taken_over: the day on which the list of the one took over the other's.

    Example:
        >>> one = Profile("a", "x", "person", births={"1961-03-04"}, countries={"RU"})
        >>> facts = SharedFacts(one, Profile("b", "y", "person", births={"1961-03-04"}))
        >>> facts.day, facts.country
        ('1961-03-04', '')
    """

    def __init__(self, one: Profile, other: Profile) -> None:
        self.is_body = one.kind != "person"
        self.second_name = ""
        self.day = max(one.days & other.days, default="")
        differ = one.days and other.days and not self.day
        self.year = "" if differ else str(max(one.years & other.years, default=""))
        self.country = min(one.countries & other.countries, default="")
        self.matter = min(one.regimes & other.regimes, default="")
        self.place = self.country or self.matter
        listed = one.listed & other.listed if self.matter else set()
        self.listing_day = min(listed, default="")
        seats = (one.countries & other.regimes) | (other.countries & one.regimes)
        is_placed = self.country if self.is_body else self.place
        self.seat = "" if is_placed else min(seats, default="")
        taken_over = _day_of_takeover(one, other) or _day_of_takeover(other, one)
        self.taken_over = taken_over if self.matter else ""

    def back(self, rule: str, name: str, worth: int) -> Evidence:
        """The evidence of a name with everything that backs it.

        Args:
            rule: what the name is: ``name`` or ``near_name``.
            name: the name, as it is compared.
            worth: the points of the name alone.

        Example:
            >>> one = Profile("a", "x", "person", births={"1961-03-04"}, countries={"RU"})
            >>> SharedFacts(one, one).back("name", "ada example", 45)
            Evidence(rule='name_birth_day_country', \
values=('ada example', '1961-03-04', 'RU'), score=125)
        """
        country_worth = POINTS.same_country_of_body if self.is_body else POINTS.same_country
        parts = (
            ("birth_day", self.day, POINTS.birth_day),
            ("birth_year", "" if self.day else self.year, POINTS.birth_year),
            ("country", self.country, country_worth),
            ("programme", self.matter, POINTS.same_matter),
            ("seat", self.seat, POINTS.seat_in_country_of_matter),
            ("listing_day", self.listing_day, POINTS.same_listing_day),
            ("taken_over", self.taken_over, POINTS.taken_over),
            ("second_name", self.second_name, POINTS.second_name),
        )
        held = [part for part in parts if part[1]]
        rule = "_".join([rule, *(part[0] for part in held)])
        return Evidence(
            rule, (name, *(part[1] for part in held)), worth + sum(part[2] for part in held)
        )


def _day_of_takeover(one: Profile, other: Profile) -> str:
    day = _DAY_OF_TAKEOVER.get((one.list_id, other.list_id), "")
    return day if one.since == {day} else ""
