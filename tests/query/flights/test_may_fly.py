"""Whether one may fly: what binds the state, what binds the party, and what decides nothing."""

from __future__ import annotations

import pytest

import sanctions_data as sd
from sanctions_data.query.flights.may_fly import MayFly


def ids(found: MayFly, effect: str) -> set[str]:
    return set(found.rows.loc[found.rows["effect"] == effect, "measure_id"])


@pytest.mark.parametrize(
    ("party", "to", "on", "measure"),
    [
        pytest.param("Mahan Air", "Germany", "2020-05-01", "de-operating-permit-mahan-air-2019",
                     id="a ban on the party"),
        pytest.param("Belavia", "pl", "2022-01-01", "eu-overflight-carriers-of-belarus-2021",
                     id="a ban of the EU on its class binds a member"),
        pytest.param("Lufthansa", "Russia", "2023-01-01", "ru-overflight-carriers-of-germany-2022",
                     id="a ban on the carriers of its country"),
        pytest.param("Libya", "DE", "1993-01-01", "un-sc-overflight-flights-to-libya-1992",
                     id="a ban of the Security Council"),
        pytest.param("DE", "Libya", "1993-01-01", "un-sc-overflight-flights-to-libya-1992",
                     id="a ban of the Security Council on flights to the state"),
        pytest.param("United States", "VE", "2020-01-01", "us-dot-route-suspension-venezuela-2019",
                     id="its own country suspends the route"),
        pytest.param("Aeroflot", "EU", "2024-01-01", "eu-overflight-carriers-of-russia-2022",
                     id="the EU as a whole"),
    ],
)  # fmt: skip
def test_no(party: str, to: str, on: str, measure: str) -> None:
    found = sd.may_fly(party, to, on=on)
    assert found.answer == "no"
    assert measure in ids(found, "forbids")
    assert str(found).startswith("No: ")


@pytest.mark.parametrize(
    ("party", "to", "on"),
    [
        pytest.param("Mahan Air", "DE", "2018-05-01", id="before the ban"),
        pytest.param("Aeroflot", "TR", "2022-03-05", id="a state that did not join"),
        pytest.param("Belavia", "GB", "2020-05-01", id="before the forced landing"),
        pytest.param("Iran Air", "DE", "2024-10-14", id="a freeze and a notice are no ban"),
        pytest.param("Mahan Air", "US", "2020-05-01", id="a denial order is no ban"),
    ],
)
def test_yes(party: str, to: str, on: str) -> None:
    found = sd.may_fly(party, to, on=on)
    assert found.answer == "yes"
    assert found.rows.empty
    assert str(found).startswith("Yes, as far as this data tells: ")


def test_an_unknown_end_cannot_be_told() -> None:
    found = sd.may_fly("United Kingdom", "Syria", on="1987-06-01")
    assert found.answer == "cannot_be_told"
    assert ids(found, "may_forbid") == {"sy-overflight-carriers-of-united-kingdom-1986"}
    assert str(found) == (
        "It cannot be told whether carriers of the United Kingdom may fly to Syria on 1987-06-01."
    )


def test_members_of_a_body_are_not_known() -> None:
    found = sd.may_fly("Niger", "Benin", on="2023-10-01")
    assert found.answer == "cannot_be_told"
    assert ids(found, "may_forbid") == {"ecowas-no-fly-zone-niger-2023"}


def test_a_ban_on_a_part_limits() -> None:
    found = sd.may_fly("Iran", "DE", on="2025-11-01")
    assert found.answer == "yes"
    assert ids(found, "limits") == {
        "de-operating-permit-mahan-air-2019", "eu-landing-cargo-flights-of-iran-2025"
    }  # fmt: skip
    assert str(found).endswith("but a part of its flights is limited.")


def test_rows_say_what_they_stand_on() -> None:
    found = sd.may_fly("Mahan Air", "DE", on="2020-05-01")
    assert found.stands_on["on"] == "2020-05-01"
    assert found.stands_on["searched"] == {"party": ["mahan-air"], "country": ["DE"]}
    assert found.rows["source_url"].notna().all()


def test_without_a_day_the_day_of_the_data_counts() -> None:
    found = sd.may_fly("Aeroflot", "DE")
    assert found.on == found.stands_on["day"]
    assert found.answer == "no"


@pytest.mark.parametrize(
    ("party", "to", "says"),
    [
        pytest.param("Mahan Ar", "DE", "name one of mahan-air (", id="a near miss"),
        pytest.param("Aero", "DE", "no party or country has this name", id="a part of a name"),
        pytest.param("Mahan Air", "Germny", "did you mean 'DE'", id="no such country"),
        pytest.param("qqqqzzzz", "DE", "write a country or the name of an airline", id="nothing"),
    ],
)
def test_an_unknown_party_or_country_is_an_error(party: str, to: str, says: str) -> None:
    with pytest.raises(ValueError) as error:
        sd.may_fly(party, to)
    assert says in str(error.value)
