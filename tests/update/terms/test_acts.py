"""Which act a measure rests on, where a programme has several and the list prints authorities."""

from __future__ import annotations

from datetime import date

import pytest
from tests.small_data import fill_store

from sanctions_data.lists import Entry, ReadReport
from sanctions_data.lists.common.entry import Name, Term
from sanctions_data.tables.store import Row, Store
from sanctions_data.update.merge import Merge
from sanctions_data.update.sources import Snapshot
from sanctions_data.update.terms.acts import act_in, choose_by_act

MAIN, OTHER = "Order 1", "Order 2"
DAYS = (date(2024, 7, 2), date(2026, 7, 24), date(2026, 8, 20))


@pytest.fixture
def store() -> Store:
    """A list whose programme rests on two orders, with a freeze under each and one ban."""
    store = fill_store(Store())
    for number in ("1", "2"):
        store.put(
            "instruments",
            {"instrument_id": f"act-{number}", "authority_id": "gb", "number": f"Order {number}"},
        )
    store.put("programmes", {"programme_id": "gb-test", "instrument_id": "act-1"})
    for rule, act, kind in (
        ("freeze-1", "act-1", "asset_freeze"),
        ("freeze-2", "act-2", "asset_freeze"),
        ("ban", "act-1", "travel_ban"),
    ):
        store.put(
            "programme_measures",
            {"rule_id": rule, "list_id": "gb-fcdo", "programme_id": "gb-test", "party_kind": "any",
             "measure_type": kind, "instrument_id": act, "evidence": "primary"},
        )  # fmt: skip
    return store


def entry(*authorities: str) -> Entry:
    hints = (Term("legalAuthority", text, is_hint=True) for text in authorities)
    return Entry(
        ref="A1",
        kind="person",
        names=(Name("A Party"),),
        position="entry A1",
        programmes=(Term("RegimeName", "The Test Regulations"), *hints),
        listed_on=date(2020, 1, 1),
        precision="day",
    )


def merged(store: Store, day: date, *authorities: str) -> tuple[Row, Row]:
    """The freeze and the ban, after a snapshot that prints these authorities."""
    snapshot = Snapshot("gb-fcdo", f"gb-fcdo-{day}", day, True, has_many_programmes=True)
    Merge(store, snapshot, ReadReport("gb-fcdo")).run([entry(*authorities)])
    [freeze], [ban] = store.rows("asset_freezes"), store.rows("travel_bans")
    return freeze, ban


@pytest.mark.parametrize(
    ("authorities", "rule"),
    [
        pytest.param((), "freeze-1", id="none printed"),
        pytest.param((MAIN,), "freeze-1", id="the main act"),
        pytest.param((f"{OTHER} (Example)",), "freeze-2", id="the other act"),
        pytest.param((OTHER, MAIN), "freeze-1", id="both"),
        pytest.param(("Order 20",), "freeze-1", id="an act that is not known"),
    ],
)
def test_the_printed_authority_decides(
    store: Store, authorities: tuple[str, ...], rule: str
) -> None:
    freeze, ban = merged(store, DAYS[0], *authorities)
    assert (freeze["rule_id"], freeze["instrument_id"]) == (rule, f"act-{rule[-1]}")
    assert (ban["rule_id"], ban["instrument_id"]) == ("ban", "act-1")


def test_a_snapshot_without_authorities_keeps_the_act_that_was_learned(store: Store) -> None:
    assert merged(store, DAYS[0])[0]["instrument_id"] == "act-1"
    learned, _ = merged(store, DAYS[1], OTHER)
    assert learned["instrument_id"] == "act-2"
    kept, ban = merged(store, DAYS[2])
    assert (kept["measure_id"], kept["rule_id"]) == (learned["measure_id"], "freeze-2")
    assert (kept["instrument_id"], kept["status"], ban["status"]) == (
        "act-2", "in_force", "in_force",
    )  # fmt: skip


def test_a_rule_under_another_act_alone_always_applies() -> None:
    only = {"measure_type": "travel_ban", "instrument_id": "act-2"}
    assert list(choose_by_act([only], "act-1", set())) == [(only, False)]


@pytest.mark.parametrize(
    ("printed", "act"),
    [
        (OTHER, "act-2"),
        (f"{OTHER} - Section 3", "act-2"),
        ("Order 21", ""),
        ("EO13628 Section 3", "act-3"),
        ("under EO13628", ""),
        ("", ""),
    ],
)
def test_an_authority_begins_with_the_number_of_its_act(printed: str, act: str) -> None:
    assert act_in(printed, {OTHER: "act-2", "EO13628": "act-3"}) == act


def test_the_longest_number_is_the_act() -> None:
    """Order 2 (B) is another act than Order 2."""
    acts = {OTHER: "act-2", f"{OTHER} (B)": "act-2b"}
    assert act_in(f"{OTHER} (B) Section 3", acts) == "act-2b"


FREEZES = [{"measure_type": "asset_freeze", "instrument_id": act} for act in ("A", "B", "C")]
BANS = [{"measure_type": "travel_ban", "instrument_id": act} for act in ("A", "A")]


@pytest.mark.parametrize(
    ("rules", "printed", "chosen"),
    [
        pytest.param(FREEZES, "A", [("A", False)], id="the main act is printed"),
        pytest.param(FREEZES, "AB", [("A", False)], id="another one too"),
        pytest.param(FREEZES, "B", [("B", False)], id="another act is printed"),
        pytest.param(FREEZES, "CB", [("B", False)], id="two others: the first rule"),
        pytest.param(FREEZES, "", [("A", True)], id="no act is printed"),
        pytest.param(FREEZES, "Z", [("A", True)], id="an act without a rule is printed"),
        pytest.param(FREEZES[1:], "", [("B", False), ("C", False)], id="no rule by the main act"),
        pytest.param(BANS, "", [("A", False), ("A", False)], id="all by the main act"),
        pytest.param([*FREEZES, *BANS], "B", [("B", False), ("A", False), ("A", False)],
                     id="another act has a rule of one kind only"),
    ],
)  # fmt: skip
def test_which_rules_apply(rules: list[Row], printed: str, chosen: list[tuple[str, bool]]) -> None:
    found = choose_by_act(rules, "A", set(printed))
    assert [(rule["instrument_id"], is_open) for rule, is_open in found] == chosen
