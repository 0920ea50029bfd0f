"""Hardened reading of official lists that are Excel workbooks (XLSX)."""

from __future__ import annotations

from sanctions_data.lists.common.xlsx.xlsx_sheets import (
    Cell,
    Sheet,
    XlsxRow,
    cell_text,
    lines_of,
    only_sheet,
    sheets,
)

__all__ = ["Cell", "Sheet", "XlsxRow", "cell_text", "lines_of", "only_sheet", "sheets"]
