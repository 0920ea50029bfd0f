"""What shows that two profiles are not one party, whatever else they share."""

from __future__ import annotations

from collections.abc import Iterable

from sanctions_data.resolution.profiles import Profile

_FAR_APART = 1  # years; lists convert calendars and count ages in their own ways
_REGISTER_NUMBER = 10  # digits; shorter numbers are too many sorts of number
_SAME_SORT = ({"organisation", "unknown"}, {"vessel", "unknown"})


def find_conflict(one: Profile, other: Profile) -> str:
    """Why the two cannot be one party; empty if nothing speaks against it.

    Example:
        >>> ship, person = Profile("a", "x", "vessel"), Profile("b", "y", "person")
        >>> find_conflict(ship, person), find_conflict(ship, ship)
        ('kind', '')
    """
    kinds = {one.kind, other.kind}
    if len(kinds) > 1 and kinds not in _SAME_SORT:
        return "kind"
    if are_years_apart(one, other):
        return "birth_date"
    if one.genders and other.genders and not one.genders & other.genders:
        return "gender"
    ships, others = _ship_numbers(one), _ship_numbers(other)
    if ships and others and not ships & others:
        return "imo_number"
    if one.kind != "person" and _have_other_numbers(one, other):
        return "company_number"
    return ""


def blocks(one: Profile, other: Profile, rule: str) -> bool:
    """Whether a conflict stands against evidence of this rule.

    Lists date one birth in two ways, but have also printed the reference of another party: a
    UN reference outweighs a conflict only together with a whole name. The number of the EU's
    database is the key of the party there, and outweighs all but its kind.
    """
    found = find_conflict(one, other)
    is_certain = rule == "eu_fsf_number" or (rule == "un_reference" and one.names & other.names)
    return bool(found) and not (is_certain and found != "kind")


def has_witness(one: Profile, other: Profile, beside: Iterable[Profile]) -> bool:
    """Whether a profile says that two births far apart are those of one person.

    It does if it stands for both: by a birth that it prints as well, by the same number in the
    EU's database, or by the same UN reference and a whole name. Lists correct a date and leave
    the old one beside it.

    Args:
        one: a profile.
        other: a profile whose births are far apart from it.
        beside: the profiles of the party, the two included.

    Example:
        >>> old = Profile("a", "x", "person", births={"1950"})
        >>> young = Profile("b", "y", "person", births={"1980"})
        >>> both = Profile("c", "z", "person", births={"1950", "1980"})
        >>> has_witness(old, young, [old, young]), has_witness(old, young, [old, young, both])
        (False, True)
    """
    return any(_stands_for(each, one) and _stands_for(each, other) for each in beside)


def _stands_for(witness: Profile, profile: Profile) -> bool:
    shared = {kind for kind, _ in witness.numbers.keys() & profile.numbers.keys()}
    is_referred = "eu_fsf_number" in shared or (
        "un_reference" in shared and witness.names & profile.names
    )
    return witness is profile or bool(witness.births & profile.births or is_referred)


def are_years_apart(one: Profile, other: Profile) -> bool:
    """Whether both have dates of birth, none in common, and the years are far apart."""
    if not (one.years and other.years) or one.births & other.births:
        return False
    return min(abs(a - b) for a in one.years for b in other.years) > _FAR_APART


def _ship_numbers(profile: Profile) -> set[str]:
    return {value for kind, value in profile.numbers if kind == "imo_number"}


def _have_other_numbers(one: Profile, other: Profile) -> bool:
    """Whether both have numbers of one register, told by their length, and none in common."""
    ours, theirs = _by_length(one), _by_length(other)
    return any(not ours[length] & theirs[length] for length in ours.keys() & theirs.keys())


def _by_length(profile: Profile) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for kind, value in profile.numbers:
        if kind == "company_number" and value.isdigit() and len(value) >= _REGISTER_NUMBER:
            found.setdefault(len(value), set()).add(value)
    return found
