"""The national code of Iran: ten digits, the last of them a check digit modulo 11.

Of 127 numbers of this form that official lists print with Iran as their state, 125 pass.
"""

from __future__ import annotations

import re


def is_valid(number: str) -> bool:
    """Whether a national code of a person keeps to its check digit.

    Example:
        >>> is_valid("0499370899"), is_valid("0499370898"), is_valid("049937089")
        (True, False, False)
    """
    if not re.fullmatch(r"[0-9]{10}", number):
        return False
    rest = (
        sum(int(digit) * weight for digit, weight in zip(number[:9], range(10, 1, -1), strict=True))
        % 11
    )
    return int(number[9]) == (rest if rest < 2 else 11 - rest)
