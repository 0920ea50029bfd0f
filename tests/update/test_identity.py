"""An entry is matched with its party: by reference where that holds, else with evidence."""

from __future__ import annotations

from datetime import date

import pytest

from sanctions_data.lists import Entry
from sanctions_data.lists.common.entry import Attribute, Identifier, Name
from sanctions_data.tables.store import Store
from sanctions_data.update.identity import Register
from sanctions_data.update.write_entities import PartyWriter

DAY = date(2022, 3, 1)


def entry(
    ref: str, name: str, *, kind: str = "person", imo: str = "", born: str = "",
    day: date | None = DAY, alias: str = "",
) -> Entry:  # fmt: skip
    return Entry(
        ref=ref,
        kind=kind,
        names=(Name(name), *((Name(alias, "alias"),) if alias else ())),
        position=ref,
        identifiers=(Identifier("imo_number", imo),) if imo else (),
        attributes=(Attribute("birth_date", born),) if born else (),
        listed_on=day,
        precision="day" if day else "unknown",
    )


def known(*entries: Entry, gone: str = "") -> Register:
    """A register of these entries; that with the reference ``gone`` is delisted."""
    store = Store()
    writer = PartyWriter(store, "ca-gac")
    for each in entries:
        store.put(
            "listings",
            {
                "listing_id": f"ca-gac-{each.ref}", "list_id": "ca-gac", "entry_ref": each.ref,
                "entity_id": f"party-{each.ref}", "name": each.names[0].text,
                "listed_on": each.listed_on.isoformat() if each.listed_on else "",
                "delisted_on": "2025-01-01" if each.ref == gone else "",
            },
        )  # fmt: skip
        writer.found(f"party-{each.ref}", each)
        writer.write(f"party-{each.ref}", [each], lambda kind: True)
    return Register(store, "ca-gac")


def refs(register: Register, *entries: Entry, renumbers: bool = True) -> list[str]:
    """The reference that the party of each entry had; empty for a new one."""
    found = register.assign(entries, renumbers=renumbers)
    return [row["entry_ref"] if row else "" for row in found.listings]


SHIPS = (
    entry("1", "Example Alfa", kind="vessel", imo="9074729"),
    entry("2", "Example Bravo", kind="vessel", imo="9319882"),
)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(
            SHIPS,
            (entry("1", "Example Charlie", kind="vessel", imo="9434890"),
             entry("2", "Example Alfa", kind="vessel", imo="9074729"),
             entry("3", "Example Bravo", kind="vessel", imo="9319882")),
            ["", "1", "2"], id="an item was put in front",
        ),
        pytest.param(
            SHIPS,
            (entry("1", "Example Bravo", kind="vessel", imo="9319882"),
             entry("2", "Example Alfa", kind="vessel", imo="9074729")),
            ["2", "1"], id="two change places",
        ),
        pytest.param(
            SHIPS, (entry("1", "Renamed", kind="vessel", imo="9074729"),), ["1"],
            id="a ship with another name has its number still",
        ),
        pytest.param(
            SHIPS, (entry("1", "Example Alfa", kind="vessel", imo="9074279"),), ["1"],
            id="two digits of a ship's number were corrected",
        ),
        pytest.param(
            SHIPS, (entry("1", "Example Alfa", kind="vessel", imo="9434890"),), [""],
            id="another ship of the same name",
        ),
        pytest.param(
            (entry("1", "Ivan PETROV"), entry("2", "Ivan SIDOROV")),
            (entry("1", "Ivan SIDOROV"), entry("2", "Olga NEW")), ["2", ""],
            id="the last of two persons moves up",
        ),
        pytest.param(
            (entry("1", "Ivan PETROV"),), (entry("1", "Ivan SIDOROV", day=date(2023, 1, 1)),),
            [""], id="a first name is not enough",
        ),
        pytest.param(
            (entry("1", "Ivan PETROV", born="1960-05-04"),),
            (entry("1", "Ivan PETROV", born="1971-08-09", day=date(2023, 1, 1)),), [""],
            id="a namesake with another day of birth",
        ),
        pytest.param(
            (entry("1", "Ivan PETROV"),), (entry("1", "Ivan PETROV", day=date(2023, 1, 1)),),
            ["1"], id="the day of listing was corrected",
        ),
        pytest.param(
            (entry("1", "Ksenia PETROVA"),), (entry("1", "Ksenija PETROVA"),), ["1"],
            id="the spelling was corrected",
        ),
        pytest.param(
            (entry("1", "Bank Alfa JSC", kind="organisation"),),
            (entry("1", "Bank Beta JSC", kind="organisation", day=date(2023, 1, 1)),), [""],
            id="two banks of one legal form",
        ),
        pytest.param(
            (entry("1", "Ada EXAMPLE", kind="person"),),
            (entry("1", "Ada EXAMPLE", kind="organisation"),), [""], id="another kind of party",
        ),
        pytest.param(
            (entry("7", "Ada EXAMPLE", day=None),), (entry("9", "Ada EXAMPLE", day=None),), ["7"],
            id="the whole name under another number",
        ),
    ],
)  # fmt: skip
def test_list_that_renumbers(
    before: tuple[Entry, ...], after: tuple[Entry, ...], expected: list[str]
) -> None:
    assert refs(known(*before), *after) == expected
    # The order in which a file prints its entries does not matter.
    assert refs(known(*before[::-1]), *after[::-1]) == expected[::-1]


@pytest.mark.parametrize(
    ("now", "is_same"),
    [
        pytest.param(entry("1", "EXAMPLE, Ada"), True, id="the same name"),
        pytest.param(entry("1", "Ada SAMPLE"), True, id="a word of it"),
        pytest.param(entry("1", "Bea OTHER", alias="Ada EXAMPLE"), True, id="as another name"),
        pytest.param(entry("1", "Bea OTHER", born="1960-05-04"), True, id="the day of birth"),
        pytest.param(entry("1", "Bea OTHER"), False, id="nothing"),
    ],
)
def test_list_whose_references_hold(now: Entry, is_same: bool) -> None:
    register = known(entry("1", "Ada EXAMPLE", born="1960-05-04"))
    found = register.assign([now], renumbers=False)
    assert (found.listings[0] is not None) == is_same
    assert bool(found.strangers) != is_same
    if not is_same:
        assert found.strangers == [("1", "Ada EXAMPLE", "Bea OTHER")]


def test_new_party_under_a_number_that_was_used_gets_an_id_of_its_own() -> None:
    register = known(entry("1", "Ada EXAMPLE"))
    assert register.new_id("1", {"1"}) == "ca-gac-1-2"
    assert register.new_id("1", {"1", "1-2"}) == "ca-gac-1-3"
    assert register.new_id("2", {"2"}) == "ca-gac-2"


def test_number_of_a_party_that_is_gone() -> None:
    register = known(entry("1", "Ada EXAMPLE"), gone="1")
    found = register.assign([entry("1", "Bea OTHER")], renumbers=True)
    assert found.listings == [None]
    assert not found.strangers
