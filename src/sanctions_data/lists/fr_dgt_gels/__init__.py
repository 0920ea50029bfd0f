"""Reader of France's national register of asset freezes."""

from __future__ import annotations

from sanctions_data.lists.fr_dgt_gels.reader import FORMAT

__all__ = ["FORMAT"]
