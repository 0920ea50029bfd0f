"""``sd.schema``: a loaded table passes, and so do parts of it; each thing wrong fails."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable

import pandas as pd
import pandera.pandas as pa
import pytest

import sanctions_data as sd
from sanctions_data.schema import TABLES
from sanctions_data.schema.text_type import TEXT

Edit = Callable[[pd.DataFrame], pd.DataFrame]


@pytest.mark.parametrize("table", TABLES)
def test_a_loaded_table_passes(table: str) -> None:
    frame = sd.load(table)
    assert len(frame) or TABLES[table].may_be_empty
    pd.testing.assert_frame_equal(sd.schema(table).validate(frame, lazy=True), frame)


@pytest.mark.parametrize("table", TABLES)
def test_titles_and_descriptions_are_carried_over(table: str) -> None:
    schema = sd.schema(table)
    assert (schema.title, schema.description) == (TABLES[table].title, TABLES[table].description)
    told = [(name, each.title, each.description) for name, each in schema.columns.items()]
    assert told == [(each.name, each.title, each.description) for each in TABLES[table].columns]


def part(table: str) -> pd.DataFrame:
    """Three rows, labelled from 0."""
    return sd.load(table).head(3).reset_index(drop=True)


def own_row() -> pd.DataFrame:
    """A source of a user's own, with nothing but the types taken from what is loaded."""
    cells = {
        "source_id": "my-gazette",
        "kind": "act",
        "title": "Gazette",
        "publisher": "A state",
        "url": "https://example.org/gazette",
    }
    header = sd.schema("sources").columns
    return pd.DataFrame([cells], columns=list(header)).astype(part("sources").dtypes)


@pytest.mark.parametrize(
    ("table", "frame"),
    [
        pytest.param("travel_bans", lambda: part("travel_bans"), id="some rows"),
        pytest.param("travel_bans", lambda: part("travel_bans").head(0), id="no rows"),
        pytest.param("travel_bans", lambda: part("travel_bans").iloc[::-1], id="another order"),
        pytest.param(
            "travel_bans",
            lambda: part("travel_bans").assign(
                start_date=pd.to_datetime(["2024-10-14", None, "1899-01-01"])
            ),
            id="dates as pandas makes them",
        ),
        pytest.param(
            "travel_bans",
            lambda: part("travel_bans").assign(
                status=pd.Categorical(
                    ["ended"] * 3,
                    categories=list(TABLES["travel_bans"].column("status").vocabulary),
                )
            ),
            id="another code",
        ),
        pytest.param(
            "entities",
            lambda: part("entities").assign(country=pd.Series(["NA", None, "IR"], dtype=TEXT)),
            id="Namibia and a missing cell",
        ),
        pytest.param(
            "sources",
            lambda: part("sources").assign(bytes=pd.Series([0, None, 7], dtype="Int64")),
            id="whole numbers",
        ),
        pytest.param("sources", own_row, id="row of one's own"),
    ],
)
def test_frames_of_ones_own_pass(table: str, frame: Callable[[], pd.DataFrame]) -> None:
    sd.schema(table).validate(frame(), lazy=True)


def test_a_part_of_the_columns_passes_a_part_of_the_schema() -> None:
    columns = ["measure_id", "status", "start_date"]
    schema = sd.schema("travel_bans").select_columns(columns)
    schema.validate(part("travel_bans")[columns])
    with pytest.raises(pa.errors.SchemaError, match="status"):
        schema.validate(part("travel_bans")[columns].assign(status="in_force"))


def cell(column: str, value: object, dtype: object = TEXT) -> Edit:
    """Put a value into the first row."""

    def edit(frame: pd.DataFrame) -> pd.DataFrame:
        cells = frame[column].astype("object")
        cells[0] = value
        return frame.assign(**{column: cells.astype(dtype)})

    return edit


def twice(frame: pd.DataFrame) -> pd.DataFrame:
    """Repeat the rows, each with the same key."""
    return pd.concat([frame, frame], ignore_index=True)


