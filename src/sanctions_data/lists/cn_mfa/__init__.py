"""Reader of the decisions of China's Foreign Ministry under the Anti-Foreign Sanctions Law."""

from __future__ import annotations

from sanctions_data.lists.cn_mfa.reader import FORMAT

__all__ = ["FORMAT"]
