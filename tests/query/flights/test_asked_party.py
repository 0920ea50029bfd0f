"""The party that a question names: a country, or one party by its whole name."""

from __future__ import annotations

import pytest

from sanctions_data.query.edition import Edition
from sanctions_data.query.flights.asked_party import asked_party


@pytest.mark.parametrize("query", ["IR", "ir", "IRN", "Iran", "Islamic Republic of Iran"])
def test_a_country(query: str) -> None:
    found = asked_party(query, Edition())
    assert (found.entity_id, found.name, found.country) == (None, "carriers of Iran", "IR")


@pytest.mark.parametrize("query", ["Mahan Air", "mahan-air", "MAHAN AIR"])
def test_an_airline(query: str) -> None:
    found = asked_party(query, Edition())
    assert (found.entity_id, found.country) == ("mahan-air", "IR")
    assert "carriers-of-iran" in found.classes


def test_several_parties_of_one_name_are_named() -> None:
    with pytest.raises(ValueError, match="several parties have this name; name one of"):
        asked_party("Ali Mohammed", Edition())
