"""Reader of Russia's list of foreigners barred from entry."""

from __future__ import annotations

from sanctions_data.lists.ru_mfa.reader import FORMAT

__all__ = ["FORMAT"]
