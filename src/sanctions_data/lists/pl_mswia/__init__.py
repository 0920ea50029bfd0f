"""Reader of Poland's national sanctions list."""

from __future__ import annotations

from sanctions_data.lists.pl_mswia.reader import FORMAT

__all__ = ["FORMAT"]
