"""Reader of the Australian Consolidated List (DFAT)."""

from __future__ import annotations

from sanctions_data.lists.au_dfat.reader import FORMAT

__all__ = ["FORMAT"]
