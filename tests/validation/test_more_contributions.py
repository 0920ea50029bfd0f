"""More contributions of our own, a cell or two each, written after the rules.

Each table below holds one kind of contribution in a line: its name, then its cells. A broken one
must be told at its cell, a harmless one let through.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.validation.contribution import Base, Cells, Contribution, Rows, party

pytestmark = pytest.mark.full

NAME, ID, VALUE = "entity_names.name", "entity_identifiers.value", "entity_attributes.value"
PEOPLE = {
    "person": "Quentin Quill",
    "organisation": "Quixotic Widgets",
    "vessel": "Quixotic Star",
    "aircraft": "EP-QQQ",
    "class": "Carriers of Quixotia",
}


def some(kind: str, **more: list[Cells]) -> Rows:
    country = {"country": "IR"} if kind == "class" else {}
    return {**party(PEOPLE[kind], kind, **country), **more}


def alias(name: str, script: str = "Latn") -> Rows:
    cells = {"entity_id": "iran-air", "name": name, "name_type": "alias", "script": script}
    return {"entity_names": [cells]}


def attribute(kind: str, code: str, value: str) -> Rows:
    return some(kind, entity_attributes=[{"attribute": code, "value": value}])


def identifier(kind: str, code: str, value: str, country: str = "") -> Rows:
    cells = {"identifier_type": code, "value": value, "country": country}
    return some(kind, entity_identifiers=[cells])


# A further name of a party that is there: the name, and its script.
ALIASES = {
    "Cherokee look-alike": ("Ꭺir Quixotic", "Latn"),
    "joiner in a Latin name": ("Quixo\u200dtic Air", "Latn"),
    "soft hyphen": ("Quixo\u00adtic Air", "Latn"),
    "mark for right to left": ("Quixotic\u200f Air", "Latn"),
    "letter in a circle": ("Ⓠuixotic Air", "Latn"),
    "small capital": ("Quixᴏtic Air", "Latn"),
    "Greek letter in a Cyrillic name": ("Виджетο", "Cyrl"),
    "Hebrew marked Arab": ("וידג'ט", "Arab"),
    "Georgian marked Latn": ("ვიჯეტი", "Latn"),
    "script that is none": ("Quixotic Air", "Latin"),
    "line break of HTML": ("Quixotic<br/>Air", "Latn"),
    "space of HTML": ("Quixotic&nbsp;Air", "Latn"),
    "percent escape": ("Quixotic%20Air", "Latn"),
    "UTF-8 read as cp1252": ("QuixotiÃ© Air", "Latn"),
    "replacement character": ("Quixoti\ufffd Air", "Latn"),
    "emoji": ("Quixotic Air ✈️", "Latn"),
    "digits only": ("20240911", "Latn"),
    "punctuation only": ("---", "Latn"),
    "a.k.a. within": ("Quixotic Air a.k.a. Widget Air", "Latn"),
    "two names and a slash": ("Quixotic Airways / Widget Airways", "Latn"),
    "two names in two lines": ("Quixotic Airways\nWidget Airways", "Latn"),
    "day for a name": ("2024-09-11", "Latn"),
    "mail address for a name": ("desk@quixotic.example", "Latn"),
    "website for a name": ("www.quixotic.example", "Latn"),
    "tag letter": ("Quixotic\U000e0041 Air", "Latn"),
    "private letter": ("Quixotic \ue000 Air", "Latn"),
}
# A party that is new: its name and kind.
PARTIES = {
    "mister": ("Mr. Quentin Quill", "person"),
    "excellency": ("H.E. Quentin Quill", "person"),
    "dead, in the name": ("Quentin Quill (deceased)", "person"),
    "birth behind the name": ("Quentin Quill, born 1966", "person"),
    "DOB in the name": ("Quentin Quill DOB 05/05/1966", "person"),
    "unknown": ("unknown", "person"),
    "number in a ship's name": ("Quixotic Star (IMO 9074729)", "vessel"),
    "quotes around": ('"Quixotic Widgets"', "organisation"),
}
# The kind of the party, the attribute, its value.
ATTRIBUTES = {
    "nationality EU": ("person", "nationality", "EU"),
    "nationality in words": ("person", "nationality", "Iranian"),
    "born on 30 February": ("person", "birth_date", "1966-02-30"),
    "born with slashes": ("person", "birth_date", "1966/05/05"),
    "born in 1766": ("person", "birth_date", "1766"),
    "born tomorrow": ("person", "birth_date", "2031-01-01"),
    "built in 1066": ("vessel", "built", "1066"),
    "built in words": ("vessel", "built", "nineties"),
    "founded in month 13": ("organisation", "founded", "1999-13"),
    "not available": ("person", "position", "not available"),
}
# The kind of the party, the type of the number, its value, its country.
IDENTIFIERS = {
    "LEI with a slip": ("organisation", "lei", "253400V1H6ART1UQ0N99", ""),
    "BIC of a country that is none": ("organisation", "swift_bic", "MELIQQTH", ""),
    "IMO number of six": ("vessel", "imo_number", "907472", ""),
    "website without a dot": ("organisation", "website", "quixotic", ""),
    "mail without a host": ("person", "email", "quill.example.org", ""),
    "label before a passport": ("person", "passport", "Passport No. K1234567", "IR"),
    "two passports": ("person", "passport", "K1234567 / K7654321", "IR"),
    "a row of X": ("person", "national_id", "XXXXXXX", "IR"),
    "zeros": ("person", "passport", "0000000", "IR"),
    "passport in scientific form": ("person", "passport", "1.23E+11", "IR"),
    "Bitcoin address with a slip": (
        "person", "crypto_address", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", "",
    ),
    "airline code of five": ("organisation", "airline_code", "QUILL", ""),
}  # fmt: skip
# Numbers and facts that a party of this kind has not: the party, the table's row.
UNFIT = {
    "BIC of a person": identifier("person", "swift_bic", "MELIIRTH"),
    "passport of a company": identifier("organisation", "passport", "K1234567", "IR"),
    "IMO number of an aircraft": identifier("aircraft", "imo_number", "9074729"),
    "Mode S of a person": identifier("person", "mode_s", "730C35"),
    "gender of a ship": attribute("vessel", "gender", "female"),
    "birth of a company": attribute("organisation", "birth_date", "1966"),
    "flag of a person": attribute("person", "flag", "IR"),
    "aircraft model of a company": attribute("organisation", "aircraft_model", "Q-400"),
}
# A new source: its cells; it is told at one of them.
SOURCES: dict[str, Cells] = {
    "address without TLS": {"url": "http://example.org/report"},
    "credentials": {"url": "https://quill:secret@example.org/report"},
    "private network": {"url": "https://192.168.1.7/report"},
    "shortener": {"url": "https://bit.ly/3QuixWid"},
    "script": {"url": "javascript:alert(1)"},
    "doubled scheme": {"url": "https://https://example.org/report"},
    "two addresses": {"url": "https://example.org/a https://example.org/b"},
    "file of a disk": {"url": "file:///home/quill/report.pdf"},
    "link of a search page": {"url": "https://www.google.com/url?q=https://example.org/report"},
    "address without a path's slash": {"url": "https:/example.org/report"},
    "publisher with a question mark": {"publisher": "?"},
    "title of Excel": {"title": "#N/A"},
    "title of hashes": {"title": "########"},
    "formula for a title": {"title": '=HYPERLINK("https://example.org")'},
    "retrieved yesterday": {"retrieved_at": "yesterday"},
    "capitals in an id": {"source_id": "Made-Up-Report"},
    "space in an id": {"source_id": "made up report"},
    "id that is near": {"source_id": "jwire-2024-10-015"},
    "kind that is none": {"kind": "newspaper"},
    "address of another source": {
        "url": "https://jwire.com.au/australia-sanctions-more-iranians-over-missile-strikes"
    },
}
# The kind of the party, the table, the cells, and where it may be told.
MEASURES: dict[str, tuple[str, str, Cells, str]] = {
    "landing ban on a ship": (
        "vessel", "flight_restrictions", {}, "entity_id restriction_kind",
    ),
    "port ban on a person": (
        "person", "other_measures", {"measure_type": "port_ban"}, "entity_id measure_type",
    ),
    "travel ban on a company": ("organisation", "travel_bans", {}, "entity_id"),
    "unknown start with a day": (
        "person", "travel_bans", {"start_precision": "unknown"}, "start_date start_precision",
    ),
    "start in 9999": ("person", "travel_bans", {"start_date": "9999-12-31"}, "start_date"),
    "end before start": (
        "person", "travel_bans",
        {"status": "ended", "end_date": "2023-01-01", "end_precision": "day"},
        "start_date end_date",
    ),
    "ended without an end": (
        "person", "travel_bans", {"status": "ended"}, "status end_date end_precision",
    ),
    "in force with an end that is over": (
        "person", "travel_bans", {"end_date": "2025-01-01", "end_precision": "day"},
        "status end_date",
    ),
    "announced but begun": ("person", "travel_bans", {"status": "announced"}, "status start_date"),
    "notice after its effect": (
        "organisation", "flight_restrictions",
        {"notice_given_on": "2025-05-05", "effect_due": "2025-02-02"},
        "notice_given_on effect_due",
    ),
    "confirmed before it began": (
        "organisation", "flight_restrictions", {"last_confirmed": "2023-01-01"},
        "last_confirmed start_date confirmed_by",
    ),
    "regime of another authority": (
        "organisation", "asset_freezes", {"programme_id": "us-ofac-iran"},
        "programme_id authority_id",
    ),
    "act of another authority": (
        "organisation", "asset_freezes", {"instrument_id": "us-eo-13949"},
        "instrument_id authority_id",
    ),
    "primary, from a newspaper": (
        "organisation", "asset_freezes", {"evidence": "primary"}, "evidence source_id",
    ),
    "seen first next year": (
        "organisation", "asset_freezes", {"first_seen": "2098-01-01"}, "first_seen",
    ),
    "home in a note": (
        "person", "travel_bans", {"note": "He lives at 12 Quill Street, London."}, "note",
    ),
    "to do in a note": ("person", "travel_bans", {"note": "TODO: check this"}, "note"),
    "mail address in a note": ("person", "travel_bans", {"note": "Ask q@example.org."}, "note"),
    "see above in a note": ("person", "travel_bans", {"note": "see above"}, "note"),
}  # fmt: skip
# Anything else: the rows, and where they may be told.
OTHERS: dict[str, tuple[Rows, str]] = {
    "no primary name": (
        {**party(), "entity_names": [{"name_type": "alias"}]},
        "entities.name entities.entity_id entity_names.name_type",
    ),
    "another primary name": (
        {**party(), "entity_names": [{"name": "Widgetry Ltd"}]},
        "entities.name entity_names.name",
    ),
    "no name in the table of names": (
        {"entities": [{}]}, "entities.name entities.entity_id",
    ),
    "country in small letters": (party(country="ir"), "entities.country"),
    "merged into itself": (party(merged_into="made-up"), "entities.merged_into"),
    "merged into nobody": (party(merged_into="nobody-there"), "entities.merged_into"),
    "class without a country": (
        party("Carriers of Quixotia", "class"), "entities.country",
    ),
    "freeze that a list gave": (
        {"asset_freezes": [{
            "entity_id": "iran-air", "programme_id": "gb-iran",
            "instrument_id": "gb-uksi-2023-1314", "start_date": "2024-11-18",
        }]},
        "asset_freezes.entity_id asset_freezes.start_date asset_freezes.measure_id",
    ),
    "statement before its event": (
        {"statements": [{"stated_on": "2019-01-01"}]}, "statements.stated_on",
    ),
    "statement about no claim": (
        {"statements": [{"claim_id": "no-such-claim"}]}, "statements.claim_id",
    ),
    "event tomorrow": ({"events": [{"occurred_on": "2098-01-01"}]}, "events.occurred_on"),
    "event that is part of itself": (
        {"events": [{"part_of": "widgets-2024-09-12"}]}, "events.part_of",
    ),
    "correction of a column that is none": (
        {"corrections": [{"column": "colour", "imported_value": "x", "corrected_value": "y"}]},
        "corrections.column",
    ),
    "correction of a value that is not there": (
        {"corrections": [{"imported_value": "2020-02-02", "corrected_value": "2024-11-17"}]},
        "corrections.imported_value",
    ),
    "correction to the same": (
        {"corrections": [{"imported_value": "2024-11-18", "corrected_value": "2024-11-18"}]},
        "corrections.corrected_value",
    ),
    "correction tomorrow": (
        {"corrections": [{
            "imported_value": "2024-11-18", "corrected_value": "2024-11-17",
            "corrected_on": "2098-01-01",
        }]},
        "corrections.corrected_on",
    ),
    "act in force before it was made": (
        {"instruments": [{"in_force_on": "2019-01-01"}]},
        "instruments.in_force_on instruments.adopted_on",
    ),
    "act ended before it was made": (
        {"instruments": [{"ended_on": "2019-01-01"}]},
        "instruments.ended_on instruments.adopted_on",
    ),
    "act that replaces itself": (
        {"instruments": [{"replaces": "gb-uksi-2026-8888"}]}, "instruments.replaces",
    ),
    "act of another prefix": (
        {"instruments": [{"instrument_id": "eu-reg-2026-8888"}]},
        "instruments.instrument_id instruments.authority_id",
    ),
}  # fmt: skip
HARMLESS: dict[str, Rows] = {
    "company called Null": party("Null"),
    "person called Test": party("Test", "person"),
    "person called No": party("No", "person"),
    "company of one letter and a number": party("Q8"),
    "company with a plus": party("Quill+ GmbH & Co. KG"),
    "company with a full stop": party("Quixotic.com Ltd."),
    "name of the Sorani script": alias("وێجێت", "Arab"),
    "name with a hyphen and a particle": party("Jean-Quill de la Quinta", "person"),
    "name with a letter of Azeri": party("Əli Quliyev", "person"),
    "Korean name": alias("위젯항공", "Hang"),
    "Turkish name": party("Işıl Çağrı Quill", "person"),
    "ship with a number": party("Quixotic Star 7", "vessel"),
    "born in a month": attribute("person", "birth_date", "1966-05"),
    "dead by reports": attribute("person", "deceased", "reported"),
    "born in East Germany": some(
        "person",
        entity_attributes=[
            {"attribute": "birth_country", "value": "DD"},
            {"attribute": "birth_date", "value": "1966-05-05"},
        ],
    ),
    "passport with a space": identifier("person", "passport", "K 1234567", "IR"),
    "Ethereum address": identifier(
        "person", "crypto_address", "0x52908400098527886E0F7030069857D2E4169EE7"
    ),
    "BIC of eleven": identifier("organisation", "swift_bic", "MELIIRTHXXX"),
    "Russian host": {"sources": [{"url": "https://xn--e1afmkfd.xn--p1ai/report"}]},
    "archive of a page": {
        "sources": [{"url": "https://web.archive.org/web/20260701000000/https://example.org/a"}]
    },
    "title with a question": {"sources": [{"title": "Who sold the widgets? #7 of a series"}]},
    "start known by month": some(
        "person", travel_bans=[{"start_date": "2024-03-01", "start_precision": "month"}]
    ),
    "freeze that ended": some(
        "organisation",
        asset_freezes=[{"status": "ended", "end_date": "2025-01-01", "end_precision": "day"}],
    ),
    "announced for next month": some(
        "organisation",
        sources=[{"published_on": "2026-11-12"}],
        asset_freezes=[
            {
                "status": "announced",
                "start_date": "",
                "start_precision": "",
                "announced_on": "2026-11-10",
                "source_id": "made-up-report",
            }
        ],
    ),
    "note with a law's number": some(
        "person", travel_bans=[{"note": "Section 12(3) of Act 7 of 2019, as the report says."}]
    ),
}


def broken() -> list[Contribution]:
    """Every broken contribution."""
    found = [
        Contribution(name, alias(*cells), (NAME, "entity_names.script"))
        for name, cells in ALIASES.items()
    ]
    found += [
        Contribution(name, party(*cells), ("entities.name", NAME))
        for name, cells in PARTIES.items()
    ]
    found += [Contribution(name, attribute(*cells), (VALUE,)) for name, cells in ATTRIBUTES.items()]
    found += [Contribution(name, identifier(*cells), (ID,)) for name, cells in IDENTIFIERS.items()]
    places = ("entity_identifiers.identifier_type", "entity_attributes.attribute")
    found += [Contribution(name, rows, places) for name, rows in UNFIT.items()]
    found += [
        Contribution(name, {"sources": [cells]}, tuple(f"sources.{column}" for column in cells))
        for name, cells in SOURCES.items()
    ]
    found += [
        Contribution(
            name, some(kind, **{table: [cells]}), tuple(f"{table}.{c}" for c in columns.split())
        )
        for name, (kind, table, cells, columns) in MEASURES.items()
    ]
    return found + [Contribution(n, rows, tuple(at.split())) for n, (rows, at) in OTHERS.items()]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Base:
    return Base.make(tmp_path_factory.mktemp("base"), {"iran-air"}, {"gb-fcdo-IRN0240"})


@pytest.mark.parametrize("contribution", broken(), ids=lambda each: each.name)
def test_broken_contribution_is_told_at_its_cell(
    contribution: Contribution, base: Base, tmp_path: Path
) -> None:
    found = base.check(contribution, tmp_path)
    told = {f"{Path(issue.file).stem}.{issue.column}" for issue in found}
    assert told & set(contribution.places), [str(issue) for issue in found]


@pytest.mark.parametrize("name", HARMLESS)
def test_harmless_contribution_is_let_through(name: str, base: Base, tmp_path: Path) -> None:
    found = base.check(Contribution(name, HARMLESS[name]), tmp_path)
    assert [str(issue) for issue in found] == []
