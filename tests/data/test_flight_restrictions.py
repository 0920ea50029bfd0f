"""The curated flight restrictions: the facts and the rules they are held against."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

DATA = Path(__file__).resolve().parents[2] / "data"
CURATED_ON = "2026-08-22"
RUSSIAN_CLOSURE = "ru-rosaviatsiya-2022-02-28"

CLOSED_BY_RUSSIA = [
    *("albania", "anguilla", "austria", "belgium", "british-virgin-islands", "bulgaria"),
    *("canada", "croatia", "cyprus", "czechia", "denmark", "estonia", "finland", "france"),
    *("germany", "gibraltar", "greece", "hungary", "iceland", "ireland", "italy", "jersey"),
    *("latvia", "lithuania", "luxembourg", "malta", "netherlands", "norway", "poland"),
    *("portugal", "romania", "slovakia", "slovenia", "spain", "sweden", "united-kingdom"),
]
AIRPORTS = [
    *("begishevo-international-airport", "koltsovo-international-airport"),
    *("mineralnye-vody-airport", "perm-international-airport", "pskov-international-airport"),
    *("rostov-on-don-platov-airport", "sheremetyevo-airport", "ulyanovsk-vostochny-airport"),
    *("vnukovo-international-airport", "zhukovsky-international-airport"),
]
DENIED = {
    "aeroflot": "2022-04-07",
    "utair": "2022-04-07",
    "azur-air": "2022-04-07",
    "belavia": "2022-06-16",
    "mahan-air": "2008-03-17",
}
SAFETY_WORDS = [
    *("474/2006", "2111/2005", "EASA bulletin", "conflict zone", "Air Safety List"),
    *("Covid", "coronavirus", "pandemic", "quarantine"),
]


def _read(table: str) -> pd.DataFrame:
    return pd.read_csv(DATA / f"{table}.csv", dtype=str, keep_default_na=False)


@pytest.fixture(scope="module")
def flights() -> pd.DataFrame:
    return _read("flight_restrictions").set_index("measure_id", drop=False)


@pytest.fixture(scope="module")
def curated(flights: pd.DataFrame) -> pd.DataFrame:
    """The rows that no list brought."""
    return flights[(flights["listing_id"] == "") & (flights["basis"] == "stated")]


@pytest.fixture(scope="module")
def instruments() -> pd.DataFrame:
    return _read("instruments").set_index("instrument_id", drop=False)


@pytest.fixture(scope="module")
def sources() -> pd.DataFrame:
    return _read("sources").set_index("source_id", drop=False)


def _ids(rows: pd.DataFrame) -> list[str]:
    return sorted(rows["measure_id"])


# The table as a whole


def test_there_are_at_least_430_curated_rows(curated):
    assert len(curated) >= 430


def test_less_than_two_in_a_hundred_are_unverified(curated):
    assert (curated["evidence"] == "unverified").mean() < 0.02


@pytest.mark.parametrize(
    ("column", "table", "key"),
    [
        ("entity_id", "entities", "entity_id"),
        ("authority_id", "authorities", "authority_id"),
        ("programme_id", "programmes", "programme_id"),
        ("instrument_id", "instruments", "instrument_id"),
        ("source_id", "sources", "source_id"),
        ("confirmed_by", "sources", "source_id"),
    ],
    ids=["entity", "authority", "programme", "instrument", "source", "confirmed by"],
)
def test_what_a_row_points_at_exists(flights, column, table, key):
    used = set(flights[column]) - {""}
    assert used - set(_read(table)[key]) == set()


def test_a_primary_row_cites_an_act_with_an_address(flights, instruments):
    primary = flights[flights["evidence"] == "primary"]
    addresses = primary["instrument_id"].map(instruments["url"]).fillna("")
    assert _ids(primary[~addresses.str.startswith("https://")]) == []


def test_a_secondary_row_cites_a_report_with_an_address(flights, sources):
    secondary = flights[flights["evidence"] == "secondary"]
    addresses = secondary["source_id"].map(sources["url"]).fillna("")
    assert _ids(secondary[~addresses.str.startswith("https://")]) == []


def test_airlines_of_iran_are_members_of_their_class():
    facts = _read("entity_attributes")
    members = facts[(facts["attribute"] == "member_of") & (facts["value"] == "carriers-of-iran")]
    names = _read("entities").set_index("entity_id")["name"]
    found = {names[entity].casefold() for entity in members["entity_id"]}
    assert {"iran air", "mahan air", "caspian airlines", "meraj air", "pouya air"} <= found
    assert "qeshm fars air" in found


def test_an_unverified_row_says_that_it_is_general_knowledge(flights):
    unverified = flights[flights["evidence"] == "unverified"]
    assert set(unverified["source_id"]) <= {"general-knowledge"}


def test_general_knowledge_is_always_unverified(flights):
    general = flights[flights["source_id"] == "general-knowledge"]
    assert set(general["evidence"]) <= {"unverified"}


def test_a_curated_row_comes_from_no_rule(curated):
    assert set(curated["rule_id"]) == {""}


def test_each_restricted_party_has_a_country(curated):
    countries = _read("entities").set_index("entity_id")["country"]
    parties = curated["entity_id"].drop_duplicates()
    assert sorted(parties[parties.map(countries) == ""]) == []


def test_a_curated_row_says_where_it_applies(curated):
    assert _ids(curated[curated["applies_where"] == ""]) == []


def test_each_restricted_party_has_one_primary_curated_name(curated):
    names = _read("entity_names")
    first = names[(names["list_id"] == "curated") & (names["name_type"] == "primary")]
    counts = first["entity_id"].value_counts().reindex(curated["entity_id"].unique())
    assert counts[counts != 1].to_dict() == {}


# Intervals


def test_an_interval_ends_after_it_starts(flights):
    both = flights[(flights["start_date"] != "") & (flights["end_date"] != "")]
    length = both[["start_date", "end_date"]].map(len).min(axis=1)
    wrong = [
        row.measure_id
        for row, n in zip(both.itertuples(), length, strict=True)
        if row.start_date[:n] > row.end_date[:n] or row.start_date == row.end_date
    ]
    assert wrong == []


def test_a_row_in_force_has_started_and_has_no_end_in_the_past(flights):
    in_force = flights[flights["status"] == "in_force"]
    assert _ids(in_force[in_force["start_precision"] == ""]) == []
    over = (in_force["end_date"] != "") & (in_force["end_date"] <= CURATED_ON)
    assert _ids(in_force[over]) == []


def test_an_ended_row_has_an_end_or_says_that_it_is_unknown(flights):
    ended = flights[flights["status"] == "ended"]
    assert _ids(ended[(ended["end_date"] == "") != (ended["end_precision"] == "unknown")]) == []
    assert _ids(ended[ended["end_date"] > CURATED_ON]) == []


def test_a_row_in_force_without_an_end_has_an_act_a_confirmation_or_a_doubt(curated, instruments):
    open_ = curated[(curated["status"] == "in_force") & (curated["end_date"] == "")]
    act = open_["instrument_id"].map(instruments["ended_on"]) == ""
    doubt = open_["note"].str.contains(r"\bnot (?:seen|checked|known|read|found)\b", case=False)
    assert _ids(open_[~(act | doubt | (open_["last_confirmed"] != ""))]) == []


def test_a_confirmation_comes_after_the_start_and_has_a_source_with_an_address(flights, sources):
    confirmed = flights[flights["last_confirmed"] != ""]
    assert len(confirmed) >= 40
    assert _ids(confirmed[confirmed["last_confirmed"] < confirmed["start_date"]]) == []
    addresses = confirmed["confirmed_by"].map(sources["url"]).fillna("")
    assert _ids(confirmed[~addresses.str.startswith("https://")]) == []


def test_what_never_took_effect_has_no_interval(flights):
    never = flights[flights["status"].isin(["announced", "never_in_force"])]
    assert _ids(never[(never["start_date"] != "") | (never["end_date"] != "")]) == []


def test_an_announcement_is_not_later_than_the_start(flights):
    known = flights[(flights["announced_on"] != "") & flights["start_precision"].isin(["day"])]
    assert _ids(known[known["announced_on"] > known["start_date"]]) == []


# Facts


@pytest.mark.parametrize(
    ("measure", "entity", "start"),
    [
        ("gb-overflight-carriers-of-russia-2022", "carriers-of-russia", "2022-02-25"),
        ("ca-overflight-carriers-of-russia-2022", "carriers-of-russia", "2022-02-27"),
        ("eu-overflight-carriers-of-russia-2022", "carriers-of-russia", "2022-02-28"),
        ("us-dot-operating-permit-carriers-of-russia-2022", "carriers-of-russia", "2022-03-02"),
        ("us-faa-overflight-carriers-of-russia-2022", "carriers-of-russia", "2022-03-02"),
        ("eu-overflight-carriers-of-belarus-2021", "carriers-of-belarus", "2021-06-05"),
        ("de-operating-permit-mahan-air-2019", "mahan-air", "2019-01-21"),
        ("fr-operating-permit-mahan-air-2019", "mahan-air", "2019-04-01"),
        ("it-operating-permit-mahan-air-2019", "mahan-air", "2019-12-15"),
    ],
)
def test_a_ban_that_is_still_in_force(flights, measure, entity, start):
    row = flights.loc[measure]
    assert row["entity_id"] == entity
    assert (row["start_date"], row["start_precision"]) == (start, "day")
    assert (row["status"], row["end_date"]) == ("in_force", "")


@pytest.mark.parametrize(
    ("measure", "start", "end"),
    [
        ("us-dot-route-suspension-venezuela-2019", "2019-05-15", "2026-01-29"),
        ("ve-route-suspension-dominican-republic-2024", "2024-07-31", "2025-06-15"),
        ("dz-overflight-military-aircraft-of-france-2021", "2021-10-01", "2022-02-17"),
        ("un-sc-overflight-aircraft-of-libya-2011", "2011-03-17", "2011-09-16"),
        ("un-sc-no-fly-zone-bosnia-1993", "1993-03-31", "1995-12-20"),
        ("sa-overflight-carriers-of-qatar-2017", "2017-06-05", "2021-01-04"),
        ("ae-overflight-carriers-of-qatar-2017", "2017-06-05", "2021-01-09"),
        ("bh-overflight-carriers-of-qatar-2017", "2017-06-05", "2021-01-11"),
        ("eg-overflight-carriers-of-qatar-2017", "2017-06-05", "2021-01-12"),
    ],
)
def test_a_ban_that_ended(flights, measure, start, end):
    row = flights.loc[measure]
    assert (row["status"], row["start_date"], row["end_date"]) == ("ended", start, end)


@pytest.mark.parametrize(
    ("measure", "start", "kind"),
    [
        ("un-sc-overflight-flights-to-libya-1992", "1992-04-15", "overflight"),
        ("un-sc-no-fly-zone-libya-2011", "2011-03-17", "no_fly_zone"),
    ],
    ids=["1992", "2011"],
)
def test_the_security_council_on_libya(flights, measure, start, kind):
    row = flights.loc[measure]
    assert (row["status"], row["start_date"], row["restriction_kind"]) == ("ended", start, kind)


def test_the_flight_ban_on_sudan_was_adopted_but_never_took_effect(flights):
    rows = flights[flights["instrument_id"] == "un-scr-1070"]
    assert _ids(rows) == [
        "un-sc-overflight-aircraft-of-sudan-1996",
        "un-sc-overflight-sudan-airways-1996",
    ]
    assert set(rows["status"]) == {"never_in_force"}
    assert set(rows["announced_on"]) == {"1996-08-16"}


def test_the_united_kingdom_closed_its_airspace_to_russia_by_two_instruments(flights):
    rows = flights[
        (flights["authority_id"] == "gb")
        & (flights["entity_id"] == "carriers-of-russia")
        & (flights["restriction_kind"] == "overflight")
    ]
    assert dict(zip(rows["instrument_id"], rows["start_date"], strict=True)) == {
        "gb-uksi-2022-183": "2022-02-25",
        "gb-uksi-2019-855": "2022-03-08",
    }


# Russia's closure


def test_russia_closed_its_airspace_to_36_states_and_territories(flights):
    rows = flights[flights["instrument_id"] == RUSSIAN_CLOSURE]
    assert len(CLOSED_BY_RUSSIA) == 36
    assert sorted(rows["entity_id"]) == sorted(f"carriers-of-{name}" for name in CLOSED_BY_RUSSIA)
    assert set(rows["start_date"]) == {"2022-02-28"}
    assert set(rows["nature"]) == {"retaliatory"}


def test_the_russian_list_has_neither_the_united_states_nor_switzerland(flights):
    russian = flights[flights["authority_id"] == "ru"]
    assert "carriers-of-united-states" not in set(russian["entity_id"])
    swiss = flights.loc["ru-overflight-carriers-of-switzerland-2022"]
    assert swiss["instrument_id"] != RUSSIAN_CLOSURE
    assert swiss["start_date"] == "2022-02-28"


@pytest.mark.parametrize(
    ("state", "start"),
    [
        ("united-kingdom", "2022-02-25"),
        ("bulgaria", "2022-02-26"),
        ("czechia", "2022-02-26"),
        ("poland", "2022-02-26"),
    ],
)
def test_an_earlier_russian_closure_ends_where_the_list_takes_over(flights, state, start):
    rows = flights[
        (flights["authority_id"] == "ru")
        & (flights["entity_id"] == f"carriers-of-{state}")
        & (flights["restriction_kind"] == "overflight")
    ].sort_values("start_date")
    assert list(rows["start_date"]) == [start, "2022-02-28"]
    assert list(rows["end_date"]) == ["2022-02-28", ""]


# What is not a ban


@pytest.mark.parametrize("state", ["de", "fr", "gb"])
def test_a_notice_to_end_an_agreement_with_iran_is_not_a_ban(flights, state):
    row = flights.loc[f"{state}-iran-air-services-notice-2024"]
    assert (row["restriction_kind"], row["applies_where"]) == ("air_services_agreement", "treaty")
    assert row["status"] != "in_force"
    assert row["start_date"] == ""
    assert "2024-09-10" in {row["announced_on"], row["notice_given_on"]}


def test_an_agreement_is_not_ended_on_the_day_of_the_notice(flights):
    treaties = flights[flights["restriction_kind"] == "air_services_agreement"]
    given = treaties[treaties["notice_given_on"] != ""]
    assert _ids(given[given["start_date"] == given["notice_given_on"]]) == []


def test_no_flight_ban_on_iranian_carriers_starts_with_the_statement_of_the_three(flights):
    assert _ids(flights[flights["start_date"] == "2024-09-10"]) == []


@pytest.mark.parametrize("airline", ["conviasa", "iran-air", "air-koryo", "mahan-air"])
def test_a_frozen_airline_is_not_thereby_banned_from_flying(flights, airline):
    rows = flights[flights["entity_id"] == airline]
    assert _ids(rows[rows["authority_id"] == "us-ofac"]) == []
    assert _ids(rows[rows["start_date"] == "2024-10-14"]) == []


def test_conviasa_is_frozen_and_has_no_flight_row(flights):
    assert _ids(flights[flights["entity_id"].str.contains("conviasa")]) == []


def test_a_denial_order_is_a_denial_of_export_privileges_with_an_expiry(flights):
    orders = flights[flights["restriction_kind"] == "denial_order"]
    assert set(orders["authority_id"]) == {"us-bis"}
    # The list of denied persons prints neither where an order applies, nor an end that is not set.
    written = orders[orders["listing_id"] == ""]
    assert set(written["applies_where"]) == {"worldwide"}
    assert _ids(written[written["end_date"] == ""]) == []


def test_a_denial_order_lasts_a_year_at_most(flights):
    orders = flights[flights["restriction_kind"] == "denial_order"]
    days = (pd.to_datetime(orders["end_date"]) - pd.to_datetime(orders["start_date"])).dt.days
    assert days.max() <= 366


def test_the_bureau_of_industry_and_security_bans_no_landing(flights):
    rows = flights[flights["authority_id"] == "us-bis"]
    assert set(rows["restriction_kind"]) <= {"denial_order", "aviation_services"}


@pytest.mark.parametrize(("airline", "start"), DENIED.items(), ids=list(DENIED))
def test_the_first_denial_order_against_an_airline(flights, airline, start):
    rows = flights[
        (flights["restriction_kind"] == "denial_order") & (flights["entity_id"] == airline)
    ]
    assert min(rows["start_date"]) == start


def test_the_orders_on_mahan_air_follow_one_another_without_a_gap(flights):
    """A renewal precedes the expiry: where its day is a bound, it may be some days late."""
    rows = flights[
        (flights["restriction_kind"] == "denial_order") & (flights["entity_id"] == "mahan-air")
    ].sort_values("start_date")
    starts, ends = pd.to_datetime(rows["start_date"])[1:], pd.to_datetime(rows["end_date"])[:-1]
    late = [
        row
        for row, start, end in zip(rows["measure_id"][1:], starts, ends, strict=True)
        if (start - end).days > 7
    ]
    assert late == []


def test_denial_orders_against_one_airline_do_not_overlap(flights):
    orders = flights[flights["restriction_kind"] == "denial_order"].sort_values("start_date")
    wrong = [
        later.measure_id
        for _, rows in orders.groupby("entity_id")
        for earlier, later in zip(
            list(rows.itertuples())[:-1], list(rows.itertuples())[1:], strict=True
        )
        if later.start_date < earlier.end_date
    ]
    assert wrong == []


def test_russian_airports_are_closed_to_transactions_not_to_flights(flights):
    rows = flights[flights["entity_id"].str.endswith("airport")]
    assert sorted(rows["entity_id"]) == AIRPORTS
    assert set(rows["restriction_kind"]) == {"airport_transactions"}
    assert set(rows["instrument_id"]) == {"eu-reg-833-2014", "eu-reg-2026-1848"}
    kind = flights["restriction_kind"] == "airport_transactions"
    assert _ids(flights[kind]) == _ids(rows)


@pytest.mark.parametrize("word", SAFETY_WORDS)
def test_safety_and_health_notices_are_not_rows(flights, instruments, word):
    acts = flights["instrument_id"].map(instruments["title"] + " " + instruments["number"])
    text = acts.fillna("") + " " + flights["measure_id"]
    assert _ids(flights[text.str.contains(word, case=False, regex=False)]) == []


@pytest.mark.parametrize("authority", ["easa", "icao"])
def test_a_safety_body_imposes_no_sanction(flights, authority):
    assert _ids(flights[flights["authority_id"].str.contains(authority)]) == []
