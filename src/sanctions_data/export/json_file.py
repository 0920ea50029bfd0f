"""JSON files for people and programs: indented, in the order in which the facts were given."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def write_json(path: Path, content: Any) -> None:
    """Write content as JSON in UTF-8, with line ends that are the same everywhere."""
    text = json.dumps(content, indent=2, ensure_ascii=False) + "\n"
    path.write_text(text, encoding="utf-8", newline="\n")


def without_empty(content: dict[str, Any]) -> dict[str, Any]:
    """The entries that say something.

    Example:
        >>> without_empty({"a": 1, "b": "", "c": None, "d": [], "e": False})
        {'a': 1, 'e': False}
    """
    return {key: value for key, value in content.items() if value not in (None, "", [], {})}
