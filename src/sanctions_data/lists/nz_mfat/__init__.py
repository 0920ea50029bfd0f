"""Reader of New Zealand's Russia Sanctions Register."""

from __future__ import annotations

from sanctions_data.lists.nz_mfat.reader import FORMAT

__all__ = ["FORMAT"]
