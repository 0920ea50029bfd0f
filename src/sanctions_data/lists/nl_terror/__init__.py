"""Reader of the national sanctions list on terrorism of the Netherlands."""

from __future__ import annotations

from sanctions_data.lists.nl_terror.reader import FORMAT

__all__ = ["FORMAT"]
