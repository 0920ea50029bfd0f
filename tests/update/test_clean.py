"""Printed text is made safe before it becomes a cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.lists import Entry
from sanctions_data.lists.entry import Attribute, Name
from sanctions_data.update.clean import cleaned, safe_text


@pytest.mark.parametrize(
    ("printed", "safe"),
    [
        pytest.param("=HYPERLINK(1)", "HYPERLINK(1)", id="formula"),
        pytest.param("Mo\u00adhammad", "Mohammad", id="soft hyphen"),
        pytest.param("\u200fعلی", "علی", id="direction mark"),
        pytest.param("محمد الل\ufffd", "", id="lost letters"),
        pytest.param("Jean-Pierre", "Jean-Pierre", id="a hyphen inside stays"),
        pytest.param("unknown", "", id="placeholder"),
    ],
)
def test_safe_text(printed: str, safe: str) -> None:
    assert safe_text(printed) == safe


@given(st.text(max_size=30))
def test_safe_text_is_stable_and_no_formula(printed: str) -> None:
    safe = safe_text(printed)
    assert safe_text(safe) == safe
    assert not safe.startswith(("=", "+", "-", "@", "\t", " "))


def test_an_entry_keeps_a_name() -> None:
    entry = Entry("A1", "person", (Name("-"), Name("\ufffd")), "row 1",
                  attributes=(Attribute("position", "-"),))  # fmt: skip
    assert cleaned(entry).names == (Name("-"),)
    assert cleaned(entry).attributes == ()
