"""Reader of the freezes that Türkiye imposes under Law No. 7262."""

from __future__ import annotations

from sanctions_data.lists.tr_masak.reader import FORMAT

__all__ = ["FORMAT"]
