"""The changelog's section of a release: data counted from the tables, code as written."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

UNRELEASED = "## Unreleased"


def add_release(path: Path, version: str, day: date, counts: Counter[tuple[str, str]]) -> bytes:
    """The changelog with what was unreleased moved under the version, and data counts added.

    Args:
        path: the changelog; what people wrote stands under ``## Unreleased``.
        version: the version.
        day: the day of the release.
        counts: number of rows by table and action.
    """
    text = path.read_text(encoding="utf-8")
    lines = [f"- `{line}`" for line in _lines(counts)] or ["- No row changed."]
    heading = f"{UNRELEASED}\n\n## {version} – {day.isoformat()}\n\n### Rows\n\n"
    section = heading + "\n".join(lines) + "\n"
    if UNRELEASED in text:
        return text.replace(UNRELEASED, section.rstrip("\n"), 1).encode()
    return f"{text.rstrip()}\n\n{section}".encode()


def _lines(counts: Counter[tuple[str, str]]) -> list[str]:
    tables = list(dict.fromkeys(table for table, _ in counts))
    said = []
    for table in tables:
        parts = [
            f"{counts[table, action]:,} {action}"
            for action in ("added", "changed", "removed")
            if counts[table, action]
        ]
        if parts:
            said.append(f"{table}: {', '.join(parts)}")
    return said
