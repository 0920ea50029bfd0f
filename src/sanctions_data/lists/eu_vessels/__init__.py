"""Reader of the ships of Annex XLII to Regulation (EU) No 833/2014."""

from __future__ import annotations

from sanctions_data.lists.eu_vessels.reader import FORMAT

__all__ = ["FORMAT"]
