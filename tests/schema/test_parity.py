"""Both engines find the same issues: pandera through the models, frictionless through the
descriptor made from them. A gap of one engine is a strict expected failure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import frictionless
import pandas as pd
import pytest
from pandera.typing import Series

from sanctions_data.generate.table_schema import table_schema
from sanctions_data.schema import TABLES, Table, checks
from sanctions_data.schema import fields as f
from sanctions_data.schema.binding import validate
from sanctions_data.schema.models.table_model import TableModel

Frames = dict[str, pd.DataFrame]
Edit = Callable[[pd.DataFrame], pd.DataFrame]
Engine = Callable[[Table, Frames, Path], list[str]]


class Flags(TableModel):
    """No table of ours has a boolean yet; this one stands in for the first."""

    flag_id: Series[str] = f.identifier("Flag", "Code.", "one", required=True, unique=True)
    raised: Series[str] = f.boolean("Raised", "Whether it is up.", "true")

    class Config:
        title = "Flags"
        description = "A flag."


FLAGS = Table("flags", "test", f"{__name__}:Flags", ("flag_id",))
EVERY_TABLE = {**TABLES, "flags": FLAGS}


@dataclass(frozen=True)
class Issue:
    """One way to break a table, by the rule that it breaks."""

    rule: str
    name: str
    table: str
    edit: Edit
    gap: str = ""  # "engine: reason", where one engine is known not to find it


# What frictionless calls a breach of each rule.
TYPES = {
    "required": {"constraint-error"},
    "unique_key": {"primary-key"},
    "foreign_key": {"foreign-key"},
    "cell_date": {"type-error"},
    "cell_enum": {"constraint-error"},
    "cell_pattern": {"constraint-error"},
    "cell_length": {"constraint-error"},
    "cell_boolean": {"type-error"},
    "cell_integer": {"type-error", "constraint-error"},
    "extra_column": {"extra-label", "incorrect-label"},
    "missing_column": {"missing-label", "incorrect-label"},
    "column_order": {"incorrect-label"},
}


def cell(column: str, value: str | None) -> Edit:
    """Put a value into the first row."""
    return lambda frame: frame.assign(**{column: pd.Series([value], dtype="str")})


def twice(frame: pd.DataFrame) -> pd.DataFrame:
    """Repeat the rows, with another note or the like, so that only the key is the same."""
    other = cell(frame.columns[-1], None)(frame)
    return pd.concat([frame, other], ignore_index=True)


def again(frame: pd.DataFrame) -> pd.DataFrame:
    return pd.concat([frame, frame], ignore_index=True)


def without(*columns: str) -> Edit:
    return lambda frame: frame.drop(columns=list(columns))


STRPTIME = "frictionless: it reads dates as strptime does, which wants no zeros"
INT = "frictionless: it reads integers as Python does, which drops the zeros"

ISSUES = [
    Issue("required", "missing key cell", "entities", cell("entity_id", None)),
    Issue("required", "missing cell of a composite key", "entity_names", cell("name", None)),
    Issue("required", "missing cell", "listings", cell("name", None)),
    Issue("required", "missing reference", "listings", cell("source_id", None)),
    Issue("unique_key", "duplicate key", "entities", twice),
    Issue("unique_key", "duplicate composite key", "entity_names", twice),
    Issue("unique_key", "duplicate key of every column", "entity_attributes", again),
    Issue("foreign_key", "broken reference", "listings", cell("entity_id", "nobody")),
    Issue("foreign_key", "broken optional reference", "travel_bans", cell("rule_id", "no-rule")),
    Issue("foreign_key", "broken reference to itself", "entities", cell("merged_into", "nobody")),
    Issue("foreign_key", "reference in another case", "listings", cell("list_id", "GB-FCDO")),
    Issue("cell_date", "13th month", "travel_bans", cell("start_date", "2022-13-45")),
    Issue("cell_date", "30 February", "travel_bans", cell("start_date", "2022-02-30")),
    Issue("cell_date", "date with slashes", "travel_bans", cell("start_date", "10/09/2024")),
    Issue("cell_date", "date without hyphens", "travel_bans", cell("start_date", "20240910")),
    Issue("cell_date", "date with a time", "travel_bans", cell("start_date", "2024-09-10T00:00")),
    Issue("cell_date", "placeholder for a date", "travel_bans", cell("start_date", "n/a")),
    Issue(
        "cell_date", "date without zeros", "travel_bans", cell("start_date", "2024-9-1"), STRPTIME
    ),
    Issue("cell_enum", "unknown code", "travel_bans", cell("status", "lifted")),
    Issue("cell_enum", "code in another case", "travel_bans", cell("status", "In_force")),
    Issue("cell_enum", "code and a blank", "travel_bans", cell("status", "in_force ")),
    Issue("cell_pattern", "country in lower case", "entities", cell("country", "ir")),
    Issue("cell_pattern", "country and one letter more", "entities", cell("country", "IRN")),
    Issue("cell_pattern", "identifier with a blank", "entities", cell("entity_id", "iran air")),
    Issue("cell_pattern", "address without https", "sources", cell("url", "http://example.org")),
    Issue("cell_pattern", "hash in capitals", "sources", cell("sha256", "A" * 64)),
    Issue("cell_pattern", "partial date", "flight_restrictions", cell("effect_due", "2025-13")),
    Issue("cell_length", "text that is too long", "entities", cell("note", "x" * 501)),
    Issue("cell_boolean", "boolean as a word", "flags", cell("raised", "yes")),
    Issue("cell_boolean", "boolean of a spreadsheet", "flags", cell("raised", "TRUE")),
    Issue("cell_boolean", "boolean as a digit", "flags", cell("raised", "1")),
    Issue("cell_integer", "integer as a word", "sources", cell("bytes", "many")),
    Issue("cell_integer", "integer with commas", "sources", cell("bytes", "13,349,938")),
    Issue("cell_integer", "integer with a point", "sources", cell("bytes", "1.5")),
    Issue("cell_integer", "negative integer", "sources", cell("bytes", "-1")),
    Issue("cell_integer", "integer with zeros in front", "sources", cell("bytes", "007"), INT),
    Issue("extra_column", "extra column", "events", lambda frame: frame.assign(comment="x")),
    Issue("missing_column", "missing column", "events", without("title")),
    Issue("missing_column", "missing last column", "events", without("source_id")),
    Issue("missing_column", "missing column of a key", "entity_names", without("name")),
    Issue("column_order", "columns in reverse order", "events", lambda frame: frame.iloc[:, ::-1]),
    Issue(
        "extra_column",
        "column in another case",
        "events",
        lambda frame: frame.rename(columns=str.title),
    ),
]


def by_pandera(table: Table, frames: Frames, folder: Path) -> list[str]:
    """The rules that pandera finds broken."""
    return list(validate(table, frames[table.name], frames)["rule"])


def by_frictionless(table: Table, frames: Frames, folder: Path) -> list[str]:
    """The types of error that frictionless finds in the files."""
    for name, frame in frames.items():
        frame.to_csv(folder / f"{name}.csv", index=False, lineterminator="\n")
    resources: list[dict[str, Any]] = [
        {"name": name, "path": f"{name}.csv", "schema": table_schema(EVERY_TABLE[name])}
        for name in frames
    ]
    package = frictionless.Package.from_descriptor(
        {
            "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
            "name": "parity",
            "resources": resources,
        },
        basepath=str(folder),
    )
    report = package.get_resource(table.name).validate()
    return [kind for (kind,) in report.flatten(["type"])]


ENGINES: dict[str, Engine] = {"pandera": by_pandera, "frictionless": by_frictionless}


def cases() -> list[Any]:
    """Every issue for every engine, with the known gaps marked."""
    found = []
    for issue in ISSUES:
        lacking, _, reason = issue.gap.partition(": ")
        for engine in ENGINES:
            marks = [pytest.mark.xfail(strict=True, reason=reason)] if engine == lacking else []
            found.append(pytest.param(issue, engine, id=f"{issue.name}-{engine}", marks=marks))
    return found


@pytest.fixture
def frames(example_tables: Frames) -> Frames:
    return {**example_tables, "flags": pd.DataFrame({"flag_id": ["one"], "raised": ["true"]})}


@pytest.mark.parametrize(("issue", "engine"), cases())
def test_the_engine_finds_the_issue(
    issue: Issue, engine: str, frames: Frames, tmp_path: Path
) -> None:
    frames[issue.table] = issue.edit(frames[issue.table])
    found = ENGINES[engine](EVERY_TABLE[issue.table], frames, tmp_path)
    assert ({issue.rule} if engine == "pandera" else TYPES[issue.rule]) & set(found)


def test_every_rule_has_a_issue() -> None:
    assert {issue.rule for issue in ISSUES} == TYPES.keys()
    assert {name for name in vars(checks) if name.startswith("cell_")} <= TYPES.keys()


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", EVERY_TABLE)
def test_the_engine_finds_nothing_in_good_rows(
    name: str, engine: str, frames: Frames, tmp_path: Path
) -> None:
    assert ENGINES[engine](EVERY_TABLE[name], frames, tmp_path) == []
