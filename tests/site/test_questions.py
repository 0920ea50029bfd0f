"""Twenty questions of an analyst, each with its clicks, at most four, and the library's answer."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

import sanctions_data as sd

# The site is made of all tables.
pytestmark = pytest.mark.full

MAXIMUM_CLICKS = 4
Click = tuple[str, ...]


class Question(NamedTuple):
    """What is asked, what is clicked or typed, and what then stands on the page."""

    asks: str
    clicks: list[Click]
    told: str


def menu(title: str) -> Click:
    """Click an entry of the menu."""
    return ("click", f"nav >> text={title}")


def name(text: str, link: str) -> list[Click]:
    """Type a name, and open the party."""
    return [("fill", "#query", text), ("click", f".hits a[href='#/party/{link}']")]


QUESTIONS = [
    Question("Who sanctions Iran Air?", [("fill", "#query", "iran air")], "Asset freeze: ca, eu"),
    Question("Under which act did the EU list it?", name("iran air", "iran-air"), "2024/2697"),
    Question("Whose number is this?", [("fill", "#query", "EU.12241.0")], "Iran Air"),
    Question(
        "Was Iran Air listed by the EU on 2024-10-01?",
        [*name("iran air", "iran-air"), ("fill", "#day", "2024-10-01")],
        "seen from 2024-10-01",
    ),
    Question("Which names has Mahan Air?", name("mahan air", "mahan-air"), "Names"),
    Question("How much was in force in March 2022?",
             [menu("A day"), ("fill", "#day", "2022-03-05")], "{in_force} measures in force"),
    Question("Which asset freezes has the Security Council?",
             [menu("A day"), ("click", "a[href*='by=un-sc&kind=asset_freeze']")], "seen from"),
    Question("Which travel bans has Australia now?",
             [menu("Measures"), ("select", "#by-by", "au"), ("select", "#by-kind", "travel_ban"),
              ("select", "#by-status", "in_force")], "seen from"),
    Question("May Russian carriers fly to Germany?", [menu("Flights")], "{ru_de}"),
    Question("May Mahan Air fly to Germany?",
             [menu("Flights"), ("fill", "#who", "mahan-air"), ("click", "text=Ask")], "{mahan_de}"),
    Question("Who closed the sky to Iran?",
             [menu("Flights"), ("fill", "#who", "Iran"), ("click", "text=Ask")],
             "closed the sky to carriers of Iran"),
    Question("Who said that flights were banned at once?",
             [menu("Events"), ("click", "text=E3 notice on air services with Iran")],
             "Türkiye Today"),
    Question("What did the E3 announce?",
             [menu("Events"), ("click", "text=E3 notice on air services with Iran")],
             "gb-iran-air-services-notice-2024"),
    Question("Who imposes measures?", [menu("Authorities")], "United Nations Security Council"),
    Question("What does a kind mean?", [menu("Kinds")], "not to confuse"),
    Question("Which programmes has Australia?", [menu("Programmes")], "au-afghanistan"),
    Question("Whom does an act hit?",
             [menu("Acts"), ("click", "a[href='#/act/au-afghanistan-list-2025']")], "seen from"),
    Question("How fresh is the Australian list?", [menu("Coverage")], "Australian Consolidated"),
    Question("What changed in the last release?", [menu("Changes")], "{version}"),
    Question("What is in the table of listings?",
             [menu("Dictionary"), ("click", "summary >> text=listings (")], "listing_id"),
]  # fmt: skip


@pytest.fixture(scope="module")
def answers() -> dict[str, str]:
    """What the library says, in the words of the pages."""
    on_day = sd.measures(on="2022-03-05", undecided="exclude")
    return {
        "in_force": f"{len(on_day):,}",
        "ru_de": str(sd.may_fly("RU", "DE")),
        "mahan_de": str(sd.may_fly("Mahan Air", "DE")),
        "version": str(sd.package().version),
    }


def test_there_are_twenty_and_none_takes_more_than_four_clicks() -> None:
    assert len(QUESTIONS) == 20
    assert [each.asks for each in QUESTIONS if len(each.clicks) > MAXIMUM_CLICKS] == []


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: each.asks)
def test_the_page_answers(page: Any, answers: dict[str, str], question: Question) -> None:
    page.goto(f"{page.home}#/")
    page.wait_for_selector("#query")
    for what, where, *text in question.clicks:
        if what == "click":
            page.locator(where).first.click()
        elif what == "fill":
            page.locator(where).fill(*text)
            page.locator(where).dispatch_event("change")
        else:
            page.locator(where).select_option(*text)
            page.wait_for_selector(
                f"{where} >> option[value='{text[0]}'][selected]", state="attached"
            )
    told = question.told.format_map(answers)
    page.locator("main", has_text=told).wait_for(timeout=10_000)
