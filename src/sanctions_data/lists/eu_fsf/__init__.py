"""Reader of the EU Consolidated Financial Sanctions List."""

from __future__ import annotations

from sanctions_data.lists.eu_fsf.reader import FORMAT

__all__ = ["FORMAT"]
