"""Contributions of our own, written after the rules: each wrong one is told at its cell, and no
sound one is refused.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.validation.contribution import Base, Contribution, Rows, party

pytestmark = pytest.mark.full
PERSON = party("Quentin Quill", "person")
SHIP = party("Quixotic Star", "vessel")
CRAFT = party("EP-QQQ", "aircraft")


def with_rows(base: Rows, **more: list[dict[str, str]]) -> Rows:
    return {**base, **more}


def identifier(of: Rows, code: str, value: str, country: str = "") -> Rows:
    cells = {"identifier_type": code, "value": value, "country": country}
    return with_rows(of, entity_identifiers=[cells])


def attribute(of: Rows, code: str, value: str) -> Rows:
    return with_rows(of, entity_attributes=[{"attribute": code, "value": value}])


def alias(name: str, script: str = "Latn") -> Rows:
    named = {"entity_id": "iran-air", "name": name, "name_type": "alias", "script": script}
    return {"entity_names": [named]}


def source(**cells: str) -> Rows:
    return {"sources": [cells]}


NAME, ID, VALUE = "entity_names.name", "entity_identifiers.value", "entity_attributes.value"
BROKEN = [
    Contribution("Armenian letters in a Latin name", alias("Quixօtic Air"), (NAME,)),
    Contribution("Hangul filler", alias("Quixotic\u3164Air"), (NAME,)),
    Contribution("variation selector", alias("Quixotic\ufe0f Air"), (NAME,)),
    Contribution("mathematical letters", alias("𝐐uixotic Air"), (NAME,)),
    Contribution("thin space", alias("Quixotic\u2009Air"), (NAME,)),
    Contribution("Greek name marked Cyrl", alias("Αεροπορία", "Cyrl"), ("entity_names.script",)),
    Contribution("script in capitals", alias("Quixotic Air", "LATN"), ("entity_names.script",)),
    Contribution("HTML tag", alias("<b>Quixotic</b> Air"), (NAME,)),
    Contribution("numeric entity", alias("Quixotic&#39;s Air"), (NAME,)),
    Contribution("backslash escape", alias("Quixotic\\u00e9 Air"), (NAME,)),
    Contribution("Cyrillic read as Latin-1", alias("ÐÐµÑÐ¾ Air"), (NAME,)),
    Contribution("question marks for letters", alias("Quix??tic Air"), (NAME,)),
    Contribution("ellipsis", alias("Quixotic Airlines and Hel…"), (NAME,)),
    Contribution("two names and a semicolon", alias("Quixotic Air; Quixotic Jet"), (NAME,)),
    Contribution("formerly known as", alias("Quixotic (formerly known as Widget Jet)"), (NAME,)),
    Contribution(
        "military rank", party("General Quentin Quill", "person"), ("entities.name", NAME)
    ),
    Contribution(
        "doctorate behind", party("Quentin Quill, PhD", "person"), ("entities.name", NAME)
    ),
    Contribution("year of birth", party("Quentin Quill (1966)", "person"), ("entities.name", NAME)),
    Contribution(
        "two people", party("Quentin and Quilla Quill", "person"), ("entities.name", NAME)
    ),
    Contribution("placeholder for a name", party("To be confirmed"), ("entities.name", NAME)),
    Contribution(
        "two primary names",
        with_rows(party(), entity_names=[{}, {"name": "Quixotic Widgets Ltd"}]),
        ("entity_names.name_type", NAME),
    ),
    Contribution("country EL", party(country="EL"), ("entities.country",)),
    Contribution("country ZR", party(country="ZR"), ("entities.country",)),
    Contribution("flag of nowhere", attribute(SHIP, "flag", "QQ"), (VALUE,)),
    Contribution(
        "born in Yugoslavia in 2010",
        with_rows(
            PERSON,
            entity_attributes=[
                {"attribute": "birth_date", "value": "2010-05-05"},
                {"attribute": "birth_country", "value": "YU"},
            ],
        ),
        (VALUE,),
    ),
    Contribution("month in words", attribute(PERSON, "birth_date", "May 1966"), (VALUE,)),
    Contribution("circa", attribute(PERSON, "birth_date", "c. 1966"), (VALUE,)),
    Contribution("deceased yes", attribute(PERSON, "deceased", "yes"), (VALUE,)),
    Contribution("female in a letter", attribute(PERSON, "gender", "F"), (VALUE,)),
    Contribution("tonnage without a number", attribute(SHIP, "tonnage", "heavy"), (VALUE,)),
    Contribution(
        "position of a ship",
        attribute(SHIP, "position", "Admiral"),
        ("entity_attributes.attribute",),
    ),
    Contribution(
        "MMSI of an aircraft",
        identifier(CRAFT, "mmsi", "422023900"),
        ("entity_identifiers.identifier_type",),
    ),
    Contribution("MMSI of eight digits", identifier(SHIP, "mmsi", "42202390"), (ID,)),
    Contribution("IMO with a slip", identifier(SHIP, "imo_number", "9481911"), (ID,)),
    Contribution("Mode S of seven", identifier(CRAFT, "mode_s", "730C355"), (ID,)),
    Contribution(
        "registration in words", identifier(CRAFT, "aircraft_registration", "none yet"), (ID,)
    ),
    Contribution("BIC of nine", identifier(party(), "swift_bic", "MELIIRTHX"), (ID,)),
    Contribution(
        "OGRN with a slip", identifier(party(), "registration_number", "1027700132196", "RU"), (ID,)
    ),
    Contribution(
        "passport and name", identifier(PERSON, "passport", "K1234567 (Quentin Quill)"), (ID,)
    ),
    Contribution(
        "two mail addresses", identifier(party(), "email", "a@example.org, b@example.org"), (ID,)
    ),
    Contribution("telephone in words", identifier(party(), "phone", "call the desk"), (ID,)),
    Contribution("LEI in small letters", identifier(party(), "lei", "253400v1h6art1uq0n98"), (ID,)),
    Contribution(
        "ship chartering ban on an aircraft",
        with_rows(CRAFT, other_measures=[{"measure_type": "ship_deflagging"}]),
        ("other_measures.entity_id", "other_measures.measure_type"),
    ),
    Contribution(
        "no-fly zone on a person",
        with_rows(PERSON, flight_restrictions=[{"restriction_kind": "no_fly_zone"}]),
        ("flight_restrictions.entity_id", "flight_restrictions.restriction_kind"),
    ),
    Contribution(
        "travel ban on an aircraft",
        with_rows(CRAFT, travel_bans=[{}]),
        ("travel_bans.entity_id",),
    ),
    Contribution(
        "born after the ban",
        with_rows(
            PERSON,
            entity_attributes=[{"attribute": "birth_date", "value": "2025"}],
            travel_bans=[{}],
        ),
        ("travel_bans.start_date", VALUE),
    ),
    Contribution(
        "month in the middle",
        with_rows(party(), asset_freezes=[{"start_precision": "month"}]),
        ("asset_freezes.start_date", "asset_freezes.start_precision"),
    ),
    Contribution(
        "effect on 31 November",
        with_rows(party(), flight_restrictions=[{"effect_due": "2025-11-31"}]),
        ("flight_restrictions.effect_due",),
    ),
    Contribution(
        "ended before the source could know",
        with_rows(
            party(),
            asset_freezes=[{"status": "ended", "end_date": "2027-01-01", "end_precision": "day"}],
        ),
        ("asset_freezes.end_date", "asset_freezes.status"),
    ),
    Contribution(
        "retrieved at 24:61", source(retrieved_at="2026-07-02T24:61:00Z"), ("sources.retrieved_at",)
    ),
    Contribution(
        "retrieved before it was published",
        source(retrieved_at="2026-06-02T10:00:00Z"),
        ("sources.retrieved_at", "sources.published_on"),
    ),
    Contribution(
        "published tomorrow", source(published_on="2098-01-01"), ("sources.published_on",)
    ),
    Contribution("local host", source(url="https://localhost/report"), ("sources.url",)),
    Contribution(
        "search page", source(url="https://www.bing.com/search?q=widgets"), ("sources.url",)
    ),
    Contribution(
        "address and a comma", source(url="https://example.org/report,"), ("sources.url",)
    ),
    Contribution("host of one word", source(url="https://intranet/report"), ("sources.url",)),
    Contribution(
        "publisher not specified", source(publisher="not specified"), ("sources.publisher",)
    ),
    Contribution("rounded number in a title", source(title="1.23E+11"), ("sources.title",)),
    Contribution("report with a hash", source(sha256="0" * 64), ("sources.sha256",)),
    Contribution(
        "act under a second id",
        {
            "instruments": [
                {
                    "instrument_id": "gb-russia-regs",
                    "number": "SI 2019/855",
                    "title": "Russia Regulations",
                }
            ]
        },
        ("instruments.number", "instruments.instrument_id", "instruments.url"),
    ),
    Contribution(
        "programme of another authority's prefix",
        {"programmes": [{"programme_id": "eu-widgets"}]},
        ("programmes.programme_id",),
    ),
    Contribution(
        "denied and confirmed",
        {"statements": [{}, {"statement_id": "quill-2", "stance": "confirmed"}]},
        ("statements.stance",),
    ),
    Contribution(
        "correction to no day",
        {"corrections": [{"imported_value": "2024-11-18", "corrected_value": "2024-11-31"}]},
        ("corrections.corrected_value",),
    ),
    Contribution(
        "correction of the key",
        {
            "corrections": [
                {
                    "column": "measure_id",
                    "imported_value": "gb-fcdo-IRN0240-asset-freeze",
                    "corrected_value": "x",
                }
            ]
        },
        ("corrections.column",),
    ),
    Contribution(
        "telephone number in a note",
        with_rows(party(), asset_freezes=[{"note": "Call +49 30 1234567 for more."}]),
        ("asset_freezes.note",),
    ),
    Contribution(
        "family in a note",
        with_rows(PERSON, travel_bans=[{"note": "Banned together with his wife and daughter."}]),
        ("travel_bans.note",),
    ),
    Contribution(
        "edited listing",
        {"listings": [{"listing_id": "gb-fcdo-IRN0240", "listed_on": "2024-11-19"}]},
        ("listings.listed_on",),
    ),
    Contribution(
        "edited name of a listed party",
        {"entities": [{"entity_id": "iran-air", "kind": "organisation", "name": "Iran Airlines"}]},
        ("entities.name",),
    ),
]

HARMLESS = [
    Contribution("company called Void", party("Void")),
    Contribution("person called X", party("X", "person")),
    Contribution("company called 7-Eleven", party("7-Eleven")),
    Contribution("company with an ampersand", party("Quill & Sons Ltd.")),
    Contribution("company called after a doctor", party("Dr. Quill Laboratories")),
    Contribution("company called after a date", party("17 November Brigade")),
    Contribution("name with an apostrophe", party("Quentin O'Quill", "person")),
    Contribution("name with a curly apostrophe", party("Quentin O’Quill", "person")),
    Contribution("Vietnamese name", party("Nguyễn Thị Quỳnh", "person")),
    Contribution("name with initials", party("Q. R. Quill Jr.", "person")),
    Contribution("company with an exclamation mark", party("Widgets!")),
    Contribution("Persian name with a joiner", alias("هواپیمایی\u200cها", "Arab")),
    Contribution("Japanese name", alias("ウィジェット航空", "Jpan")),
    Contribution("Chinese name", alias("小部件航空", "Hans")),
    Contribution("Cyrillic name with a number", alias("ООО Виджет 24", "Cyrl")),
    Contribution(
        "born in the Soviet Union",
        with_rows(
            PERSON,
            entity_attributes=[
                {"attribute": "birth_country", "value": "SU"},
                {"attribute": "birth_date", "value": "1966"},
            ],
        ),
    ),
    Contribution("Namibian company", party(country="NA")),
    Contribution("party of Kosovo", party(country="XK")),
    Contribution("Russian tax number", identifier(party(), "tax_id", "7707083893", "RU")),
    Contribution("American registration", identifier(CRAFT, "aircraft_registration", "N123AB")),
    Contribution(
        "website with a path", identifier(party(), "website", "https://www.example.org/about-us/")
    ),
    Contribution(
        "address with a query", source(url="https://example.org/report?id=7&lang=en#page=3")
    ),
    Contribution(
        "freeze of a state's agency after the data",
        with_rows(
            party(),
            sources=[{"published_on": "2026-11-12"}],
            asset_freezes=[{"source_id": "made-up-report", "start_date": "2026-11-09"}],
        ),
    ),
    Contribution(
        "undated page about an event this autumn",
        {
            "sources": [{"published_on": ""}],
            "events": [{"occurred_on": "2026-10-02", "source_id": "made-up-report"}],
        },
    ),
    Contribution(
        "correction of a start",
        {"corrections": [{"imported_value": "2024-11-18", "corrected_value": "2024-11-17"}]},
    ),
    Contribution(
        "note in an imported row",
        {
            "asset_freezes": [
                {
                    "measure_id": "gb-fcdo-IRN0240-asset-freeze",
                    "note": "Announced in September 2024.",
                }
            ]
        },
    ),
    Contribution(
        "flight ban on a class",
        with_rows(party("Carriers of Quixotia", "class", country="IR"), flight_restrictions=[{}]),
    ),
    Contribution("ship with its number", identifier(SHIP, "imo_number", "9074729")),
    Contribution("statement on the same day by another", {"statements": [{"stance": "alleged"}]}),
]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Base:
    folder = tmp_path_factory.mktemp("base")
    return Base.make(folder, {"iran-air"}, {"gb-fcdo-IRN0240"})


def named(contributions: list[Contribution]) -> list[object]:
    return [pytest.param(each, id=each.name) for each in contributions]


def test_there_are_enough() -> None:
    names = [each.name for each in (*BROKEN, *HARMLESS)]
    assert len(set(names)) == len(names)
    assert len(BROKEN) >= 60 and len(HARMLESS) >= 25


@pytest.mark.parametrize("contribution", named(BROKEN))
def test_broken_contribution_is_told_at_its_cell(
    contribution: Contribution, base: Base, tmp_path: Path
) -> None:
    found = base.check(contribution, tmp_path)
    told = {f"{Path(issue.file).stem}.{issue.column}" for issue in found}
    assert told & set(contribution.places), [str(issue) for issue in found]


@pytest.mark.parametrize("contribution", named(HARMLESS))
def test_harmless_contribution_is_let_through(
    contribution: Contribution, base: Base, tmp_path: Path
) -> None:
    found = base.check(contribution, tmp_path)
    assert [str(issue) for issue in found] == []
