"""A report as workflow commands of GitHub Actions, which become annotations in a pull request.

GitHub shows ten errors and ten warnings a step; the summary lists more.
"""

from __future__ import annotations

from sanctions_data.validation.faults import Fault, Report
from sanctions_data.validation.output.place import columns_of


def as_github(report: Report) -> str:
    """One command a fault, then the summary as a notice.

    A fault is an error; compared with an earlier version, one that was there already is a
    warning, as the change did not bring it.
    """
    lines = [_command(fault, report) for fault in report.faults]
    lines += [f"::notice title=not shown::{_data(line)}" for line in report.left_out]
    return "\n".join([*lines, f"::notice title=sanctions-data::{_data(report.summary)}"])


def _command(fault: Fault, report: Report) -> str:
    places = {"file": fault.file.replace("\\", "/")}
    if fault.line:
        places["line"] = str(fault.line)
        if fault.position:
            first, last = columns_of(fault)
            places |= {"col": str(first), "endColumn": str(last)}
    new = "new: " if fault.is_new else ""
    places["title"] = f"{new}{fault.rule} in {fault.column}" if fault.column else fault.rule
    level = "warning" if report.since and not fault.is_new else "error"
    told = ",".join(f"{name}={_property(value)}" for name, value in places.items())
    return f"::{level} {told}::{_data(f'{fault.message} (see {fault.page})')}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
