"""Quotes that stand where RFC 4180 has none: within a cell that has no quotes round it."""

from __future__ import annotations

import numpy as np

_BEFORE_OPENING = np.array([ord(","), ord("\n"), ord('"')], dtype=np.uint8)
_BEHIND_CLOSING = np.array([ord(","), ord("\n"), ord('"'), ord("\r")], dtype=np.uint8)


def find_bare_quote(content: bytes) -> int:
    r"""The line of the first quote that neither opens nor closes a cell; 0 for none.

    Programs read such a cell in different ways: some keep the quote, some drop it, and some take
    the rest of the file for the cell.

    Example:
        >>> [find_bare_quote(b'a,b\n1,' + cell) for cell in (b'the "truce"', b'"the ""truce"" is"')]
        [2, 0]
    """
    signs = np.frombuffer(content, dtype=np.uint8)
    quotes = np.flatnonzero(signs == ord('"'))
    if not len(quotes):
        return 0
    opening, closing = quotes[0::2], quotes[1::2]
    bad = [
        opening[(opening > 0) & ~np.isin(signs[opening - 1], _BEFORE_OPENING)],
        closing[
            (closing + 1 < len(signs))
            & ~np.isin(signs[np.minimum(closing + 1, len(signs) - 1)], _BEHIND_CLOSING)
        ],
    ]
    first = min((int(found[0]) for found in bad if len(found)), default=-1)
    return content.count(b"\n", 0, first) + 1 if first >= 0 else 0
