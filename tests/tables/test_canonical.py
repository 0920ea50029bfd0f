"""The same facts have the same bytes, whatever the order in which they came."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.tables.canonical import canonical_bytes, read_text

CELLS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")) | st.sampled_from('",;=\n'),
    max_size=12,
)
ROWS = st.lists(st.tuples(CELLS.filter(bool), CELLS), max_size=8, unique_by=lambda row: row[0])


def frame(rows: list[tuple[str, str]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["key", "cell"], dtype="str").replace("", None)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        pytest.param("NA", "k,NA\n", id="Namibia is text"),
        pytest.param(None, "k,\n", id="missing is empty"),
        pytest.param('say "a, b"', 'k,"say ""a, b"""\n', id="quotes only where needed"),
        pytest.param("e\u0301", "k,é\n", id="Unicode NFC"),
    ],
)
def test_cell_form(cell: str | None, expected: str) -> None:
    written = canonical_bytes(pd.DataFrame({"key": ["k"], "cell": [cell]}, dtype="str"), ["key"])
    assert written.decode() == f"key,cell\n{expected}"


@given(ROWS, st.randoms())
def test_order_of_rows_does_not_matter(rows: list[tuple[str, str]], random) -> None:  # type: ignore[no-untyped-def]
    shuffled = rows[:]
    random.shuffle(shuffled)
    assert canonical_bytes(frame(rows), ["key"]) == canonical_bytes(frame(shuffled), ["key"])


@given(ROWS)
def test_round_trip(tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]]) -> None:
    path: Path = tmp_path_factory.mktemp("round") / "table.csv"
    written = canonical_bytes(frame(rows), ["key"])
    path.write_bytes(written)
    assert canonical_bytes(read_text(path), ["key"]) == written
