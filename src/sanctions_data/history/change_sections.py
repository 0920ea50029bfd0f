"""The changes of one table in one version, found in the file without reading the others."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow
import pyarrow.csv

from sanctions_data.history.row_changes import Change

Section = tuple[int, int]


def find_sections(content: bytes) -> dict[bytes, Section]:
    r"""From where to where the lines of each version and table stand, by what they begin with.

    Lines of one version and table stand together, so that only some of them need be looked at.

    Args:
        content: the bytes of ``changes``.

    Example:
        >>> find_sections(b"version,table,row_key\n1,a,x\n1,a,y\n1,b,z\n")
        {b'1,a,': (22, 34), b'1,b,': (34, 40)}
    """
    found: dict[bytes, Section] = {}
    start = content.find(b"\n") + 1
    while 0 < start < len(content):
        beginning = content[start : content.find(b",", content.find(b",", start) + 1) + 1]
        stop = _stop_of(content, start, beginning or content[start:])
        # One that stands in two places is damaged; what is between them does not parse.
        found[beginning] = (found.get(beginning, (start, stop))[0], stop)
        start = stop
    return found


def _stop_of(content: bytes, start: int, beginning: bytes) -> int:
    """Where the lines with a beginning end, looked for in wider and wider steps."""
    step, inside = 1 << 10, _next_line(content, start)
    while content.startswith(beginning, reached := _next_line(content, inside + step)):
        inside, step = reached, step * 2
    outside = reached
    while inside < outside:
        middle = _next_line(content, (inside + outside) // 2)
        if middle >= outside:  # Few lines are left, and are gone through one by one.
            middle = inside
        if not content.startswith(beginning, middle):
            outside = middle
        else:
            inside = _next_line(content, middle)
    return inside


def _next_line(content: bytes, place: int) -> int:
    return content.find(b"\n", place) + 1 or len(content)


def read_section(content: bytes, section: Section | None) -> Iterator[Change]:
    """The changes in a section; none where there is no section.

    Raises:
        ValueError: they are no CSV of the columns of ``changes``.
    """
    if section is None:
        return iter(())
    columns = ["version", "table", *Change._fields]
    found = pyarrow.csv.read_csv(
        pyarrow.py_buffer(memoryview(content)[slice(*section)]),
        read_options=pyarrow.csv.ReadOptions(column_names=columns, use_threads=False),
        convert_options=pyarrow.csv.ConvertOptions(
            column_types=dict.fromkeys(columns, pyarrow.string())
        ),
    )
    cells = (found[column].to_pylist() for column in Change._fields)
    return map(Change._make, zip(*cells, strict=True))
