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
    before, _, after = _parted(page, section)
    opening, closing = _markers(section)
    return f"{before}{opening}\n{content.strip()}\n{closing}{after}"


def content_of(page: str, section: str) -> str:
    """What stands between the two markers of a section.

    Raises:
        ValueError: a marker is missing, or they stand in the wrong order.

    Example:
        >>> content_of("before <!-- x:begin --> this <!-- x:end --> after", "x")
        'this'
    """
    return _parted(page, section)[1].strip()


def _parted(page: str, section: str) -> tuple[str, str, str]:
    opening, closing = _markers(section)
    before, begin, rest = page.partition(opening)
    content, end, after = rest.partition(closing)
    if not (begin and end):
        raise ValueError(
            f"README.md or CONTRIBUTING.md: no {opening} followed by {closing}; put the two "
            f"lines where the {section} table belongs"
        )
    return before, content, after


def _markers(section: str) -> tuple[str, str]:
    return f"<!-- {section}:begin -->", f"<!-- {section}:end -->"


def _line(cells: Sequence[str]) -> str:
    safe = (" ".join(cell.split()).replace("|", r"\|") for cell in cells)
    return "| " + " | ".join(safe) + " |"
