"""Check digits, by type and country."""

from __future__ import annotations

import pytest
from tests.validation.rules.small_context import told

SOUND, SLIP = "7707083893", "7707083839"


@pytest.mark.parametrize(
    ("value", "country", "is_told"),
    [
        pytest.param(SOUND, "RU", False, id="sound"),
        pytest.param(SLIP, "RU", True, id="two digits change places"),
        pytest.param(SLIP, "FR", False, id="of a country with another standard"),
        pytest.param(SLIP, "", False, id="of no country"),
    ],
)
def test_a_number_is_judged_by_the_standard_of_its_country(
    value: str, country: str, *, is_told: bool
) -> None:
    row = {"identifier_type": "tax_id", "value": value, **({"country": country} if country else {})}
    sound = {"identifier_type": "tax_id", "value": SOUND, "country": "RU"}
    found = told("number-check-digit", entity_identifiers=[sound, row, sound])
    assert found == [("entity_identifiers", 1, "value")] * is_told


def test_a_number_of_a_type_without_check_digits_is_any() -> None:
    row = {"identifier_type": "passport", "value": SLIP, "country": "RU"}
    assert told("number-check-digit", entity_identifiers=[row]) == []
