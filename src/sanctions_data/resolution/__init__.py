"""One party, many lists: which listings are the same party, on what evidence.

The rules, their points and what they were measured to find are in ``docs/matching.md``.
"""

from __future__ import annotations

from sanctions_data.resolution.resolve import resolve

__all__ = ["resolve"]
