"""References of the UN's consolidated list, as other lists print them."""

from __future__ import annotations

import re

_PRINTED = re.compile(r"^([a-z]{2})([ie])\.(\d{3,})$", re.IGNORECASE)


def read_un_reference(printed: str) -> str:
    """The reference in the UN's own spelling; empty if it is none.

    Example:
        >>> read_un_reference("QDI.001"), read_un_reference("QDi.1")
        ('QDi.001', '')
    """
    if match := _PRINTED.match(printed):
        committee, kind, number = match.groups()
        return f"{committee.upper()}{kind.lower()}.{number}"
    return ""
