"""Files that a spreadsheet or an editor has mangled as a whole: named, and put straight.

What is safe is put straight in memory, so that ``validate`` can look at the rows all the
same and ``fmt`` can write them. Nothing is guessed: bytes of an unknown encoding stay.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass, field

from sanctions_data.tables.canonical import csv_bytes

_DELIMITERS = {";": "semicolons", "\t": "tabs", "|": "bars"}
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_BLANK = b", \t\r"
FMT_FIXES = "'sanctions-data fmt' fixes it"


@dataclass(frozen=True, slots=True)
class Damage:
    """One way in which a file was mangled.

    ``fixed`` says what was done about it; it is empty where nothing safe can be done.
    ``is_issue`` is false for what changes no cell, such as CRLF line ends: that is a matter
    of form, of which only ``fmt`` speaks.
    """

    rule: str
    problem: str
    hint: str
    fixed: str = ""
    line: int = 0
    found: str = ""
    is_issue: bool = True


@dataclass
class Straight:
    """The bytes of a file, put straight as far as is safe, and what was wrong with them."""

    content: bytes
    damages: list[Damage] = field(default_factory=list)

    @property
    def is_readable(self) -> bool:
        """Whether nothing is left that keeps the file from being read as text."""
        return all(damage.fixed for damage in self.damages)


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
    for step in (_utf8, _line_ends, _delimiter, _trailing):
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
        and not _ends_blank(content)
    )


def _utf8(straight: Straight, _header: list[str]) -> None:
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
        damages.append(_no_utf8(content, error))


def _no_utf8(content: bytes, error: UnicodeDecodeError) -> Damage:
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


def _line_ends(straight: Straight, _header: list[str]) -> None:
    content = straight.content
    if b"\r" not in content:
        return
    kind = "CRLF" if b"\r\n" in content else "CR"
    if kind == "CR" and b"\n" in content:
        return  # A carriage return inside a line is no line end; leave it to be seen.
    straight.content = content.replace(b"\r\n" if kind == "CRLF" else b"\r", b"\n")
    problem, fixed = f"lines end with {kind}", f"{kind} line ends: made LF"
    straight.damages.append(Damage("line-ends", problem, FMT_FIXES, fixed, is_issue=False))


def _delimiter(straight: Straight, header: list[str]) -> None:
    first = straight.content.partition(b"\n")[0].decode("utf-8")
    if first == ",".join(header):
        return
    if _named(cells_of(first)) == [",".join(header)]:
        problem = "each line stands in quotes, as if it were a single cell"
        fixed = "quotes around each line: removed"
        _rewrite(straight, problem, fixed, ",", lambda cells: cells_of("".join(cells)))
        return
    for delimiter, name in _DELIMITERS.items():
        if _named(cells_of(first, delimiter)) == header:
            problem = f"cells are separated by {name}"
            fixed = f"{name} between cells: made commas"
            _rewrite(straight, problem, fixed, delimiter, lambda cells: cells)
            return


def _rewrite(
    straight: Straight,
    problem: str,
    fixed: str,
    delimiter: str,
    change: Callable[[list[str]], list[str]],
) -> None:
    hint = "separate them by commas" if delimiter != "," else "remove those quotes"
    text = io.StringIO(straight.content.decode("utf-8"), newline="")
    try:
        rows = [change(cells) for cells in csv.reader(text, delimiter=delimiter, strict=True)]
    except csv.Error as error:
        damage = Damage("delimiter", f"{problem}, and it is broken besides ({error})", hint)
    else:
        straight.content = csv_bytes(rows[0], rows[1:])
        damage = Damage("delimiter", problem, f"{hint}; {FMT_FIXES}", fixed, line=1)
    straight.damages.append(damage)


def _trailing(straight: Straight, header: list[str]) -> None:
    _trailing_rows(straight)
    _trailing_columns(straight, header)


def _trailing_rows(straight: Straight) -> None:
    if not _ends_blank(straight.content):
        return
    lines = straight.content.removesuffix(b"\n").split(b"\n")
    kept = len(lines)
    while kept > 1 and not lines[kept - 1].strip(_BLANK):
        kept -= 1
    if kept == len(lines):
        return
    number = len(lines) - kept
    straight.content = b"\n".join(lines[:kept]) + b"\n"
    straight.damages.append(
        Damage(
            "row-width",
            "the file ends with an empty row"
            if number == 1
            else f"the file ends with {number:,} empty rows",
            f"remove what stands below the last row; {FMT_FIXES}",
            f"empty rows at the end: {number:,} removed",
            line=kept + 1,
        )
    )


def _ends_blank(content: bytes) -> bool:
    end = len(content) - content.endswith(b"\n")
    return not content[content.rfind(b"\n", 0, end) + 1 : end].strip(_BLANK)


def _trailing_columns(straight: Straight, header: list[str]) -> None:
    first = straight.content.partition(b"\n")[0].decode("utf-8")
    width = len(header)
    found = cells_of(first)
    if len(found) <= width or _named(found) != header:
        return
    try:
        rows = list(csv.reader(io.StringIO(straight.content.decode("utf-8"), newline="")))
    except csv.Error:
        return
    if any(any(cells[width:]) for cells in rows):
        return  # Something stands there: which column it belongs to must be said by a person.
    straight.content = csv_bytes(header, [cells[:width] for cells in rows[1:]])
    number = len(found) - width
    straight.damages.append(
        Damage(
            "header",
            f"empty columns stand after the last one: {number}",
            f"delete them in the spreadsheet; {FMT_FIXES}",
            f"empty columns at the end: {number} removed",
            line=1,
        )
    )


def _named(cells: list[str]) -> list[str]:
    """The cells without empty ones at the end."""
    while cells and not cells[-1]:
        cells = cells[:-1]
    return cells


def cells_of(line: str, delimiter: str = ",") -> list[str]:
    """The cells of one line; none if it is not CSV."""
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []
