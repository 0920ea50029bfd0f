from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from sanctions_data.generate.coverage_table import coverage_table
from sanctions_data.tables.canonical import canonical_bytes


def put(data: Path, name: str, frame: pd.DataFrame) -> None:
    (data / f"{name}.csv").write_bytes(canonical_bytes(frame, [frame.columns[0]]))


@pytest.fixture
def rows(checkout: Path, example_tables: dict[str, pd.DataFrame]) -> list[str]:
    """Lines of the coverage of three lists: read twice, never, and no official list."""
    data = checkout / "data"
    first = example_tables["lists"]
    never = first.assign(list_id="never-read", title="Never | read", url=None)
    curated = first.assign(list_id="curated", title="Curated", authority_id=None)
    put(data, "lists", pd.concat([first, never, curated]))
    newest = example_tables["sources"]
    older = newest.assign(source_id="older", published_on="2026-02-23", entries="1")
    put(data, "sources", pd.concat([newest, older]))
    return coverage_table(data).splitlines()[2:]


def test_a_list_has_the_day_size_and_completeness_of_its_newest_snapshot(rows: list[str]) -> None:
    address = "https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.xml"
    assert rows[0] == f"| [UK Sanctions List]({address}) | 2026-08-22 | 6,337 | incomplete |"


def test_a_list_that_was_never_read_says_so(rows: list[str]) -> None:
    assert rows[1] == r"| Never \| read | not read yet |  |  |"


def test_curated_rows_are_no_list(rows: list[str]) -> None:
    assert len(rows) == 2


def test_what_a_snapshot_does_not_say_is_not_known(
    checkout: Path, example_tables: dict[str, pd.DataFrame]
) -> None:
    sources = example_tables["sources"].assign(entries=None, completeness=None)
    put(checkout / "data", "sources", sources)
    assert coverage_table(checkout / "data").endswith("| not counted | not known |\n")


def test_a_list_whose_reader_saw_no_real_file_says_so(
    checkout: Path, example_tables: dict[str, pd.DataFrame]
) -> None:
    row = example_tables["lists"].assign(list_id="ch-seco", title="Swiss sanctions list", url=None)
    put(checkout / "data", "lists", row)
    lines = coverage_table(checkout / "data").splitlines()
    assert lines[-1] == "| Swiss sanctions list | not read yet |  | untried on a real file |"
