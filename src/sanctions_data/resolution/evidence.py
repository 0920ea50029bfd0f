"""Evidence that two profiles are one party, and the points that each piece of it is worth.

The points stand in ``evidence_points.toml``; ``docs/matching.md`` explains them.
"""

from __future__ import annotations

from dataclasses import dataclass

from sanctions_data.names.knowledge import KnowledgeError, read_knowledge


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why two profiles are taken to be one party.

    Attributes:
        rule: ``un_reference``, ``entry_number``, an identifier type, or what the name was backed
            by, such as ``name_birth_day``.
        values: what matched, strongest first.
        score: points; a match needs ``POINTS.threshold``.
    """

    rule: str
    values: tuple[str, ...]
    score: int


_BY_WORDS = ("body_name", "rare_body_name", "rare_body")


@dataclass(frozen=True, slots=True)
class EvidencePoints:
    """The points; the file says what each is for.

    What is a tuple goes by the number of words of a name: for one, for two, and for three or
    more.
    """

    threshold: int
    reference: int
    database_number: int
    number: int
    number_without_country: int
    short_person_name: int
    person_name: int
    body_name: tuple[int, ...]
    rare_body_name: tuple[int, ...]
    near_name: int
    same_form: int
    second_name: int
    no_namesake: int
    common_name: int
    contested_body_name: int
    birth_day: int
    birth_year: int
    same_country: int
    same_country_of_body: int
    same_matter: int
    seat_in_country_of_matter: int
    same_listing_day: int
    taken_over: int
    rare_body: tuple[float, ...]
    rare_person: float
    rare_in_place: float
    few_namesakes: float

    def __post_init__(self) -> None:
        for field in _BY_WORDS:
            found = getattr(self, field)
            if len(found) != 3:
                raise KnowledgeError(
                    f"evidence_points.toml: {field}: found {len(found)} numbers, expected 3: for "
                    "names of one, two, and three words or more"
                )


POINTS = read_knowledge("sanctions_data.resolution", "evidence_points.toml", EvidencePoints)
