"""Fixtures of the tests of readers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

WriteWorkbook = Callable[[Path, dict[str, Sequence[Sequence[object]]]], Path]


@pytest.fixture(scope="session")
def write_workbook() -> WriteWorkbook:
    """A function that writes a workbook with the given sheets, each a sequence of rows."""

    def write(path: Path, sheets: dict[str, Sequence[Sequence[object]]]) -> Path:
        workbook = Workbook(write_only=True)
        for title, rows in sheets.items():
            worksheet = workbook.create_sheet(title)
            for row in rows:
                worksheet.append(list(row))
        workbook.save(path)
        return path

    return write
