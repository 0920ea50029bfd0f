"""The parties of a line of an annex."""

from __future__ import annotations

import pytest

from sanctions_data.lists.cn_mfa.parties import parties_in


@pytest.mark.parametrize("line", ["", "（一）", "1. ，—。", "2.（）", "3. 12"])
@pytest.mark.parametrize("kind", ["", "person", "organisation"])
def test_a_line_without_a_letter_names_nobody(line: str, kind: str) -> None:
    assert list(parties_in(line, kind)) == []
