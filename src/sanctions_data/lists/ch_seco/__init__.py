"""Reader of the sanctions list of Switzerland's SECO."""

from __future__ import annotations

from sanctions_data.lists.ch_seco.reader import FORMAT

__all__ = ["FORMAT"]
