"""A report for people: grouped by file, with the row shown and the cell marked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from sanctions_data.validation.faults import Fault, Report, shortened

_AROUND = 60


def as_text(report: Report) -> str:
    """One block a file; of each fault where it is, what to do, the row, and the rule's page."""
    return "\n".join([*_blocks(report), *report.left_out, report.summary])


def marked_row(fault: Fault) -> str:
    """The cells around the one at fault, which stands in ``»…«``; empty for no row.

    Example:
        >>> cells = ("gb", "UK", "kingdom")
        >>> marked_row(Fault("a.csv", 2, 3, "kind", "cell-enum", "kingdom", "", "", cells))
        'gb,UK,»kingdom«'
    """
    if not fault.row or not fault.position:
        return ""
    before = ",".join(fault.row[: fault.position - 1])
    after = ",".join(fault.row[fault.position :])
    left = f"{before}," if before or fault.position > 1 else ""
    right = f",{after}" if fault.position < len(fault.row) else ""
    cell = shortened(fault.row[fault.position - 1])
    left = left if len(left) <= _AROUND else f"…{left[-_AROUND:]}"
    right = right if len(right) <= _AROUND else f"{right[:_AROUND]}…"
    return "".join(c if c.isprintable() else " " for c in f"{left}»{cell}«{right}")


def _blocks(report: Report) -> Iterator[str]:
    for (is_new, file), group in groupby(report.faults, key=lambda f: (f.is_new, f.file)):
        faults = list(group)
        number = f"{len(faults)} fault{'s' if len(faults) > 1 else ''}"
        since = f" new since {report.since}" if is_new else ""
        before = f" that were there at {report.since}" if report.since and not is_new else ""
        yield f"{file}: {number}{since or before}"
        for fault in faults:
            yield f"{'NEW ' if is_new else ''}{fault}"
            if row := marked_row(fault):
                yield f"    {row}"
            yield f"    see {fault.page}"
        yield ""
