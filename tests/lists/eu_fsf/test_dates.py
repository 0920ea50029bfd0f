"""Days of listing among the remarks of the EU's list."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.lists.eu_fsf.dates import day_in_remark

DAY = date(2012, 3, 2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("2.3.2012", DAY, id="bare"),
        pytest.param("(2.3.2012)", DAY, id="in brackets"),
        pytest.param("Date of listing: 02/03/2012.", DAY, id="listing"),
        pytest.param("date of listing:2.3.2012", DAY, id="listing without a space"),
        pytest.param("Date of designation: 2 March 2012", DAY, id="designation"),
        pytest.param("Date of EU designation: 2.3.2012 (UN: 3.4.2013)", DAY, id="of both"),
        pytest.param("Date of UN designation: 3.4.2013 (EU: 2.3.2012)", DAY, id="of both, turned"),
        pytest.param("UN designation 3/4/2013 preceded by EU designation 2/3/2012.", DAY,
                     id="preceded"),
        pytest.param("Date of UN designation: 2.3.2012", None, id="of the UN"),
        pytest.param("(2.3.2012, suspended since 16.1.2016)", None, id="suspended"),
        pytest.param("UN designation 3/4/2013 (no longer valid). Previous EU designation: 2/3/2012",
                     None, id="previous"),
        pytest.param("Date of designation referred to in Article 2a(4)(b): 2.3.2012.", None,
                     id="other designation"),
        pytest.param("Limited Liability Company", None, id="prose"),
        pytest.param("date of listing: 2.3.201", None, id="cut off"),
        pytest.param("date of listing: 31.2.2012", None, id="no such day"),
        pytest.param("", None, id="empty"),
    ],
)  # fmt: skip
def test_day_in_remark(text: str, expected: date | None) -> None:
    assert day_in_remark(text) == expected


@given(st.text(max_size=60))
def test_any_remark_is_read(text: str) -> None:
    day_in_remark(text)
