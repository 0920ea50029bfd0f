"""From entries to measures by the crosswalk: nothing is lost, nothing is made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.small_data import rule, term

from sanctions_data.lists import Entry, ReadReport
from sanctions_data.lists.common.entry import Name, StatedMeasure, Term
from sanctions_data.tables.store import Store
from sanctions_data.update.apply_terms import Crosswalk
from sanctions_data.update.terms.imposed import Imposed

FREEZE = "Asset freeze"


def uk_entry(*terms: str | StatedMeasure, kind: str = "person", day: str = "2024-11-18") -> Entry:
    stated = [
        t if isinstance(t, StatedMeasure) else StatedMeasure(Term("SanctionsImposed", t))
        for t in terms
    ]
    return Entry(
        ref="TST0001",
        kind=kind,
        names=(Name("A Party"),),
        position="Designation 1",
        programmes=(Term("RegimeName", "The Test Regulations"),),
        measures=tuple(stated),
        listed_on=date.fromisoformat(day),
        precision="day",
    )


def un_entry(kind: str = "person", day: str | None = "2012-05-18") -> Entry:
    return Entry(
        ref="XXi.001",
        kind=kind,
        names=(Name("A PARTY"),),
        position="INDIVIDUAL 1",
        programmes=(Term("UN_LIST_TYPE", "Test"),),
        listed_on=date.fromisoformat(day) if day else None,
        precision="day" if day else "unknown",
    )


OF_OLD = date(2012, 5, 18)
DAY = date(2026, 8, 22)


def measures(store: Store, list_id: str, entry: Entry) -> tuple[dict[str, Imposed], ReadReport]:
    report = ReadReport(list_id)
    found = Crosswalk(store, list_id, DAY).read(entry, report).imposed
    return {measure.measure_type: measure for measure in found}, report


@pytest.mark.parametrize(
    ("entry", "types"),
    [
        pytest.param(uk_entry(FREEZE), {"asset_freeze"}, id="one term"),
        pytest.param(uk_entry("ASSET FREEZE"), {"asset_freeze"}, id="case does not matter"),
        pytest.param(uk_entry(FREEZE, "Travel Ban"), {"asset_freeze", "travel_ban"}, id="person"),
        pytest.param(
            uk_entry(FREEZE, "Travel Ban", kind="organisation"),
            {"asset_freeze", "travel_ban_on_organisation"},
            id="a travel ban on an organisation is kept apart",
        ),
    ],
)
def test_stated(store: Store, entry: Entry, types: set[str]) -> None:
    found, report = measures(store, "gb-fcdo", entry)
    assert set(found) == types
    assert not report.problems
    assert {m.basis for m in found.values()} == {"stated"}
    assert {m.instrument_id for m in found.values()} == {"gb-act"}
    assert not any(m.has_open_act for m in found.values())


@pytest.mark.parametrize(
    ("stated", "day", "expected"),
    [
        pytest.param(
            "Trust Services Sanctions", "2024-11-18", (date(2024, 11, 18), "day"),
            id="entry is younger than the kind of measure",
        ),
        pytest.param(
            "Trust Services Sanctions", "2022-03-03", (None, "unknown"),
            id="entry is older and the list gives no date of its own",
        ),
        pytest.param(
            StatedMeasure(Term("SanctionsImposed", "Trust Services Sanctions"), date(2025, 4, 9)),
            "2022-03-03", (date(2025, 4, 9), "day"), id="the list gives a date of its own",
        ),
    ],
)  # fmt: skip
def test_start(
    store: Store, stated: str | StatedMeasure, day: str, expected: tuple[date | None, str]
) -> None:
    found, _ = measures(store, "gb-fcdo", uk_entry(stated, day=day))
    measure = found["trust_services"]
    assert (measure.start, measure.start_precision) == expected


def test_unknown_term_is_kept_as_printed_and_asked_for(store: Store) -> None:
    found, report = measures(store, "gb-fcdo", uk_entry(FREEZE, "Moon landing ban"))
    assert found["asset_freeze"].printed_term == FREEZE
    assert found["unclassified"].printed_term == "Moon landing ban"
    assert found["unclassified"].start == date(2024, 11, 18)
    assert not found["unclassified"].is_suspended
    (problem,) = report.problems
    assert not problem.is_error
    assert "TST0001" in str(problem)
    assert "'Moon landing ban'" in str(problem)
    assert "source_terms" in str(problem)


def test_unknown_programme_leaves_what_the_list_itself_imposes(store: Store) -> None:
    store.put("programme_measures", rule("un-list-freeze", "any", "asset_freeze", programme_id=""))
    entry = replace(un_entry(), programmes=(Term("UN_LIST_TYPE", "Moon"),))
    reading = Crosswalk(store, "un-sc", DAY).read(entry, ReadReport("un-sc"))
    assert {(m.measure_type, m.programme_id) for m in reading.imposed} == {
        ("asset_freeze", ""), ("unclassified", ""),
    }  # fmt: skip
    assert not reading.is_whole


def test_scope_of_a_term_is_carried(store: Store) -> None:
    found, _ = measures(
        store, "gb-fcdo", uk_entry("Technical assistance related to aircraft", kind="organisation")
    )
    assert found["flight_restriction"].scope == "aviation_services"


@pytest.mark.parametrize(
    ("entry", "starts"),
    [
        pytest.param(
            un_entry(), {"asset_freeze": date(2012, 5, 18), "travel_ban": date(2012, 5, 18)},
            id="person",
        ),
        pytest.param(
            un_entry(day="2006-12-23"),
            {"asset_freeze": date(2006, 12, 23), "travel_ban": date(2010, 1, 1)},
            id="listed before the rule began",
        ),
        pytest.param(
            un_entry(day=None), {"asset_freeze": None, "travel_ban": None}, id="date unknown"
        ),
        pytest.param(
            un_entry("organisation"), {"asset_freeze": date(2012, 5, 18)},
            id="a travel ban is never derived for an organisation",
        ),
        pytest.param(
            un_entry("vessel"), {"asset_freeze": date(2012, 5, 18)},
            id="a travel ban is never derived for a ship",
        ),
    ],
)  # fmt: skip
def test_derived(store: Store, entry: Entry, starts: dict[str, date | None]) -> None:
    found, _ = measures(store, "un-sc", entry)
    assert {kind: measure.start for kind, measure in found.items()} == starts
    assert all(m.basis == "derived" and m.rule_id for m in found.values())


@pytest.mark.parametrize(
    ("hint", "programme"),
    [
        pytest.param("Act 1", "gb-exact", id="a known hint is more exact"),
        pytest.param("Act 2", "gb-test", id="an unknown hint does no harm"),
    ],
)
def test_hint(store: Store, hint: str, programme: str) -> None:
    store.put(
        "source_terms",
        {"list_id": "gb-fcdo", "field": "regulation", "term": "Act 1", "party_kind": "any",
         "programme_id": "gb-exact"},
    )  # fmt: skip
    entry = uk_entry(FREEZE)
    hinted = replace(entry, programmes=(*entry.programmes, Term("regulation", hint, is_hint=True)))
    found, report = measures(store, "gb-fcdo", hinted)
    assert not report.problems
    assert found["asset_freeze"].programme_id == programme


@pytest.mark.parametrize(
    ("more", "refined"),
    [
        pytest.param((), set[str](), id="no hint"),
        pytest.param((Term("regulation", "Act 1", is_hint=True),), {"exact", "other"}, id="a hint"),
        pytest.param((Term("regulation", "Act 9", is_hint=True),), {"exact", "other"},
                     id="a hint that nobody knows"),
        pytest.param((Term("regulation", "Act 1", refines="A"),), {"exact", "other"},
                     id="a part of another programme"),
        pytest.param((Term("regulation", "Act 1"),), set[str](), id="a programme like others"),
    ],
)  # fmt: skip
def test_programmes_that_only_a_hint_names(
    store: Store, more: tuple[Term, ...], refined: set[str]
) -> None:
    """All of the field of the hint, as another entry may print another one of them."""
    for name, programme in (("Act 1", "exact"), ("Act 2", "other"), ("Act 3", "")):
        store.put("source_terms", term("gb-fcdo", "regulation", name, "any",
                                       programme_id=programme))  # fmt: skip
    crosswalk, entry = Crosswalk(store, "gb-fcdo", DAY), uk_entry(FREEZE)
    crosswalk.read(replace(entry, programmes=(*entry.programmes, *more)), ReadReport("gb-fcdo"))
    assert crosswalk.refined == refined


def test_an_unknown_term_hides_none_behind_it_and_keeps_its_own_days(store: Store) -> None:
    begun, over = date(2025, 1, 1), date(2025, 2, 1)
    moon = StatedMeasure(Term("SanctionsImposed", "Moon landing ban"), begun, over)
    found, _ = measures(store, "gb-fcdo", uk_entry("Regolith ban", moon, FREEZE))
    assert set(found) == {"unclassified", "asset_freeze"}
    unclassified = Crosswalk(store, "gb-fcdo", DAY).read(
        uk_entry("Regolith ban", moon, FREEZE), ReadReport("gb-fcdo")
    )
    told = [(m.printed_term, m.start, m.end, m.is_day_of_entry) for m in unclassified.imposed]
    assert told == [
        (FREEZE, date(2024, 11, 18), None, True),
        ("Regolith ban", date(2024, 11, 18), None, True),
        ("Moon landing ban", begun, over, False),
    ]


def test_an_unknown_programme_hides_none_behind_it(store: Store) -> None:
    entry = uk_entry(FREEZE)
    known = (Term("RegimeName", "Moon Regulations"), *entry.programmes)
    found, _ = measures(store, "gb-fcdo", replace(entry, programmes=known))
    assert found["asset_freeze"].programme_id == "gb-test"


@pytest.mark.parametrize(
    ("own", "rule_of", "is_day_of_entry"),
    [
        pytest.param({}, "of the entry", True, id="the day of the entry"),
        pytest.param({"start": date(2025, 4, 9), "start_rule": "its own"}, "its own", False,
                     id="a day of its own"),
    ],
)  # fmt: skip
def test_whose_day_a_stated_measure_has(
    store: Store, own: dict[str, Any], rule_of: str, *, is_day_of_entry: bool
) -> None:
    stated = StatedMeasure(Term("SanctionsImposed", FREEZE), **own)
    entry = replace(uk_entry(stated), start_rule="of the entry")
    freeze = measures(store, "gb-fcdo", entry)[0]["asset_freeze"]
    assert (freeze.start_rule, freeze.is_day_of_entry) == (rule_of, is_day_of_entry)


@pytest.mark.parametrize(
    ("printed", "from_date", "rule_of", "is_day_of_entry"),
    [
        pytest.param(None, "", "of the entry", True, id="the day of the entry"),
        pytest.param(None, "2013-01-01", "", True, id="the day of the rule"),
        pytest.param(date(2012, 5, 18), "", "", False, id="printed for the programme"),
    ],
)
def test_whose_day_a_derived_measure_has(
    store: Store, printed: date | None, from_date: str, rule_of: str, *, is_day_of_entry: bool
) -> None:
    (store.get("programme_measures", "un-test-freeze") or {})["from_date"] = from_date
    entry = replace(un_entry(), start_rule="of the entry",
                    programmes=(Term("UN_LIST_TYPE", "Test", start=printed),))  # fmt: skip
    freeze = measures(store, "un-sc", entry)[0]["asset_freeze"]
    assert (freeze.start_rule, freeze.is_day_of_entry) == (rule_of, is_day_of_entry)


def test_on_the_day_on_which_a_rule_takes_over_the_new_one_holds(store: Store) -> None:
    for row in store.rows("programme_measures"):
        store.remove("programme_measures", row)
    for row in (rule("old", "any", "asset_freeze", to_date="2020-10-18"),
                rule("new", "any", "asset_freeze", from_date="2020-10-18")):  # fmt: skip
        store.put("programme_measures", row)
    for day, holds in ((date(2020, 10, 17), "old"), (date(2020, 10, 18), "new")):
        crosswalk = Crosswalk(store, "un-sc", day)
        [found] = crosswalk.read(un_entry(), ReadReport("un-sc")).imposed
        assert found.rule_id == holds


@pytest.mark.parametrize(
    ("terms", "is_whole"),
    [
        pytest.param((GENERAL_UK := Term("RegimeName", "The Test Regulations"),), True, id="known"),
        pytest.param((GENERAL_UK, Term("RegimeName", "Other")), False, id="one is not known"),
        pytest.param((Term("RegimeName", "Test", is_hint=True),), False, id="only hints"),
        pytest.param((), False, id="none"),
    ],
)
def test_an_entry_is_read_whole_if_its_programmes_are_known(
    store: Store, terms: tuple[Term, ...], *, is_whole: bool
) -> None:
    entry = replace(uk_entry(FREEZE), programmes=terms)
    reading = Crosswalk(store, "gb-fcdo", DAY).read(entry, ReadReport("gb-fcdo"))
    assert reading.is_whole is is_whole


def test_an_unknown_term_is_counted_and_told_once(store: Store) -> None:
    crosswalk, report = Crosswalk(store, "gb-fcdo", DAY), ReadReport("gb-fcdo")
    for _ in range(3):
        crosswalk.read(uk_entry("Moon landing ban"), report)
    assert crosswalk.unknown == {("SanctionsImposed", "Moon landing ban", "person"): 3}
    assert len(report.problems) == 1
    assert crosswalk.knows("asset FREEZE")
    assert not crosswalk.knows("Moon landing ban")


def two_programmes(store: Store, *terms: Term) -> tuple[list[tuple[str, date | None]], ReadReport]:
    """Programme and start of what follows from terms of the programmes un-test and un-part."""
    store.put("source_terms", term("un-sc", "Remarks", "Part 1", "any", programme_id="un-part"))
    store.put(
        "programme_measures", rule("un-part-freeze", "any", "asset_freeze", programme_id="un-part")
    )
    report = ReadReport("un-sc")
    entry = replace(un_entry("organisation"), programmes=terms)
    found = Crosswalk(store, "un-sc", DAY).read(entry, report).imposed
    return [(measure.programme_id, measure.start) for measure in found], report


GENERAL = Term("UN_LIST_TYPE", "Test")
OF_OLD, EFFECTIVE = date(2012, 5, 18), date(2012, 7, 1)


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        pytest.param([GENERAL], [("un-test", OF_OLD)], id="nothing is refined"),
        pytest.param(
            [GENERAL, Term("Remarks", "Part 1", refines="Test")], [("un-part", OF_OLD)],
            id="a part takes the place of the whole",
        ),
        pytest.param(
            [GENERAL, Term("Remarks", "Part 1", refines="Other")],
            [("un-test", OF_OLD), ("un-part", OF_OLD)], id="but not of another",
        ),
        pytest.param(
            [GENERAL, Term("Remarks", "Part 1", start=EFFECTIVE)],
            [("un-test", OF_OLD), ("un-part", EFFECTIVE)], id="a date counts for its own term",
        ),
        pytest.param(
            [GENERAL, replace(GENERAL, start=EFFECTIVE)], [("un-test", EFFECTIVE)],
            id="a programme named twice has the date of either",
        ),
    ],
)  # fmt: skip
def test_refining_and_dated_terms(
    store: Store, terms: list[Term], expected: list[tuple[str, date | None]]
) -> None:
    found, report = two_programmes(store, *terms)
    assert found == expected
    assert not report.problems


def test_refining_term_must_be_known(store: Store) -> None:
    _, report = two_programmes(store, GENERAL, Term("Remarks", "Part 2", refines="Test"))
    (problem,) = report.problems
    assert "unknown Remarks 'Part 2'" in str(problem)


def test_printed_date_is_not_moved_by_a_rule(store: Store) -> None:
    (store.get("programme_measures", "un-test-freeze") or {})["from_date"] = "2013-01-01"
    found, _ = two_programmes(store, replace(GENERAL, start=EFFECTIVE))
    assert found == [("un-test", EFFECTIVE)]


def test_derived_measure_is_not_older_than_its_act(store: Store) -> None:
    store.put("instruments", {"instrument_id": "un-act", "adopted_on": "2014-06-01"})
    found, _ = measures(store, "un-sc", un_entry(day="2012-05-18"))
    freeze = found["asset_freeze"]
    assert (freeze.start, freeze.start_precision) == (date(2014, 6, 1), "on_or_before")


@pytest.mark.parametrize(
    ("old_act", "expected"),
    [
        pytest.param({"adopted_on": "2011-01-01"}, (OF_OLD, "day"), id="the older act explains it"),
        pytest.param({}, (OF_OLD, "day"), id="the day of the older act is not known"),
        pytest.param(
            {"adopted_on": "2013-01-01"}, (date(2013, 1, 1), "on_or_before"),
            id="the older act is younger than the listing too",
        ),
    ],
)  # fmt: skip
def test_derived_measure_may_be_as_old_as_the_act_that_its_act_took_over_from(
    store: Store, old_act: dict[str, str], expected: tuple[date, str]
) -> None:
    act = {"instrument_id": "un-act", "adopted_on": "2014-06-01", "replaces": "un-old-act"}
    store.put("instruments", act)
    store.put("instruments", {"instrument_id": "un-old-act", **old_act})
    found, _ = measures(store, "un-sc", un_entry(day=OF_OLD.isoformat()))
    freeze = found["asset_freeze"]
    assert (freeze.start, freeze.start_precision) == expected


@pytest.mark.parametrize(
    ("to_date", "expected"),
    [
        pytest.param("", [("un-test", None)], id="act in force"),
        pytest.param("2030-01-01", [("un-test", date(2030, 1, 1))], id="act ends later"),
        pytest.param("2026-08-23", [("un-test", date(2026, 8, 23))], id="act ends tomorrow"),
        pytest.param("2026-08-22", [("un-test", DAY), ("", None)], id="act ends today"),
        pytest.param("2025-07-01", [("un-test", date(2025, 7, 1)), ("", None)], id="act has ended"),
    ],
)
def test_party_still_listed_after_its_act_ended_is_under_what_the_list_itself_imposes(
    store: Store, to_date: str, expected: list[tuple[str, date | None]]
) -> None:
    for name in ("un-test-freeze", "un-test-ban"):
        (store.get("programme_measures", name) or {})["to_date"] = to_date
    store.put("programme_measures", rule("un-list-freeze", "any", "asset_freeze", programme_id=""))
    found = Crosswalk(store, "un-sc", DAY).read(un_entry(), ReadReport("un-sc")).imposed
    freezes = [each for each in found if each.measure_type == "asset_freeze"]
    assert [(each.programme_id, each.end) for each in freezes] == expected
    if len(freezes) > 1:
        assert (freezes[1].start, freezes[1].start_precision) == (None, "unknown")


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        pytest.param("", "gb-act", id="none: that of the programme"),
        pytest.param("Decision 2010/231/CFSP", "the-decision", id="known"),
        pytest.param("Decision 1999/1/CFSP", "", id="not known: not that of the programme"),
    ],
)
def test_the_act_that_the_list_prints_for_a_measure(store: Store, act: str, expected: str) -> None:
    store.put("instruments", {"instrument_id": "the-decision", "number": "Decision 2010/231/CFSP"})
    stated = StatedMeasure(Term("SanctionsImposed", FREEZE), act=act)
    found, _ = measures(store, "gb-fcdo", uk_entry(stated))
    assert found["asset_freeze"].instrument_id == expected


def test_a_term_of_a_measure_may_name_its_programme(store: Store) -> None:
    store.put(
        "source_terms",
        term(
            "gb-fcdo", "SanctionsImposed", "Ban by the other act", "any",
            measure_type="travel_ban", programme_id="un-test",
        ),
    )  # fmt: skip
    found, _ = measures(store, "gb-fcdo", uk_entry(FREEZE, "Ban by the other act"))
    assert found["asset_freeze"].programme_id == "gb-test"
    assert (found["travel_ban"].programme_id, found["travel_ban"].instrument_id) == (
        "un-test",
        "un-act",
    )


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param("2016-01-01", ("old-rule", date(2012, 5, 18), date(2020, 10, 18)), id="old"),
        pytest.param("2022-01-01", ("old-rule", date(2012, 5, 18), date(2020, 10, 18)), id="none"),
        pytest.param("2025-09-28", ("un-new", date(2025, 9, 28), None), id="new"),
    ],
)
def test_of_rules_that_follow_each_other_that_of_the_day_holds(
    store: Store, day: str, expected: tuple[str, date, date | None]
) -> None:
    for row in store.rows("programme_measures"):
        store.remove("programme_measures", row)
    old = rule("old-rule", "any", "asset_freeze", to_date="2020-10-18")
    new = rule("un-new", "person", "asset_freeze", from_date="2025-09-28")
    for row in (old, new):
        store.put("programme_measures", row)
    crosswalk = Crosswalk(store, "un-sc", date.fromisoformat(day))
    [found] = crosswalk.read(un_entry(), ReadReport("un-sc")).imposed
    assert (found.rule_id, found.start, found.end) == expected


def test_what_others_cut_out_of_a_list_is_known_from_a_report(store: Store) -> None:
    report = ReadReport("gb-fcdo")
    for list_id, entry in (("gb-fcdo", uk_entry(FREEZE, "Nonsense")), ("un-sc", un_entry())):
        imposed = Crosswalk(store, list_id, DAY, evidence="secondary").measures(entry, report)
        assert imposed and {each.evidence for each in imposed} == {"secondary"}
