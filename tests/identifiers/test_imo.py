"""Numbers of ships and of shipping companies."""

from __future__ import annotations

import pytest

from sanctions_data.identifiers.imo import (
    has_company_check_digit,
    has_ship_check_digit,
    is_ship_number,
    is_valid,
    read_imo_number,
)


@pytest.mark.parametrize(
    ("number", "is_of_ship", "is_of_company"),
    [
        pytest.param("9074729", True, False, id="ship"),
        pytest.param("5342883", False, True, id="company"),
        pytest.param("9319882", True, True, id="would do for both"),
        pytest.param("9074720", False, False, id="neither"),
        pytest.param("907472", False, False, id="six digits"),
        pytest.param("IMO 9074729", False, False, id="not yet read"),
        pytest.param("٩٠٧٤٧٢٩", False, False, id="other digits"),
        pytest.param("", False, False, id="empty"),
    ],
)
def test_check_digit_tells_ship_and_company(
    number: str, is_of_ship: bool, is_of_company: bool
) -> None:
    assert has_ship_check_digit(number) is is_of_ship
    assert has_company_check_digit(number) is is_of_company
    assert is_ship_number(number) is (is_of_ship and not is_of_company)
    assert is_valid(number) is (is_of_ship or is_of_company)


@pytest.mark.parametrize(
    ("printed", "number"),
    [("IMO 9074729", "9074729"), ("imo:9074729", "9074729"), ("90747291", ""), ("", "")],
)
def test_printed_number_is_read(printed: str, number: str) -> None:
    assert read_imo_number(printed) == number
