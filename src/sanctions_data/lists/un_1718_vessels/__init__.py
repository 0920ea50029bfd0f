"""Reader of the ships that the 1718 Committee of the UN designated."""

from __future__ import annotations

from sanctions_data.lists.un_1718_vessels.reader import FORMAT

__all__ = ["FORMAT"]
