"""Reader of the Consolidated List of the UK's Office of Financial Sanctions Implementation."""

from __future__ import annotations

from sanctions_data.lists.gb_hmt_conlist.reader import FORMAT

__all__ = ["FORMAT"]
