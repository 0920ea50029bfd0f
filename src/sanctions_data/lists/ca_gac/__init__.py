"""Reader of Canada's Consolidated Autonomous Sanctions List."""

from __future__ import annotations

from sanctions_data.lists.ca_gac.reader import FORMAT

__all__ = ["FORMAT"]
