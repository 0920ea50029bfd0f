"""Reader of Japan's list of parties under asset freezes (Ministry of Finance)."""

from __future__ import annotations

from sanctions_data.lists.jp_mof.reader import FORMAT

__all__ = ["FORMAT"]
