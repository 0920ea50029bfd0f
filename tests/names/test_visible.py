"""What a terminal obeys is written as an escape; names of all scripts stay as they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.names.visible import make_visible


@given(st.text())
def test_nothing_is_left_that_a_terminal_obeys(text: str) -> None:
    left = set(make_visible(text)) - {"\n", "\t"}
    assert not left & {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))}
    assert not left & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")


@pytest.mark.parametrize("name", ["هواپیمایی\u200cها", "Nguyễn", "小部件", "O’Quill"])
def test_names_stay(name: str) -> None:
    assert make_visible(name) == name
