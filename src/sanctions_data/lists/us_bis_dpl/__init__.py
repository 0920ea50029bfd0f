"""Reader of the Denied Persons List of the US Bureau of Industry and Security."""

from __future__ import annotations

from sanctions_data.lists.us_bis_dpl.reader import FORMAT

__all__ = ["FORMAT"]
