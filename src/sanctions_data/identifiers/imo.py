"""IMO numbers: ships and shipping companies have seven digits alike, with other check digits."""

from __future__ import annotations

import re

import stdnum.imo

_COMPANY = (8, 6, 4, 2, 9, 7)
_PRINTED = re.compile(r"^(?:IMO[\s:.]*)?(\d{7})$", re.IGNORECASE)
_DIGITS = re.compile(r"[0-9]{7}")


def read_imo_number(printed: str) -> str:
    """The seven digits of a printed number; empty if it is anything else.

    Example:
        >>> read_imo_number("IMO: 9074729"), read_imo_number("907472")
        ('9074729', '')
    """
    match = _PRINTED.match(printed) if printed else None
    return match.group(1) if match else ""


def is_ship_number(number: str) -> bool:
    """Whether the check digit is that of a ship and not that of a shipping company as well.

    Some one in eleven numbers of ships would do for a company, and are not told apart by it.

    Example:
        >>> is_ship_number("9074729"), is_ship_number("5342883"), is_ship_number("")
        (True, False, False)
    """
    return has_ship_check_digit(number) and not has_company_check_digit(number)


def has_ship_check_digit(number: str) -> bool:
    """Whether the check digit is that of a ship: enough where the list says that it is one.

    Example:
        >>> has_ship_check_digit("9319882"), is_ship_number("9319882")
        (True, False)
    """
    return bool(_DIGITS.fullmatch(number)) and stdnum.imo.calc_check_digit(number) == number[-1]


def has_company_check_digit(number: str) -> bool:
    """Whether the check digit is that of a shipping company, which python-stdnum does not know.

    Example:
        >>> has_company_check_digit("5342883"), has_company_check_digit("5342884")
        (True, False)
    """
    if not _DIGITS.fullmatch(number):
        return False
    *digits, check = map(int, number)
    total = sum(digit * weight for digit, weight in zip(digits, _COMPANY, strict=True))
    return check == (11 - total % 11) % 10


def is_valid(number: str) -> bool:
    """Whether the check digit is that of a ship or of a shipping company.

    Example:
        >>> is_valid("9074729"), is_valid("5342883"), is_valid("9074720")
        (True, True, False)
    """
    return has_ship_check_digit(number) or has_company_check_digit(number)
