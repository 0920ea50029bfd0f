"""The little Markdown that generated pages need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    r"""A Markdown table; a bar or a line break in a cell cannot break it.

    Example:
        >>> print(table(["code", "meaning"], [["a|b", "either"]]), end="")
        | code | meaning |
        |---|---|
        | a\|b | either |
    """
    lines = [_line(header), "|" + "---|" * len(header), *map(_line, rows)]
    return "\n".join(lines) + "\n"


def code(text: str) -> str:
    """Text set as code, and nothing for nothing.

    Example:
        >>> code("gb"), code("")
        ('`gb`', '')
    """
    return f"`{text}`" if text else ""


def fill_section(page: str, section: str, content: str) -> str:
    """The page with new content between the two markers of a section.

    Raises:
        ValueError: a marker is missing, or they stand in the wrong order.

    Example:
        >>> page = "before <!-- x:begin --> old <!-- x:end --> after"
        >>> print(fill_section(page, "x", "new"))
        before <!-- x:begin -->
        new
        <!-- x:end --> after
    """
    opening, closing = f"<!-- {section}:begin -->", f"<!-- {section}:end -->"
    before, begin, rest = page.partition(opening)
    _, end, after = rest.partition(closing)
    if not (begin and end):
        raise ValueError(
            f"README.md: no {opening} followed by {closing}; put the two lines where the "
            f"{section} table belongs"
        )
    return f"{before}{opening}\n{content.strip()}\n{closing}{after}"


def _line(cells: Sequence[str]) -> str:
    safe = (" ".join(cell.split()).replace("|", r"\|") for cell in cells)
    return "| " + " | ".join(safe) + " |"
