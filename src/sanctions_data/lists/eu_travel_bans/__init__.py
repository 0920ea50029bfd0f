"""Reader of the EU's list of persons subject to travel restrictions."""

from __future__ import annotations

from sanctions_data.lists.eu_travel_bans.reader import FORMAT

__all__ = ["FORMAT"]
