"""Numbers of passports in the remarks of the Australian list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.lists.au_dfat.passports import passports


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("TAi.901 Passport no.: 472234895. Gender: male.", ["472234895"], id="label"),
        pytest.param("Passport: 622264502 (as of 2006)", ["622264502"], id="colon"),
        pytest.param("Ruritanian passport number L723315, issued on 5 May 1998, expired on "
                     "4 May 2003", ["L723315"], id="people before it"),
        pytest.param("Passport no.: Ruritanian passport number 01020802", ["01020802"],
                     id="people behind it"),
        pytest.param("Passport no: Grand Fenwick B014995. Director", ["B014995"], id="state"),
        pytest.param("Passport no: Grand and Fenwick TB162181 (issued", ["TB162181"], id="and"),
        pytest.param("passport no. D 000763 issued 9 Jan 1997", ["D 000763"], id="space"),
        pytest.param("passport No. B/001897. Son of", ["B/001897"], id="stroke"),
        pytest.param("Passport Information - 210215095 (Ruritania).", ["210215095"], id="dash"),
        pytest.param("Passport no: a) 199421147 (Expired 29 Dec. 2014) b) 381110042 (Expired",
                     ["199421147", "381110042"], id="lettered"),
        pytest.param("Passport No. 477845448; Ruritania Passport No. C2002515; Driver's",
                     ["477845448", "C2002515"], id="two labels"),
        pytest.param("Passport no: na. National identification no: 12345678", [],
                     id="another number"),
        pytest.param("passport issued in 1993, under name Ada Example", [], id="a year"),
        pytest.param("Director of the Passport and Visa Department", [], id="an office"),
        pytest.param("Passport No.: 4138.", [], id="too short"),
        pytest.param("", [], id="nothing"),
    ],
)  # fmt: skip
def test_passports(text: str, expected: list[str]) -> None:
    assert passports(text) == expected


@given(st.text(max_size=80), st.from_regex(r"[A-Z]\d{7}", fullmatch=True))
def test_what_stands_before_the_word_changes_nothing(before: str, number: str) -> None:
    text = f"{before.casefold().replace('passport', '')}. Passport no: {number}"
    assert passports(text) == [number]