WRONG = [
    ("code that is not in the vocabulary", "travel_bans", cell("status", "lifted", "category"),
     "status", "cell_enum"),
    ("code as text", "travel_bans", cell("status", "ended"), "status", "dtype"),
    ("missing cell", "travel_bans", cell("entity_id", None), "entity_id", "not_nullable"),
    ("missing code", "travel_bans",
     lambda f: f.assign(status=f["status"].where(f.index != 0)), "status", "not_nullable"),
    ("missing date", "travel_bans", cell("first_seen", None, "datetime64[s]"), "first_seen",
     "not_nullable"),
    ("key twice", "travel_bans", twice, "measure_id", "field_uniqueness"),
    ("key of several columns twice", "entity_names", twice, "list_id",
     "multiple_fields_uniqueness"),
    ("country in small letters", "entities", cell("country", "ir"), "country", "cell_pattern"),
    ("address without https", "sources", cell("url", "http://example.org"), "url", "cell_pattern"),
    ("text too long", "travel_bans", cell("note", "x" * 501), "note", "cell_length"),
    ("date as text", "travel_bans", cell("start_date", "2022-13-45"), "start_date",
     "dtype"),
    ("date with a time", "travel_bans",
     cell("start_date", pd.Timestamp("2024-10-14 13:00"), "datetime64[s]"), "start_date",
     "a day of the calendar, without a time"),
    ("number as a decimal", "sources", lambda f: f.assign(bytes=1.5), "bytes", "dtype"),
    ("negative number", "sources", cell("bytes", -1, "Int64"), "bytes",
     "a whole number that is not negative"),
    ("number as text", "sources", cell("bytes", "many"), "bytes", "dtype"),
    ("text as a number", "sources", lambda f: f.assign(title=1), "title", "dtype"),
    ("column more", "travel_bans", lambda f: f.assign(comment="x"), "comment",
     "column_in_schema"),
    ("column less", "travel_bans", lambda f: f.drop(columns="note"), "note",
     "column_in_dataframe"),
    ("columns in another order", "travel_bans", lambda f: f.iloc[:, ::-1], "entry_scope",
     "column_ordered"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("table", "edit", "column", "check"), [pytest.param(*way, id=name) for name, *way in WRONG]
)
def test_a_frame_that_is_wrong_fails(table: str, edit: Edit, column: str, check: str) -> None:
    with pytest.raises(pa.errors.SchemaErrors) as caught:
        sd.schema(table).validate(edit(part(table)), lazy=True)
    cases = caught.value.failure_cases
    names = cases["check"].str.partition("(")[0]
    # For an issue of the header, pandera puts the column among the values.
    assert check in set(names[(cases["column"] == column) | (cases["failure_case"] == column)])


def test_what_a_user_changes_stays_theirs() -> None:
    sd.schema("events").columns["title"].nullable = True
    assert not sd.schema("events").columns["title"].nullable


def test_unknown_table_is_the_error_of_load() -> None:
    told = []
    for call in (sd.load, sd.schema):
        with pytest.raises(ValueError, match="unknown table 'freezes'; did you mean") as caught:
            call("freezes")
        told.append((type(caught.value), str(caught.value)))
    assert told[0] == told[1]


@pytest.mark.parametrize(
    "imports",
    [
        pytest.param("import sanctions_data as sd", id="alone"),
        pytest.param(
            "import sanctions_data as sd; import sanctions_data.schema.base", id="folder after"
        ),
        pytest.param(
            "import sanctions_data.schema.base; import sanctions_data as sd", id="folder before"
        ),
        pytest.param(
            "import sanctions_data as sd; sd.schema; import sanctions_data.schema.models",
            id="folder after its use",
        ),
        pytest.param(
            "from sanctions_data.schema import TABLES\n"
            "from sanctions_data import schema\n"
            "class sd: schema = staticmethod(schema)",
            id="from",
        ),
    ],
)
def test_the_function_keeps_its_name_from_the_folder(imports: str) -> None:
    code = f"{imports}\nprint(sd.schema('events').title, sd.schema.__name__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert re.fullmatch(r"Events schema\s*", done.stdout)
