"""Questions by day on the command line: what cannot be told, and what an answer stands on."""

from __future__ import annotations

import json
from io import StringIO
from typing import Any

import pandas as pd
import pytest
from rich.cells import cell_len
from typer.testing import CliRunner

import sanctions_data as sd
from sanctions_data.cli.app import app


def run(*arguments: str) -> str:
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 0, done.output
    if "--csv" in arguments:
        return done.stdout
    assert max(map(cell_len, done.stdout.splitlines())) <= 80 or "--json" in arguments
    return " ".join(done.stdout.split())


def as_json(*arguments: str) -> Any:
    return json.loads(CliRunner().invoke(app, [*arguments, "--json"]).stdout)


def test_lookup_tells_what_may_have_been_in_force() -> None:
    text = run("lookup", "Semenova, Olena Yurevna", "--on", "2015-06-01")
    assert "We know of no measure on it that was for sure in force on 2015-06-01." in text
    assert "Of 2 measures it cannot be told whether they were in force on 2015-06-01:" in text
    assert "May have been in force: start not known, first seen 20" in text
    assert f"Version {sd.__version__}, data of 20" in text
    assert "2015-06-01 is before our first snapshot of" in text


def test_lookup_of_a_day_without_anything() -> None:
    text = run("lookup", "Iran Air", "--on", "1950-01-01")
    assert "We know of no measure on it that was in force on 1950-01-01." in text
    assert "cannot be told" not in text


def test_lookup_as_json_has_status_and_bounds() -> None:
    found = as_json("lookup", "Semenova, Olena Yurevna", "--on", "2015-06-01")
    assert found["party"]["measures"] == []
    for row in found["party"]["undecided"]:
        assert row["day_status"] == "cannot_be_told"
        assert row["start_latest"] <= row["first_seen"]
        assert {"start_earliest", "end_earliest", "end_latest", "reason"} <= set(row)
    assert found["stands_on"]["on"] == "2015-06-01"
    assert {each["list_id"] for each in found["stands_on"]["lists"]} >= {"us-ofac-sdn", "un-sc"}


def test_matrix_marks_what_cannot_be_told() -> None:
    text = run("lookup", "Semenova, Olena Yurevna", "--on", "2015-06-01", "--matrix")
    assert "us-ofac cannot be told cannot be told" in text


def test_flights_tell_both_apart() -> None:
    text = run("flights", "--on", "2022-03-05", "--against", "Russia")
    sure, perhaps = text.split(" more it cannot be told whether they were in force on 2022-03-05:")
    assert "https://www.legislation.gov.uk/uksi/2022/183" in sure
    assert "may have been in force" not in sure
    assert "may have been in force: ended by" in perhaps
    found = as_json("flights", "--on", "2022-03-05", "--against", "Russia")
    statuses = [row["day_status"] for row in found["rows"]]
    assert found["undecided"] == statuses.count("cannot_be_told")
    assert set(statuses) == {"in_force", "cannot_be_told"}


def test_flights_hide_persons_and_companies_on_lists_unless_asked() -> None:
    short = run("flights", "--by", "nz", "--status", "in_force")
    number = len(sd.flights(by="nz", status="in_force"))
    assert "more on persons and companies on a list; --all shows them" in short
    everyone = ["flights", "--by", "nz", "--status", "in_force", "--all"]
    assert f"{number:,} restrictions" in run(*everyone)
    assert len(as_json(*everyone)["rows"]) == number
    found = as_json(*everyone[:-1])
    assert found["left_out_on_lists"] == number - len(found["rows"]) > 0


def test_flights_as_csv() -> None:
    shown = pd.read_csv(StringIO(run("flights", "--by", "nz", "--status", "in_force", "--csv")))
    assert set(shown["authority_id"]) == {"nz"}
    assert not set(shown["party_kind"]) & {"person", "organisation"}
    assert {"act_url", "source_url", "last_confirmed"} <= set(shown)


def test_whether_one_may_fly() -> None:
    question = ["flights", "--may", "Mahan Air", "DE", "--on", "2020-05-01"]
    text = run(*question)
    assert text.startswith("No: Mahan Air may not fly to Germany on 2020-05-01.")
    assert "Forbidden by:" in text
    assert "source: German foreign ministry bans all Mahan Air" in text
    found = as_json(*question)
    assert (found["answer"], found["party"]["entity_id"]) == ("no", "mahan-air")
    ids = ["de-operating-permit-mahan-air-2019"]
    assert [row["measure_id"] for row in found["rows"]] == ids
    assert pd.read_csv(StringIO(run(*question, "--csv")))["measure_id"].tolist() == ids


def test_whether_one_may_fly_stands_alone() -> None:
    done = CliRunner().invoke(app, ["flights", "--may", "Mahan Air", "DE", "--by", "eu"])
    assert done.exit_code == 2
    assert "--may stands alone" in done.output


def test_an_empty_answer_says_what_was_searched() -> None:
    text = run("flights", "--by", "us", "--against", "Peru", "--on", "2001-01-01")
    assert "0 restrictions in force on 2001-01-01" in text
    assert "Searched: authority us, measure type flight_restriction, country PE, on 2001" in text


@pytest.mark.parametrize("more", [[], ["--both"]], ids=["alone", "both"])
def test_compare_counts_and_shows_what_cannot_be_told(more: list[str]) -> None:
    question = ["compare", "OFAC", "EU", "--on", "2022-03-01", "--limit", "3", *more]
    number = as_json(*question)["undecided"]
    assert number
    assert f"Of {number:,} more it cannot be told; --undecided shows them" in run(*question)
    shown = run(*question, "--undecided")
    assert f"3 of {number:,} parties" in shown
    assert "Reason" in shown
    assert ": start not" in shown  # the reason goes on in the next line


@pytest.mark.parametrize("command", [["tables"], ["show", "events"]], ids=" ".join)
def test_a_table_says_what_it_stands_on(command: list[str]) -> None:
    assert f"Version {sd.__version__}, data of 20" in run(*command)
    assert as_json(*command)["stands_on"]["version"] == sd.__version__
