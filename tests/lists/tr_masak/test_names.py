"""Names of the entries of Türkiye's list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.lists.tr_masak.names import read_names


@pytest.mark.parametrize(
    ("printed", "remarks", "expected"),
    [
        pytest.param(
            "A TICARET (A TRADING CO)",
            "",
            [("A TICARET", "primary"), ("A TRADING CO", "alias")],
            id="translated",
        ),
        pytest.param(
            "A BANK (AB)", "", [("A BANK", "primary"), ("AB", "weak_alias")], id="abbreviated"
        ),
        pytest.param(
            "LEADER (HONG KONG) INTERNATIONAL",
            "",
            [("LEADER (HONG KONG) INTERNATIONAL", "primary")],
            id="a part of the name",
        ),
        pytest.param(
            "ADA EXAMPLE",
            "Ada Exampel, Ada",
            [("ADA EXAMPLE", "primary"), ("Ada Exampel", "alias"), ("Ada", "alias")],
            id="spellings",
        ),
        pytest.param(
            "ADA EXAMPLE", "Ada bir memurdur.", [("ADA EXAMPLE", "primary")], id="a sentence"
        ),
        pytest.param("ADA EXAMPLE", "Ben Sample", [("ADA EXAMPLE", "primary")], id="another party"),
        pytest.param("ADA EXAMPLE", "ADA EXAMPLE", [("ADA EXAMPLE", "primary")], id="a repeat"),
    ],
)
def test_names(printed: str, remarks: str, expected: list[tuple[str, str]]) -> None:
    assert [(name.text, name.type) for name in read_names(printed, remarks)] == expected


@given(st.text(min_size=1).filter(str.strip), st.text())
def test_there_is_one_primary_name_and_it_is_first(printed: str, remarks: str) -> None:
    names = read_names(printed, remarks)
    assert [name.type for name in names].index("primary") == 0
    assert [name.type for name in names].count("primary") == 1
