"""Merging snapshots one after the other: added, changed, ended, come back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.small_data import rule, term

from sanctions_data.lists import Entry, ListError, ReadReport
from sanctions_data.lists.common.entry import CrossReference, Link, Name, StatedMeasure, Term
from sanctions_data.tables.store import Row, Store
from sanctions_data.update.days.statuses import bring_up_to_date
from sanctions_data.update.merge import Merge
from sanctions_data.update.sources import Outcome, Snapshot

FEBRUARY, AUGUST = date(2026, 2, 23), date(2026, 8, 22)
FREEZE, BAN = "Asset freeze", "Travel Ban"


def entry(ref: str, *terms: str, name: str = "", **more: object) -> Entry:
    return Entry(
        ref=ref,
        kind=str(more.pop("kind", "person")),
        names=(Name(name or f"Party {ref}"),),
        position=f"Designation {ref}",
        programmes=(Term("RegimeName", "The Test Regulations"),),
        measures=tuple(StatedMeasure(Term("SanctionsImposed", term)) for term in terms),
        listed_on=date(2024, 11, 18),
        precision="day",
        **more,  # type: ignore[arg-type]
    )


def merge(store: Store, day: date, *entries: Entry, complete: bool = True) -> Outcome:
    snapshot = Snapshot("gb-fcdo", f"gb-fcdo-{day}", day, complete)
    return Merge(store, snapshot, ReadReport("gb-fcdo")).run(entries)


def freeze_of(store: Store, ref: str, mark: str = "") -> Row:
    row = store.get("asset_freezes", f"gb-fcdo-{ref}-asset-freeze{mark}")
    assert row is not None
    return row


def test_first_import(store: Store) -> None:
    outcome = merge(store, FEBRUARY, entry("A1", FREEZE, BAN))
    assert outcome.counts["asset_freeze", "added"] == 1
    row = freeze_of(store, "A1")
    assert row["status"] == "in_force"
    assert row["first_seen"] == "2026-02-23"
    assert row["instrument_id"] == "gb-act"
    listing = store.get("listings", "gb-fcdo-A1")
    assert listing is not None and listing["matched_by"] == "own_listing"


def test_importing_the_same_again_changes_nothing(store: Store) -> None:
    merge(store, FEBRUARY, entry("A1", FREEZE, BAN))
    before = {name: store.canonical(name) for name in ("listings", "asset_freezes", "entities")}
    outcome = merge(store, AUGUST, entry("A1", FREEZE, BAN))
    assert not outcome.counts
    assert before == {name: store.canonical(name) for name in before}


def test_delisted_party_keeps_its_rows(store: Store) -> None:
    many = [entry(f"B{i}", FREEZE) for i in range(9)]
    merge(store, FEBRUARY, entry("A1", FREEZE, BAN), *many)
    outcome = merge(store, AUGUST, *many)
    assert outcome.counts["listing", "ended"] == 1
    row, listing = freeze_of(store, "A1"), store.get("listings", "gb-fcdo-A1")
    assert (row["status"], row["end_date"], row["end_precision"]) == (
        "ended", "2026-08-22", "on_or_before",
    )  # fmt: skip
    assert listing is not None and listing["delisted_on"] == "2026-08-22"
    assert store.get("entities", listing["entity_id"])


@pytest.mark.parametrize(
    ("to_date", "end"),
    [
        pytest.param("2026-07-01", "2026-07-01", id="the act ended before the snapshot"),
        pytest.param("2026-12-01", "2026-08-22", id="the act ends later"),
    ],
)
def test_end_of_a_delisted_party_is_not_later_than_that_of_its_act(
    store: Store, to_date: str, end: str
) -> None:
    many = [entry(f"B{i}", FREEZE) for i in range(9)]
    merge(store, FEBRUARY, entry("A1", FREEZE), *many)
    freeze_of(store, "A1")["rule_id"] = "gb-rule"
    store.put(
        "programme_measures",
        {"rule_id": "gb-rule", "list_id": "gb-fcdo", "to_date": to_date},
    )
    merge(store, AUGUST, *many)
    row = freeze_of(store, "A1")
    assert (row["status"], row["end_date"], row["end_precision"]) == ("ended", end, "on_or_before")


def test_row_whose_end_is_known_beforehand_stays_one_row(store: Store) -> None:
    for name in ("feb", "aug"):
        store.put("sources", {"source_id": name, "published_on": "2026-08-22"})
    (store.get("programme_measures", "un-test-freeze") or {})["to_date"] = "2026-07-01"

    def merge_un(day: date) -> Outcome:
        party = Entry("XXi.001", "organisation", (Name("A"),), "1",
                      programmes=(Term("UN_LIST_TYPE", "Test"),))  # fmt: skip
        outcome = Merge(store, Snapshot("un-sc", "s", day, True), ReadReport("un-sc")).run([party])
        bring_up_to_date(store)
        return outcome

    merge_un(date(2025, 6, 18))
    assert [row["status"] for row in store.rows("asset_freezes")] == ["ended"]
    assert not merge_un(FEBRUARY).counts
    assert [row["end_date"] for row in store.rows("asset_freezes")] == ["2026-07-01"]


def test_programme_of_another_name_began_not_after_it_was_seen(store: Store) -> None:
    store.put("source_terms", term("un-sc", "UN_LIST_TYPE", "New", "any", programme_id="un-new"))
    new_rule = rule("un-new-freeze", "any", "asset_freeze", from_date="2026-03-01")
    store.put("programme_measures", {**new_rule, "programme_id": "un-new"})
    for day, programme in ((FEBRUARY, "Test"), (AUGUST, "New")):
        party = Entry("XXi.001", "organisation", (Name("A"),), "1", listed_on=date(2010, 1, 1),
                      precision="day", programmes=(Term("UN_LIST_TYPE", programme),))  # fmt: skip
        undated = replace(party, listed_on=None, precision="unknown")
        snapshot = Snapshot("un-sc", f"un-sc-{day}", day, True)
        Merge(store, snapshot, ReadReport("un-sc")).run([undated if day == FEBRUARY else party])
    (row,) = store.rows("asset_freezes")
    assert (row["programme_id"], row["status"]) == ("un-new", "in_force")
    assert (row["start_date"], row["start_precision"]) == ("", "unknown")


def test_incomplete_snapshot_ends_nothing(store: Store) -> None:
    many = [entry(f"B{i}", FREEZE) for i in range(9)]
    merge(store, FEBRUARY, entry("A1", FREEZE), *many)
    outcome = merge(store, AUGUST, *many, complete=False)
    assert not outcome.counts
    assert freeze_of(store, "A1")["status"] == "in_force"


def test_measure_that_an_entry_lost_is_ended(store: Store) -> None:
    merge(store, FEBRUARY, entry("A1", FREEZE, BAN))
    outcome = merge(store, AUGUST, entry("A1", FREEZE))
    assert outcome.counts == {("travel_ban", "ended"): 1}
    ban = store.get("travel_bans", "gb-fcdo-A1-travel-ban")
    assert ban is not None and ban["status"] == "ended"


@pytest.mark.parametrize(
    ("back", "intervals"),
    [
        pytest.param(
            date(2024, 11, 18), [("2024-11-18", "day", "")], id="with its old date: it goes on"
        ),
        pytest.param(
            date(2026, 3, 1), [("2024-11-18", "day", "2026-02-23"), ("2026-03-01", "day", "")],
            id="with a later date",
        ),
        pytest.param(
            None,
            [("2024-11-18", "day", "2026-02-23"), ("2026-08-22", "on_or_before", "")],
            id="without a date: by the day on which it was seen again",
        ),
        pytest.param(
            date(2025, 3, 1),
            [("2024-11-18", "day", "2026-02-23"), ("2026-08-22", "on_or_before", "")],
            id="with another date from before it was gone",
        ),
    ],
)  # fmt: skip
def test_listing_that_comes_back(
    store: Store, back: date | None, intervals: list[tuple[str, str, str]]
) -> None:
    many = [entry(f"B{i}", FREEZE) for i in range(9)]
    merge(store, date(2025, 1, 1), entry("A1", FREEZE), *many)
    entity = (store.get("listings", "gb-fcdo-A1") or {})["entity_id"]
    merge(store, FEBRUARY, *many)
    returned = replace(entry("A1", FREEZE), listed_on=back, precision="day" if back else "unknown")
    merge(store, AUGUST, returned, *many)
    rows = [r for r in store.rows("asset_freezes") if r["listing_id"] == "gb-fcdo-A1"]
    found = [(r["start_date"], r["start_precision"], r["end_date"]) for r in rows]
    assert found == intervals
    assert rows[-1]["status"] == "in_force"
    listing = store.get("listings", "gb-fcdo-A1") or {}
    assert (listing["delisted_on"], listing["entity_id"]) == ("", entity)
    assert not merge(store, AUGUST, returned, *many).counts


def test_cross_reference_within_a_list_makes_one_party_of_two_listings(store: Store) -> None:
    reference = (CrossReference("gb-fcdo", "A0"),)
    merge(
        store,
        FEBRUARY,
        entry("A0", FREEZE, name="Party One"),
        entry("A1", FREEZE, name="Party One", references=reference),
        entry("A2", FREEZE, name="Party One", kind="organisation", references=reference),
    )
    first, one, two = (store.get("listings", f"gb-fcdo-A{n}") or {} for n in range(3))
    assert (one["entity_id"], one["matched_by"]) == (first["entity_id"], "cross_reference")
    assert two["entity_id"] != first["entity_id"]
    (match,) = store.rows("matches")
    assert (match["listing_id"], match["matched_listing_id"]) == ("gb-fcdo-A1", "gb-fcdo-A0")


def test_reference_to_another_list_is_left_to_the_matching_of_all_lists(store: Store) -> None:
    store.put("entities", {"entity_id": "a-party", "kind": "person", "name": "Party A1"})
    store.put("listings", {"listing_id": "un-sc-XXi.001", "entity_id": "a-party"})
    merge(store, FEBRUARY, entry("A1", FREEZE, references=(CrossReference("un-sc", "XXi.001"),)))
    assert (store.get("listings", "gb-fcdo-A1") or {})["matched_by"] == "own_listing"


@pytest.mark.parametrize("decision", ["same", "different"])
def test_decision_of_a_contributor_wins(store: Store, decision: str) -> None:
    store.put("entities", {"entity_id": "a-party", "kind": "person", "name": "A PARTY"})
    store.put("listings", {"listing_id": "gb-fcdo-A0", "entity_id": "a-party", "name": "Party A1"})
    store.put(
        "match_decisions",
        {"listing_id": "gb-fcdo-A1", "entity_id": "a-party", "decision": decision},
    )
    references = () if decision == "same" else (CrossReference("gb-fcdo", "A0"),)
    merge(store, FEBRUARY, entry("A1", FREEZE, references=references))
    listing = store.get("listings", "gb-fcdo-A1") or {}
    assert (listing["entity_id"] == "a-party") == (decision == "same")


def test_later_decision_leaves_the_old_entity_findable(store: Store) -> None:
    merge(store, FEBRUARY, entry("A1", FREEZE))
    old = (store.get("listings", "gb-fcdo-A1") or {})["entity_id"]
    store.put("entities", {"entity_id": "a-party", "kind": "person", "name": "A PARTY"})
    store.put(
        "match_decisions",
        {"listing_id": "gb-fcdo-A1", "entity_id": "a-party", "decision": "same"},
    )
    merge(store, AUGUST, entry("A1", FREEZE))
    assert freeze_of(store, "A1")["entity_id"] == "a-party"
    assert (store.get("entities", old) or {})["merged_into"] == "a-party"
    assert {row["entity_id"] for row in store.rows("entity_names")} == {"a-party"}


@pytest.mark.parametrize(
    ("entries", "error"),
    [
        pytest.param([], ValueError, id="empty list"),
        pytest.param([entry("B1", FREEZE)], ValueError, id="list shrank to a tenth"),
    ],
)
def test_refused_list_leaves_no_trace(
    store: Store, entries: list[Entry], error: type[Exception]
) -> None:
    merge(store, FEBRUARY, *(entry(f"B{i}", FREEZE) for i in range(10)))
    before = store.canonical("listings"), store.canonical("asset_freezes")
    with pytest.raises(error, match="gb-fcdo was not imported"):
        merge(store, AUGUST, *entries)
    assert before == (store.canonical("listings"), store.canonical("asset_freezes"))


def test_a_file_that_cannot_be_read_leaves_no_trace(store: Store) -> None:
    report = ReadReport("gb-fcdo")
    report.error("Designation A1", "found no names")
    snapshot = Snapshot("gb-fcdo", "x", FEBRUARY, True)
    with pytest.raises(ListError, match="found no names"):
        Merge(store, snapshot, report).run([entry("A1", FREEZE)])
    assert store.rows("listings") == []


def test_what_changed_is_told_by_listing(store: Store) -> None:
    first = merge(store, FEBRUARY, entry("A1", FREEZE, BAN), entry("B1", FREEZE))
    a1 = store.get("listings", "gb-fcdo-A1") or {}
    assert not first.is_unchanged
    assert first.entries == 2
    assert first.stories["gb-fcdo-A1"] == [
        "listing: new", "1 asset_freeze added", "1 travel_ban added", "1 facts new, 0 gone",
    ]  # fmt: skip
    assert first.sizes == {"gb-fcdo-A1": 4, "gb-fcdo-B1": 3}
    second = merge(store, AUGUST, entry("A1", FREEZE, name="Party ONE"), entry("B1", FREEZE))
    assert second.stories == {
        "gb-fcdo-A1": ["listing: name", "1 travel_ban ended", "1 facts new, 1 gone"]
    }
    assert second.sizes == {"gb-fcdo-A1": 4}
    assert second.parties == {a1["entity_id"]}
    third = merge(store, date(2026, 9, 1), entry("B1", FREEZE))
    assert third.stories == {"gb-fcdo-A1": ["gone: Party ONE", "1 asset_freeze ended"]}
    assert third.sizes == {"gb-fcdo-A1": 2}
    assert not merge(store, date(2026, 9, 2), entry("B1", FREEZE)).stories


def test_a_party_of_which_only_the_day_of_listing_changed_is_told(store: Store) -> None:
    merge(store, FEBRUARY, entry("A1"), entry("B1"))
    earlier = replace(entry("A1"), listed_on=date(2024, 11, 1))
    outcome = merge(store, AUGUST, earlier, entry("B1"))
    assert outcome.stories == {"gb-fcdo-A1": ["listing: listed_on"]}
    assert outcome.parties == {(store.get("listings", "gb-fcdo-A1") or {})["entity_id"]}


def test_a_party_of_which_only_an_alias_is_new_is_told(store: Store) -> None:
    merge(store, FEBRUARY, entry("A1"), entry("B1"))
    named = replace(entry("A1"), names=(*entry("A1").names, Name("Quill", "alias")))
    outcome = merge(store, AUGUST, named, entry("B1"))
    assert outcome.stories == {"gb-fcdo-A1": ["1 facts new, 0 gone"]}
    assert outcome.parties == {(store.get("listings", "gb-fcdo-A1") or {})["entity_id"]}


@pytest.mark.parametrize(
    ("was_gone", "listed"),
    [
        pytest.param(False, ("2026-02-23", "on_or_before"), id="it was seen before"),
        pytest.param(True, ("2026-05-01", "day"), id="it was gone in between"),
    ],
)
def test_a_day_of_listing_after_the_entry_was_seen(
    store: Store, listed: tuple[str, str], *, was_gone: bool
) -> None:
    many = [entry(f"B{i}", FREEZE) for i in range(9)]
    bare = replace(entry("A1", FREEZE), listed_on=None, precision="unknown")
    merge(store, FEBRUARY, bare, *many)
    if was_gone:
        merge(store, date(2026, 3, 1), *many)
    merge(store, AUGUST, replace(bare, listed_on=date(2026, 5, 1), precision="day"), *many)
    row = store.get("listings", "gb-fcdo-A1") or {}
    assert (row["listed_on"], row["listed_precision"]) == listed


MOON = "Moon landing ban"


def test_a_term_without_a_meaning_that_was_added_does_not_begin_with_the_listing(
    store: Store,
) -> None:
    """As with one that has a meaning: that it stood on the list before is not said."""
    merge(store, FEBRUARY, entry("A1", FREEZE), entry("B1", FREEZE, MOON))
    merge(store, AUGUST, entry("A1", FREEZE, MOON), entry("B1", FREEZE, MOON))
    rows = {row["listing_id"]: row for row in store.rows("other_measures")}
    days = {ref: (rows[f"gb-fcdo-{ref}"]["start_date"], rows[f"gb-fcdo-{ref}"]["start_precision"])
            for ref in ("A1", "B1")}  # fmt: skip
    assert days == {"A1": ("", "unknown"), "B1": ("2024-11-18", "day")}


def saw(store: Store, day: date, *entries: Entry, **more: object) -> dict[str, str]:
    """What each check saw, as ``--explain`` shows it."""
    snapshot = Snapshot("gb-fcdo", f"gb-fcdo-{day}", day, True, **more)  # type: ignore[arg-type]
    merge = Merge(store, snapshot, ReadReport("gb-fcdo"))
    merge.run(entries)
    return {check.title: check.saw for check in merge.checks}


LOST = "measures that would be lost"


def test_measures_are_counted_of_entries_that_are_there(store: Store) -> None:
    def told(number: int, of: int) -> str:
        return f"{number} of {of} measures of entries that are there would go"

    both, many = entry("A1", FREEZE, BAN), [entry(f"B{n}", FREEZE) for n in range(5)]
    assert saw(store, date(2026, 1, 1), both, *many)[LOST] == told(0, 0)
    assert saw(store, date(2026, 1, 2), entry("A1", FREEZE), *many)[LOST] == told(1, 7)
    assert saw(store, date(2026, 1, 3), entry("A1", FREEZE), *many[1:])[LOST] == told(0, 5)
    # What comes back has no measure that could go.
    assert saw(store, date(2026, 1, 4), entry("A1", FREEZE), *many)[LOST] == told(0, 5)


@pytest.mark.parametrize(
    ("more", "unread"),
    [
        pytest.param({"carries": frozenset({"programmes"})}, (), id="the file cannot say measures"),
        pytest.param({}, ("measures",), id="the measures could not be read"),
        pytest.param({}, ("programmes",), id="the programmes could not be read"),
    ],
)
def test_what_is_not_said_of_measures_ends_none(
    store: Store, more: dict[str, object], unread: tuple[str, ...]
) -> None:
    saw(store, FEBRUARY, entry("A1", FREEZE, BAN))
    poor = replace(entry("A1", FREEZE), unread=unread)
    assert saw(store, AUGUST, poor, **more)[LOST].startswith("0 of 2 measures")
    assert {row["status"] for row in store.rows("travel_bans")} == {"in_force"}


def test_a_file_in_which_nobody_has_a_measure_ends_none(store: Store) -> None:
    many = [entry(f"B{n}", FREEZE) for n in range(40)]
    saw(store, FEBRUARY, *many)
    bare = [replace(each, measures=()) for each in many]
    assert saw(store, AUGUST, *bare)[LOST].startswith("0 of 40 measures")
    assert {row["status"] for row in store.rows("asset_freezes")} == {"in_force"}


def test_days_that_are_no_longer_printed_are_counted(store: Store) -> None:
    bare = replace(entry("A1", FREEZE), listed_on=None, precision="unknown")
    merge(store, FEBRUARY, entry("B1", FREEZE), bare)
    other = replace(entry("B1", FREEZE), listed_on=None, precision="unknown")
    assert merge(store, AUGUST, other, bare).kept["dates"] == 1
    assert merge(store, date(2026, 9, 1), entry("B1", FREEZE), bare).kept["dates"] == 0


def test_the_newest_entry_is_one_of_which_the_day_is_known(store: Store) -> None:
    bound = replace(entry("A1", FREEZE), listed_on=date(2025, 1, 1), precision="on_or_before")
    found = saw(store, FEBRUARY, bound, entry("B1", FREEZE))
    assert found["the newest entry"].startswith("the newest entry of the file is of 2024-11-18")


def test_ties_between_entries_are_kept_by_a_file_that_lacks_details(store: Store) -> None:
    tied = replace(entry("A1", FREEZE), links=(Link("owned_by", "B1"),))
    other = replace(entry("B1", FREEZE), links=(Link("supports", "A1"),))
    saw(store, FEBRUARY, tied, entry("B1", FREEZE))
    saw(store, AUGUST, entry("A1", FREEZE), other, lacks_details=True)
    assert len(store.rows("listing_links")) == 2
    saw(store, date(2026, 9, 1), entry("A1", FREEZE), other)
    assert [row["relation"] for row in store.rows("listing_links")] == ["supports"]


def test_a_list_that_is_not_among_the_lists_is_refused(store: Store) -> None:
    snapshot = Snapshot("zz-list", "x", FEBRUARY, True)
    with pytest.raises(ValueError, match=r"zz-list was not imported: lists\.csv has no such list"):
        Merge(store, snapshot, ReadReport("zz-list"))


@pytest.mark.parametrize(
    ("was", "now", "kind"),
    [
        pytest.param("person", "unknown", "person", id="what is not said stays"),
        pytest.param("unknown", "person", "person", id="what was not known is learned"),
    ],
)
def test_the_kind_of_a_known_party(store: Store, was: str, now: str, kind: str) -> None:
    merge(store, FEBRUARY, entry("A1", FREEZE, kind=was))
    merge(store, AUGUST, entry("A1", FREEZE, BAN, kind=now))
    assert [row["kind"] for row in store.rows("entities")] == [kind]
    assert [row["measure_type"] for row in store.rows("travel_bans")] == ["travel_ban"]


def test_a_party_of_which_only_a_programme_changed_is_told(store: Store) -> None:
    merge(store, FEBRUARY, entry("A1", FREEZE), entry("B1", FREEZE))
    store.put("source_terms", term("gb-fcdo", "RegimeName", "New Regulations", "any",
                                   programme_id="gb-new"))  # fmt: skip
    store.put("programmes", {"programme_id": "gb-new", "authority_id": "gb",
                             "instrument_id": "gb-act"})  # fmt: skip
    moved = replace(entry("A1", FREEZE), programmes=(Term("RegimeName", "New Regulations"),))
    outcome = merge(store, AUGUST, moved, entry("B1", FREEZE))
    assert freeze_of(store, "A1")["programme_id"] == "gb-new"
    assert outcome.parties == {(store.get("listings", "gb-fcdo-A1") or {})["entity_id"]}


def test_one_that_is_there_hides_none_that_is_gone(store: Store) -> None:
    many = [entry(f"B{i}", FREEZE) for i in range(9)]
    merge(store, FEBRUARY, *many[:5], entry("A1", FREEZE), *many[5:])
    merge(store, AUGUST, *many)
    assert [row["entry_ref"] for row in store.rows("listings") if row["delisted_on"]] == ["A1"]


@pytest.mark.parametrize(
    ("many", "ids"),
    [
        pytest.param(True, ["gb-fcdo-A1-asset-freeze-one", "gb-fcdo-A1-asset-freeze-two"],
                     id="a list that prints many"),
        pytest.param(False, ["gb-fcdo-A1-asset-freeze", "gb-fcdo-A1-asset-freeze-2"],
                     id="a list that prints one as a rule"),
    ],
)  # fmt: skip
def test_programmes_impose_measures_of_their_own(store: Store, many: bool, ids: list[str]) -> None:
    for name in ("one", "two"):
        store.put("programmes", {"programme_id": f"gb-{name}", "authority_id": "gb"})
        store.put(
            "source_terms",
            {"list_id": "gb-fcdo", "field": "Program", "term": name, "party_kind": "any",
             "programme_id": f"gb-{name}"},
        )  # fmt: skip
        store.put(
            "programme_measures",
            {"rule_id": name, "list_id": "gb-fcdo", "programme_id": f"gb-{name}",
             "party_kind": "any", "measure_type": "asset_freeze", "evidence": "primary"},
        )  # fmt: skip
    tagged = replace(entry("A1"), programmes=(Term("Program", "one"), Term("Program", "two")))
    snapshot = Snapshot("gb-fcdo", "x", FEBRUARY, True, has_many_programmes=many)
    for counts in ({("listing", "added"): 1, ("asset_freeze", "added"): 2}, {}):
        again = Merge(store, snapshot, ReadReport("gb-fcdo")).run([tagged])
        assert again.counts == counts
    assert [row["measure_id"] for row in store.rows("asset_freezes")] == ids


def test_snapshot_that_names_nobody_by_a_primary_name(store: Store) -> None:
    """OFAC's side files without the main one tell who is on the list, and little more."""
    many = [entry(f"B{i}", FREEZE) for i in range(9)]
    merge(store, FEBRUARY, entry("A1", FREEZE, name="Ada EXAMPLE"), *many)

    def beside(ref: str, *names: str) -> Entry:
        return Entry(ref, "unknown", tuple(Name(n, "alias") for n in names), ref,
                     unread=("kind", "names", "programmes"))  # fmt: skip

    known = [beside(f"B{i}") for i in range(9)]
    merge(store, AUGUST, beside("A1", "Someone ELSE"), beside("N1", "New"), beside("N2"), *known)
    assert freeze_of(store, "A1")["status"] == "in_force"
    listing = store.get("listings", "gb-fcdo-A1") or {}
    assert (listing["name"], listing["delisted_on"]) == ("Ada EXAMPLE", "")
    # Who has no name at all must wait; who has another one is called by it for a while.
    assert store.get("listings", "gb-fcdo-N2") is None
    new = store.get("listings", "gb-fcdo-N1") or {}
    assert (store.get("entities", new["entity_id"]) or {})["kind"] == "unknown"
    whole = replace(entry("N1", FREEZE, name="New PARTY"), names=(
        Name("New PARTY"), Name("New", "alias")))  # fmt: skip
    merge(store, date(2026, 9, 1), entry("A1", FREEZE, name="Ada EXAMPLE"), whole, *many)
    entity = store.get("entities", new["entity_id"]) or {}
    assert (entity["name"], entity["kind"]) == ("New PARTY", "person")
    assert freeze_of(store, "N1")["status"] == "in_force"


def test_an_entry_whose_measures_ran_out_may_be_gone(store: Store) -> None:
    """A list of orders that expire loses many of its entries between two snapshots."""
    order = StatedMeasure(Term("SanctionsImposed", FREEZE), end=date(2026, 6, 1))
    orders = [replace(entry(f"A{n}"), measures=(order,)) for n in range(20)]
    merge(store, FEBRUARY, *orders, entry("B1", FREEZE))
    outcome = merge(store, AUGUST, entry("B1", FREEZE))
    assert outcome.counts["listing", "ended"] == 20
    assert {row["end_date"] for row in store.rows("asset_freezes")} == {"", "2026-06-01"}
