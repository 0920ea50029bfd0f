"""What a rule sees: rows by their keys, and what several rules need made once."""

from __future__ import annotations

from sanctions_data.validation.engine.columns import Cells, CodedRows
from sanctions_data.validation.engine.context import Context
from sanctions_data.validation.engine.definition import TABLES


def test_a_key_is_found_in_its_first_row() -> None:
    header = TABLES["lists"].header
    rows = [[key, authority, *header[2:]] for key, authority in
            (("x", "a"), (None, "b"), ("x", "c"), ("y", "d"))]  # fmt: skip
    context = Context({"lists": CodedRows.of(header, rows)})
    cells = Cells.of(["y", "x", None, "z"])
    assert context.find_rows(cells, "lists").tolist() == [3, 0, -1]
    followed = context.look_up(cells, "lists", "authority_id")
    assert [followed.text(row) for row in range(4)] == ["d", "a", "", ""]


def test_a_table_that_is_not_read_has_no_rows() -> None:
    context = Context({})
    assert not context.is_read("lists")
    assert len(context.rows("lists")) == 0
    assert context.look_up(Cells.of(["x"]), "lists", "authority_id").text(0) == ""


def test_what_several_rules_need_is_made_once() -> None:
    context, made = Context({}), []
    for _ in range(2):
        assert context.once("it", lambda: made.append(1) or "made") == "made"
    assert made == [1]
