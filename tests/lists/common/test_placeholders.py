"""Words that stand where there is nothing."""

from __future__ import annotations

import pytest

from sanctions_data.lists.common.placeholders import is_nothing


@pytest.mark.parametrize("text", ["", " ", "-", "–", "na", "NA", "N/A", "n.a.", "Unknown", "none."])
def test_nothing(text: str) -> None:
    assert is_nothing(text)


@pytest.mark.parametrize("text", ["Namibia", "Nana", "1", "Nil Example", "unknown soldier"])
def test_something(text: str) -> None:
    assert not is_nothing(text)
