"""The rules of the EU's regimes, held against the EU's own map of its sanctions of 2023-07-04."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pandas as pd
import pytest

DATA = Path(__file__).resolve().parents[2] / "data"

KINDS = {
    "Asset freeze and prohibition to make funds available": "asset_freeze",
    "Restrictions on admission": "travel_ban",
}
FLIGHTS = "Flights, airports, aircrafts"

# The map has one code for several regimes; their acts tell them apart.
PROGRAMMES_OF = {
    "5": ("eu-euaq", "eu-taqa"),
    "17": ("eu-irn-hr",),
    "18": ("eu-irn-wmd",),
    "35": ("eu-ukr-msf",),
    "36": ("eu-ukr-ti",),
}
# Regimes under which nobody stands on the list of financial sanctions, so that no rule is needed.
NOBODY_LISTED = {
    "4": "Bosnia and Herzegovina: nobody is listed",
    "22": "Lebanon, resolution 1636 (2005): nobody is listed",
    "25": "Moldova, schools of Transnistria: a ban on entry alone, which no list has",
    "34": "Syria, resolution 1636 (2005): nobody is listed",
    "51": "Lebanon, own list: nobody is listed",
}
# Programmes that the map cannot have.
NOT_ON_THE_MAP = {
    "eu-gtm": "since 2024",
    "eu-ham": "since 2024",
    "eu-irn-mil": "since 2023-07-20",
    "eu-rus": "since 2024",
    "eu-rusda": "since 2024",
    "eu-sdnz": "since 2023-10",
    "eu-irn": "the regime is not known",
    "eu-ukr": "the regime is not known",
}
# Rules that cite an act which the map does not print with their regime.
OTHER_ACTS = {
    ("eu-cod", "asset_freeze"): "1183/2005",  # the map prints no regulation for this regime
    ("eu-taqa", "asset_freeze"): "881/2002",  # it prints that of the EU's own list alone
    ("eu-terr", "asset_freeze"): "2580/2001",  # it prints no regulation for this regime
}
# Flights: by code of the map, or country where it has none, the acts of ours that restrict them.
FLIGHT_ACTS = {
    "BLR": {"eu-reg-2021-907"},
    "LBY": {"eu-dec-2011-178"},
    "PRK": {"eu-dec-2016-849"},
    "RU": {"eu-reg-833-2014", "eu-reg-2022-334"},
    "SYR": {"eu-reg-36-2012"},
}


def _read(table: str) -> pd.DataFrame:
    return pd.read_csv(DATA / f"{table}.csv", dtype=str, keep_default_na=False)


@pytest.fixture(scope="module")
def sanctions_map(official_lists: Path) -> pd.DataFrame:
    path = official_lists / "eu-sanctions-map" / "2023-07-04" / "regime-measures.csv"
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def test_every_regime_has_the_rules_of_its_measures(sanctions_map: pd.DataFrame) -> None:
    rules = _read("programme_measures")
    ours: dict[str, set[str]] = defaultdict(set)
    for row in rules[rules["list_id"] == "eu-fsf"].itertuples():
        ours[str(row.programme_id)].add(str(row.measure_type))
    theirs: dict[str, set[str]] = {}
    for (regime, code), rows in sanctions_map.groupby(["regime_id", "programme"]):
        kinds = {KINDS[title] for title in rows["measure_title"] if title in KINDS}
        if kinds and regime not in NOBODY_LISTED:
            assert code, f"regime {regime} has no code and is not explained"
            for programme in PROGRAMMES_OF.get(regime, (f"eu-{code.lower()}",)):
                theirs[programme] = kinds
    compared = {programme: kinds for programme, kinds in ours.items() if programme in theirs}
    assert compared == theirs
    assert ours.keys() - theirs.keys() == NOT_ON_THE_MAP.keys() - {"eu-unli"}


def test_each_rule_cites_the_act_of_its_regime(sanctions_map: pd.DataFrame) -> None:
    numbers = _read("instruments").set_index("instrument_id")["number"]
    rules = _read("programme_measures")
    rules = rules[rules["list_id"].eq("eu-fsf") & rules["instrument_id"].ne("")]
    cited = {
        (row.programme_id, row.measure_type): re.findall(r"\d+/\d+", numbers[row.instrument_id])[0]
        for row in rules.itertuples()
    }
    other = {}
    for (regime, code), rows in sanctions_map.groupby(["regime_id", "programme"]):
        acts = " ".join((*rows["council_decision"], *rows["council_regulation"]))
        for programme in PROGRAMMES_OF.get(regime, (f"eu-{code.lower()}",)) if acts.strip() else ():
            for kind in KINDS.values():
                number = cited.get((programme, kind), "")
                if number and not re.search(rf"\b{re.escape(number)}\b", acts):
                    other[programme, kind] = number
    assert other == OTHER_ACTS


def test_the_regimes_without_rules_have_measures_on_the_map_and_nobody_on_the_list(
    sanctions_map: pd.DataFrame,
) -> None:
    for regime in NOBODY_LISTED:
        titles = sanctions_map.loc[sanctions_map["regime_id"] == regime, "measure_title"]
        assert KINDS.keys() & set(titles), regime
    terms = _read("source_terms")
    codes = set(terms.loc[terms["field"].eq("programme") & terms["list_id"].eq("eu-fsf"), "term"])
    of_regimes = sanctions_map.loc[sanctions_map["regime_id"].isin(NOBODY_LISTED), "programme"]
    assert not codes & (set(of_regimes) - {""})


def test_each_regime_with_flight_measures_has_a_flight_restriction(
    sanctions_map: pd.DataFrame,
) -> None:
    rows = sanctions_map[sanctions_map["measure_title"] == FLIGHTS]
    places = rows["programme"], rows["country"]
    regimes = {code or country for code, country in zip(*places, strict=True)}
    assert regimes == FLIGHT_ACTS.keys()
    flights = _read("flight_restrictions")
    acts = set(flights.loc[flights["authority_id"] == "eu", "instrument_id"])
    assert {regime for regime, ours in FLIGHT_ACTS.items() if not ours <= acts} == set()
