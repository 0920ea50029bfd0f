"""A table in a version: columns that are younger than it are empty."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pandas as pd
import pytest

import sanctions_data as sd
from sanctions_data.query.edition import Edition

REPOSITORY = Path(__file__).resolve().parents[2]
HEADER = "claim_id,proposition,event_id"
CONTENT = f"{HEADER}\nx,It was so.,\n".encode()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder whose version 2026.1.0 has claims from before the column ``note`` was there."""
    shutil.copy(REPOSITORY / "datapackage.json", tmp_path)
    data = tmp_path / "data"
    data.mkdir()
    (data / "claims.csv").write_bytes(CONTENT)
    (data / "changes.csv").write_text(
        "version,table,row_key,column,action,old_value,new_value\n", encoding="utf-8"
    )
    schema = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    sha = hashlib.sha256(CONTENT).hexdigest()
    (data / "releases.csv").write_text(
        "version,table,released_on,schema_version,rows,sha256\n"
        f"2026.1.0,claims,2026-01-31,{schema['schema_version']},1,{sha}\n",
        encoding="utf-8",
    )
    return tmp_path


def test_a_column_younger_than_the_version_is_empty(root: Path) -> None:
    frame = Edition(root, "2026.1.0").load("claims")
    assert list(frame) == [*HEADER.split(","), "note"]
    assert frame["claim_id"].tolist() == ["x"]
    assert frame["note"].isna().all()


def test_only_such_columns(root: Path) -> None:
    frame = Edition(root, "2026.1.0").load("claims", ["note", "claim_id"])
    assert list(frame) == ["claim_id", "note"]


def test_the_types_are_those_of_the_real_version() -> None:
    newest = Edition().load("flight_restrictions")
    older = Edition(None, "2026.2.0").load("flight_restrictions")
    assert list(older) == list(newest)
    assert isinstance(older["status"].dtype, pd.CategoricalDtype)
    assert older["last_confirmed"].dtype == newest["last_confirmed"].dtype


def test_what_a_caller_changes_reaches_nobody() -> None:
    before = sd.load("lists")
    mine = sd.load("lists")
    assert mine.equals(before)
    for column in mine:
        mine[column].array[0] = mine[column].array[1]
        mine[column].values[2] = mine[column].values[1]
    mine.loc[3, "list_id"] = "mine"
    mine["another"] = 1
    assert sd.load("lists").equals(before)
    assert Edition().load("lists", ("list_id",))["list_id"].equals(before["list_id"])


def test_a_changed_file_is_read_again(sound_folder: Path) -> None:
    root = sound_folder.parent
    (root / "datapackage.json").write_bytes(Path("datapackage.json").read_bytes())
    path = sound_folder / "authorities.csv"
    before = Edition(root).load("authorities")
    path.write_text(path.read_text(encoding="utf-8") + "zz,Another,state,,,\n", encoding="utf-8")
    assert len(Edition(root).load("authorities")) == len(before) + 1


def rows_of(root: Path, text: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows of a party as the first and as the second question gets them."""
    edition = Edition(root)
    first = edition.rows("entity_names", "entity_id", [text])
    return first, edition.rows("entity_names", "entity_id", [text])


@pytest.mark.parametrize(
    ("lines", "text", "names"),
    [
        pytest.param(["a,A,l,alias,Latn", "b,a,l,alias,Latn"], "a", ["A"], id="another column"),
        pytest.param(["a,A,l,alias,Latn", "a-b,B,l,alias,Latn"], "a", ["A"], id="part of a cell"),
        pytest.param(['"a",A,l,alias,Latn', "a,B,l,alias,"], "a", ["A", "B"], id="quoted"),
        pytest.param(['b,"x\na,A,l,alias,",l,alias,Latn'], "a", [], id="row within a cell"),
        pytest.param(['a,"x\ny",l,alias,Latn', "b,B,l,alias,"], "a", ["x\ny"], id="two lines"),
        pytest.param(["a,A,l,alias,Latn", "b,B,l,alias,Latn"], "c", [], id="none"),
        pytest.param(["a,A,l,alias,Latn", '"b""c",B,l,alias,'], 'b"c', ["B"], id="quote"),
        pytest.param(["a,A,l,alias,Latn", ",B,l,alias,"], "a", ["A"], id="empty cell"),
    ],
)
def test_rows_of_few_lines_are_those_of_the_whole_table(
    root: Path, lines: list[str], text: str, names: list[str]
) -> None:
    table = "\n".join(["entity_id,name,list_id,name_type,script", *lines, ""])
    (root / "data" / "entity_names.csv").write_text(table, encoding="utf-8")
    first, second = rows_of(root, text)
    assert first["name"].tolist() == names
    pd.testing.assert_frame_equal(first, second)
    whole = Edition(root).load("entity_names")
    wanted = whole[whole["entity_id"] == text].reset_index(drop=True)
    pd.testing.assert_frame_equal(first, wanted)
    assert list(first["name_type"].cat.categories) == list(whole["name_type"].cat.categories)


def test_rows_are_read_again_when_the_file_changes(root: Path) -> None:
    path = root / "data" / "entity_names.csv"
    path.write_text("entity_id,name,list_id,name_type,script\nx,X,l,alias,\n", encoding="utf-8")
    for _ in range(3):
        assert rows_of(root, "x")[0]["name"].tolist() == ["X"]
    path.write_text("entity_id,name,list_id,name_type,script\ny,YY,l,alias,\n", encoding="utf-8")
    assert rows_of(root, "x")[0].empty
    assert rows_of(root, "y")[1]["name"].tolist() == ["YY"]


def test_codes_stand_in_the_order_of_their_vocabulary(root: Path) -> None:
    kinds = ["weak_alias", "former", "alias", "primary"]
    lines = [f"a,{kind},l,{kind},Latn" for kind in kinds]
    table = "\n".join(["entity_id,name,list_id,name_type,script", *lines, ""])
    (root / "data" / "entity_names.csv").write_text(table, encoding="utf-8")
    found = Edition(root).load("entity_names")["name_type"]
    assert found.tolist() == kinds
    assert list(found.cat.categories) == ["primary", "alias", "former", "weak_alias"]
