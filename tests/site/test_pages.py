"""The pages in a real browser: what they answer is what the library answers."""

from __future__ import annotations

from typing import Any

import pytest

import sanctions_data as sd
from sanctions_data.names.fold import fold_name, fold_number, latin_words
from sanctions_data.query.edition import Edition
from sanctions_data.query.lookup.find import find

# The site is made of all tables.
pytestmark = pytest.mark.full

DAYS = ["2014-03-20", "2019-06-30", "2022-03-05", "2024-09-10", "2026-08-01"]


def test_names_fold_as_in_the_library(page: Any) -> None:
    names = sd.load("entity_names").drop_duplicates("script")["name"].tolist()
    names += sd.load("entity_names")["name"].drop_duplicates().iloc[::40].tolist()
    names += ["AIR, Irán!", "Straße", "ΟΔΟΣ", "İstanbul", "O’Neill", "ﬁn", "हिन्दी", "x" * 500]
    found = page.evaluate("names => names.map(sanctionsSite.foldName)", names)
    wrong = [(a, fold_name(a), b) for a, b in zip(names, found, strict=True) if fold_name(a) != b]
    assert wrong == []
    numbers = ["IMO 948-1910", "A.B/12", "№ 7"]
    found = page.evaluate("numbers => numbers.map(sanctionsSite.foldNumber)", numbers)
    assert found == [fold_number(each) for each in numbers]


def test_names_find_what_the_library_finds(page: Any) -> None:
    names = sd.load("entity_names")["name"].drop_duplicates()
    asked = names.iloc[:: len(names) // 15].tolist()[:15]
    search = "async names => { const n = await sanctionsSite.Names.load(); const out = []; " \
             "for (const each of names) out.push((await sanctionsSite.find(each, n.facts))" \
             ".map(hit => hit.entityId)); return out; }"  # fmt: skip
    edition = Edition()
    for name, found in zip(asked, page.evaluate(search, asked), strict=True):
        expected = [match.entity_id for match in find(name, edition)][:20]
        assert sorted(found) == sorted(expected), name


@pytest.mark.parametrize(
    ("typed", "words"),
    [("mo", ["mo"]), ("moham", ["moham"]), ("mohammad a", ["mohammad"]),
     ("mohammad ali jaf", ["mohammad", "ali", "jaf"]), ("gazp", ["gazp"])],
)  # fmt: skip
def test_unfinished_words_find_names_that_begin_so(page: Any, typed: str, words: list[str]) -> None:
    search = "async text => (await sanctionsSite.find(text, " \
             "(await sanctionsSite.Names.load()).facts)).map(hit => hit.matched)"  # fmt: skip
    found = page.evaluate(search, typed)
    assert found
    for name in found:
        folded = [*fold_name(name).split(), *latin_words(name)]
        assert all(any(each.startswith(word) for each in folded) for word in words), name


@pytest.mark.parametrize("day", DAYS)
def test_a_day_is_counted_as_in_the_library(page: Any, day: str) -> None:
    count = "async day => sanctionsSite.countOn(await (await fetch('data/rows/counts.json'))" \
            ".json(), day)"  # fmt: skip
    found = page.evaluate(count, day)
    expected = sd.measures(on=day, undecided="include").groupby(
        ["authority_id", "measure_type", "day_status"], observed=True
    ).size()  # fmt: skip
    told = {
        (each["authority"], each["kind"], status): each[status]
        for each in found
        for status in ("in_force", "cannot_be_told")
        if each[status]
    }
    assert told == expected.to_dict()
    assert sum(each["not_in_force"] for each in found) + sum(told.values()) == len(sd.measures())


def test_two_hundred_parties_are_on_a_day_as_in_the_library(page: Any) -> None:
    # Three-valued answers with their reasons, for measures of every authority.
    known = sd.measures()["entity_id"].drop_duplicates()
    asked = known.iloc[:: max(1, len(known) // 200)].tolist()[:200]
    facts = sd.load("entity_attributes")
    classes = facts[facts["attribute"].eq("member_of")].groupby("entity_id")["value"].agg(set)
    days = {day: sd.measures(on=day, undecided="include") for day in DAYS}
    for number, entity_id in enumerate(asked):
        day = DAYS[number % len(DAYS)]
        found = days[day]
        found = found[found["entity_id"].isin([entity_id, *classes.get(entity_id, ())])]
        page.goto(f"{page.home}#/party/{entity_id}?on={day}")
        page.wait_for_selector(f"#day[value='{day}']")
        page.locator(".cite a", has_text="Link to this party").and_(
            page.locator(f"[href^='#/party/{entity_id}?on={day}']")
        ).wait_for()
        cells = page.locator("td:nth-child(3)[data-title^='On ']").all_inner_texts()
        expected = [
            "in force" if status == "in_force" else f"cannot be told: {reason}"
            for status, reason in zip(found["day_status"], found["reason"], strict=True)
        ]
        assert sorted(each for each in cells if each != "not in force") == sorted(expected)


def test_a_typed_name_brings_a_link_and_no_markup(page: Any) -> None:
    page.goto(f"{page.home}#/")
    page.wait_for_selector("#query")
    page.fill("#query", "iran air")
    page.wait_for_selector("a[href='#/party/iran-air']")
    # No party has such a name: a mark that turns the order of letters is dropped when folded.
    for hostile in ("<img src=x onerror=alert(1)>", "\u202eqqxzqqx", "x" * 500):
        page.fill("#query", hostile)
        page.locator(".told", has_text=f"“{hostile[:80]}”").wait_for()
        assert page.locator(".told").inner_text().startswith("Nothing")
        assert page.locator("main img").count() == 0
    assert page.errors == []


def test_measures_are_filtered_by_programme(page: Any) -> None:
    known = sd.measures(authority="au", measure_type="asset_freeze")
    programme = known["programme_id"].astype("object").value_counts().index[0]
    page.goto(f"{page.home}#/measures?by=au&kind=asset_freeze")
    page.locator("#by-programme").select_option(programme)
    expected = int((known["programme_id"] == programme).sum())
    page.locator("caption", has_text=f"{expected:,} measures, seen from").wait_for()
    assert expected < len(known)
