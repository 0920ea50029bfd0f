"""IMO numbers: ships and shipping companies have seven digits alike, with other check digits."""

from __future__ import annotations

import re

_SHIP = (7, 6, 5, 4, 3, 2)
_COMPANY = (8, 6, 4, 2, 9, 7)
_PRINTED = re.compile(r"^(?:IMO[\s:.]*)?(\d{7})$", re.IGNORECASE)


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
    if not has_ship_check_digit(number):
        return False
    *digits, check = (int(digit) for digit in number)
    company = sum(d * w for d, w in zip(digits, _COMPANY, strict=True))
    return check != (11 - company % 11) % 10


def has_ship_check_digit(number: str) -> bool:
    """Whether the check digit is that of a ship: enough where the list says that it is one.

    Example:
        >>> has_ship_check_digit("9319882"), is_ship_number("9319882")
        (True, False)
    """
    if not re.fullmatch(r"[0-9]{7}", number):
        return False
    *digits, check = (int(digit) for digit in number)
    return check == sum(d * w for d, w in zip(digits, _SHIP, strict=True)) % 10
