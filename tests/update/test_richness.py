"""Absence counts only in a snapshot that could have said more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.lists import Entry, ReadReport
from sanctions_data.lists.common.entry import EVERYTHING, Attribute, Identifier, Name, Term
from sanctions_data.tables.store import Store
from sanctions_data.update.merge import Merge
from sanctions_data.update.richness import FEW, is_poor
from sanctions_data.update.sources import Outcome, Snapshot

FIRST, SECOND, THIRD = date(2026, 2, 1), date(2026, 3, 1), date(2026, 4, 1)
MANY = 2 * FEW


def party(number: int, *, rich: bool = True) -> Entry:
    """A person of the test list; one that is not rich has a primary name alone."""
    return Entry(
        ref=f"XXi.{number:03}",
        kind="person",
        names=(Name(f"ADA PARTY{number}"), *((Name(f"BEA PARTY{number}", "alias"),) * rich)),
        position=str(number),
        programmes=(Term("UN_LIST_TYPE", "Test"),),
        identifiers=(Identifier("passport", f"P{number:04}"),) * rich,
        attributes=(Attribute("birth_date", f"{1950 + number}-01-02"),) * rich,
        listed_on=date(2020, 1, 2) if rich else None,
        precision="day" if rich else "unknown",
    )


def merge(store: Store, day: date, *entries: Entry, **more: object) -> Outcome:
    snapshot = Snapshot("un-sc", f"un-sc-{day}", day, True, **more)  # type: ignore[arg-type]
    store.put("sources", {"source_id": snapshot.source_id, "list_id": "un-sc", "sha256": "0",
                          "published_on": day.isoformat()})  # fmt: skip
    return Merge(store, snapshot, ReadReport("un-sc")).run(entries)


def facts(store: Store) -> set[tuple[str, str]]:
    return {
        *(("name", row["name"]) for row in store.rows("entity_names")),
        *(("number", row["value"]) for row in store.rows("entity_identifiers")),
        *((row["attribute"], row["value"]) for row in store.rows("entity_attributes")),
        *(("listed", row["listed_on"]) for row in store.rows("listings")),
        *(("start", row["start_date"]) for row in store.rows("asset_freezes")),
    }


@pytest.mark.parametrize(
    "poorer",
    [
        pytest.param({}, id="nothing of a kind is printed of anybody"),
        pytest.param({"lacks_details": True}, id="the snapshot is known to lack details"),
        pytest.param({"carries": frozenset({"measures"})}, id="the files cannot carry it"),
    ],
)
def test_what_a_poorer_snapshot_does_not_say_stays(store: Store, poorer: dict[str, object]) -> None:
    merge(store, FIRST, *map(party, range(MANY)))
    before = facts(store)
    outcome = merge(store, SECOND, *(party(n, rich=False) for n in range(MANY)), **poorer)
    assert facts(store) == before
    assert outcome.kept["numbers"] == outcome.kept["births"] == outcome.kept["dates"] == MANY
    assert outcome.kept_from["numbers"] == f"un-sc-{FIRST}"
    assert not outcome.counts


@pytest.mark.parametrize("printed", [1, 3], ids=["of one party in forty", "of three"])
def test_what_is_printed_of_a_few_alone_stays_for_the_others(store: Store, printed: int) -> None:
    merge(store, FIRST, *map(party, range(MANY)))
    before = facts(store)
    merge(store, SECOND, *(party(n, rich=n < printed) for n in range(MANY)))
    assert facts(store) == before


def test_what_a_snapshot_as_rich_says_no_more_is_gone(store: Store) -> None:
    merge(store, FIRST, *map(party, range(MANY)))
    changed = replace(party(0), names=party(0).names[:1], identifiers=())
    merge(store, SECOND, changed, *map(party, range(1, MANY)))
    assert ("name", "BEA PARTY0") not in facts(store)
    assert ("number", "P0000") not in facts(store)
    assert ("number", "P0001") in facts(store)


def test_other_primary_name_of_a_list_that_lacks_details_stays_as_an_alias(store: Store) -> None:
    merge(store, FIRST, party(1))
    merge(store, SECOND, replace(party(1), names=(Name("ADA PARTY"),)), lacks_details=True)
    kinds = {row["name"]: row["name_type"] for row in store.rows("entity_names")}
    assert kinds == {"ADA PARTY": "primary", "ADA PARTY1": "alias", "BEA PARTY1": "alias"}


def test_facts_were_said_by_the_snapshot_that_did_not_keep_them(store: Store) -> None:
    from sanctions_data.update.sources import note_of

    merge(store, FIRST, *map(party, range(MANY)))
    poor = [party(n, rich=False) for n in range(MANY)]
    second = merge(store, SECOND, *poor)
    note = note_of("Ours.", Snapshot("un-sc", f"un-sc-{SECOND}", SECOND, True), second)
    assert note.startswith("Ours. Kept from un-sc-2026-02-01: other names, numbers")
    (store.get("sources", f"un-sc-{SECOND}") or {})["note"] = note
    assert merge(store, THIRD, *poor).kept_from["numbers"] == f"un-sc-{FIRST}"


@given(st.integers(0, 5000), st.integers(0, 5000), st.integers(1, 5000))
def test_who_says_more_than_is_lost_is_not_poor(lost: int, more: int, parties: int) -> None:
    assert not is_poor(lost, lost + more + 1, parties)
    assert is_poor(lost, 0, parties) == (lost >= FEW or 0 < lost >= parties * 0.05)


def test_everything_is_what_a_file_carries_unless_it_says_otherwise() -> None:
    assert Snapshot("x", "x-1", FIRST, True).carries == EVERYTHING
