"""Reader of the UN Security Council Consolidated List."""

from __future__ import annotations

from sanctions_data.lists.un_sc.reader import FORMAT

__all__ = ["FORMAT"]
