"""Text that a terminal, a log or a page shows and does not obey."""

from __future__ import annotations

import re

# Control characters, what turns the direction of a text, line ends of other sorts, and halves of
# characters that no encoding can write. Joiners stay: Persian and Indic names need them.
_OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)


def make_visible(text: str) -> str:
    r"""The text with what a terminal would obey written as an escape; line ends and tabs stay.

    Example:
        >>> print(make_visible("\x1b[31mred\r\u202eevil"))
        \x1b[31mred\x0d\u202eevil
    """
    return _OBEYED.sub(lambda found: _escape(found[0]), text)


def _escape(letter: str) -> str:
    code = ord(letter)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
