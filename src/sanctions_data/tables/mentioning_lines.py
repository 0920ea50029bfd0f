"""The lines of a CSV that mention something, so that the others need not be parsed."""

from __future__ import annotations

from collections.abc import Collection

_NOT_AS_WRITTEN = frozenset('"\r\n')


def mentioning_lines(content: bytes, texts: Collection[str]) -> bytes | None:
    r"""The header and every line that has one of the texts somewhere in it, in order.

    A row with a cell that is one of the texts is among them; not all of them are such rows.

    Args:
        content: a CSV.
        texts: what is looked for.

    Returns:
        A CSV; None where lines cannot be told from rows, as a cell may hold a line break, or a
        text not be written as it is.

    Example:
        >>> mentioning_lines(b"id,name\na,A\nb,B\nc,a\n", ["a"])
        b'id,name\na,A\nc,a\n'
        >>> mentioning_lines(b'id,name\na,"A\nb,B"\n', ["b"]) is None
        True
    """
    body = content.find(b"\n") + 1
    if not body or any(not text or _NOT_AS_WRITTEN & set(text) for text in texts):
        return None
    lines: dict[int, int] = {}
    for text in texts:
        _find_lines(content, body, text.encode(), lines)
    pieces, counted = [content[:body]], 0
    for start, stop in sorted(lines.items()):
        # Between two quotes a line break is one of a cell.
        if content.count(b'"', counted, start) % 2 or content.count(b'"', start, stop) % 2:
            return None
        pieces.append(content[start:stop])
        counted = stop
    return b"".join(pieces)


def _find_lines(content: bytes, place: int, text: bytes, lines: dict[int, int]) -> None:
    """Note where each line with a text begins and ends, from a place on."""
    while (found := content.find(text, place)) >= 0:
        place = content.find(b"\n", found) + 1 or len(content)
        lines[content.rfind(b"\n", 0, found) + 1] = place
