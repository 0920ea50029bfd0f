"""Reader of Ukraine's State Register of Sanctions."""

from __future__ import annotations

from sanctions_data.lists.ua_nsdc.reader import FORMAT

__all__ = ["FORMAT"]
