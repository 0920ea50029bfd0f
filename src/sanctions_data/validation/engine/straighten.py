"""Files that a spreadsheet or an editor has mangled as a whole: named, and put straight.

What is safe is put straight in memory, so that ``validate`` can look at the rows all the
same and ``fmt`` can write them. Nothing is guessed: bytes of an unknown encoding stay.
"""

from __future__ import annotations

from sanctions_data.validation.engine.damage import FMT_FIXES, Damage, Straight
from sanctions_data.validation.engine.separators import (
    ends_with_empty_row,
    fix_delimiter,
    remove_empty_ends,
)

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def straighten(content: bytes, header: list[str]) -> Straight:
    r"""Put a mangled file straight: UTF-8, LF, commas, no empty columns or rows at the end.

    Each line keeps its number, apart from empty ones at the end, which go.

    Args:
        content: the file as it is.
        header: the columns that it should have.

    Example:
        >>> straight = straighten(b"\xef\xbb\xbfa;b\r\n1;2\r\n;\r\n", ["a", "b"])
        >>> straight.content
        b'a,b\n1,2\n'
        >>> [damage.fixed for damage in straight.damages][:2]
        ['byte order mark: removed', 'CRLF line ends: made LF']
    """
    straight = Straight(content)
    if not content.strip():
        return straight
    for step in (_fix_encoding, _fix_line_ends, fix_delimiter, remove_empty_ends):
        step(straight, header)
        if not straight.is_readable:
            break
    return straight


def is_plain(content: bytes, header: list[str]) -> bool:
    """Whether ``straighten`` would find nothing, provided that the bytes are UTF-8.

    Nearly all files are so, and it is told at a glance.
    """
    return (
        content.startswith(",".join(header).encode() + b"\n")
        and b"\0" not in content
        and b"\r" not in content
        and not ends_with_empty_row(content)
    )


def _fix_encoding(straight: Straight, _header: list[str]) -> None:
    content, damages = straight.content, straight.damages
    if content.startswith(_UTF16):
        try:
            straight.content = content.decode("utf-16").encode()
        except UnicodeError:
            damages.append(Damage("encoding", "the file is broken UTF-16", "save it as CSV UTF-8"))
        else:
            hint = f"save it as CSV UTF-8; {FMT_FIXES}"
            damages.append(Damage("encoding", "the file is UTF-16", hint, "UTF-16: made UTF-8"))
        return
    if content.startswith(_BYTE_ORDER_MARK):
        straight.content = content = content.removeprefix(_BYTE_ORDER_MARK)
        problem, fixed = "the file begins with a byte order mark", "byte order mark: removed"
        damages.append(Damage("encoding", problem, FMT_FIXES, fixed, is_issue=False))
    if (place := content.find(b"\0")) >= 0:
        line = content.count(b"\n", 0, place) + 1
        damages.append(Damage("nul-byte", "there is a NUL byte", "remove it", line=line))
        return
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        damages.append(_describe_wrong_bytes(content, error))


def _describe_wrong_bytes(content: bytes, error: UnicodeDecodeError) -> Damage:
    """Name the bytes, and what they would be in the encoding that is likeliest."""
    found = content[error.start : error.end]
    problem = "the bytes are not UTF-8"
    if (letter := found.decode("cp1252", "replace")).isprintable() and "\ufffd" not in letter:
        problem += f"; in Windows-1252 they would be {letter}, in other code pages another letter"
    hint = (
        "open the file in its own encoding, look at its letters and save it as CSV UTF-8; "
        "it is not guessed"
    )
    line = content.count(b"\n", 0, error.start) + 1
    return Damage("encoding", problem, hint, line=line, found=found.hex(" "))


def _fix_line_ends(straight: Straight, _header: list[str]) -> None:
    content = straight.content
    if b"\r" not in content:
        return
    kind = "CRLF" if b"\r\n" in content else "CR"
    if kind == "CR" and b"\n" in content:
        return  # A carriage return inside a line is no line end; leave it to be seen.
    straight.content = content.replace(b"\r\n" if kind == "CRLF" else b"\r", b"\n")
    problem, fixed = f"lines end with {kind}", f"{kind} line ends: made LF"
    straight.damages.append(Damage("line-ends", problem, FMT_FIXES, fixed, is_issue=False))
