"""Numbers of documents in cells and in sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.lists.gb_hmt_conlist.numbers import numbers_in


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        pytest.param("R512768 (Afghan)", ["R512768"], id="with a nationality"),
        pytest.param("Passport number: OP0053090", ["OP0053090"], id="with a label"),
        pytest.param("Passport number DB0004470 (issued 08/06/2012 - expires 07/06/2017)",
                     ["DB0004470"], id="with days"),
        pytest.param("(1) D00001184 (2) P04838205", ["D00001184", "P04838205"], id="several"),
        pytest.param("BP4199631 (Pakistan). Expired 25 Jun 2014", ["BP4199631"], id="expired"),
        pytest.param("Civil ID no 1028745097 (Saudi Arabian)", ["1028745097"], id="civil"),
        pytest.param("74/184900", ["74/184900"], id="a stroke"),
        pytest.param("A 1234567", ["A 1234567"], id="a space"),
        pytest.param("Uganda Passport.", [], id="no number"),
        pytest.param("Issued on 1 June 1996. Expired on 31 May 2001", [], id="days alone"),
        pytest.param("A1234567, replaced by B7654321 in 2011", [], id="two in a sentence"),
        pytest.param("-", [], id="nothing"),
    ],
)  # fmt: skip
def test_numbers(printed: str, expected: list[str]) -> None:
    assert list(numbers_in(printed)) == expected


@given(st.lists(st.from_regex(r"[A-Z]{1,2}\d{6,8}", fullmatch=True), min_size=1, max_size=5))
def test_numbered_parts_come_back(numbers: list[str]) -> None:
    printed = " ".join(f"({n}) {number}" for n, number in enumerate(numbers, 1))
    assert list(numbers_in(printed)) == numbers
