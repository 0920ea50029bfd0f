"""Reader of China's unreliable-entity list and of its export-control list."""

from __future__ import annotations

from sanctions_data.lists.cn_mofcom.reader import FORMAT

__all__ = ["FORMAT"]
