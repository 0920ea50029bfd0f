from __future__ import annotations

import re
from pathlib import Path

import pytest

from sanctions_data.generate.dictionary import dictionary
from sanctions_data.schema import TABLES


@pytest.fixture
def page(checkout: Path) -> str:
    return dictionary(checkout / "data")


def anchors(page: str) -> set[str]:
    """The anchors that a Markdown page gets from its headings."""
    headings = re.findall(r"^#+ (.+)$", page, flags=re.MULTILINE)
    found = [heading.lower().replace(" ", "-") for heading in headings]
    assert len(found) == len(set(found))
    return set(found)


def test_every_link_within_the_page_arrives(page: str) -> None:
    links = set(re.findall(r"\]\(#([^)]+)\)", page))
    assert links
    assert links <= anchors(page)


def test_every_table_column_and_code_is_there(page: str) -> None:
    for table in TABLES.values():
        section = page.partition(f"\n### {table.name}\n")[2].partition("\n###")[0]
        for column in table.columns:
            assert f"| `{column.name}` |" in section
            for code in column.vocabulary or {}:
                assert f"| `{code}` |" in page


def test_kinds_of_measure_come_from_the_data(page: str) -> None:
    row = next(line for line in page.splitlines() if line.startswith("| `asset_freeze` |"))
    assert "[asset_freezes](#asset_freezes)" in row
    assert "freezes nothing" in row


def test_every_row_of_a_table_has_as_many_cells_as_its_header(page: str) -> None:
    block: list[int] = []
    for line in [*page.splitlines(), ""]:
        if line.startswith("|"):
            block.append(len(re.findall(r"(?<!\\)\|", line)))
        else:
            assert len(set(block)) <= 1, line
            block = []
