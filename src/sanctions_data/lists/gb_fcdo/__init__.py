"""Reader of the UK Sanctions List."""

from __future__ import annotations

from sanctions_data.lists.gb_fcdo.reader import FORMAT

__all__ = ["FORMAT"]
