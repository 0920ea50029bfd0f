"""What the tests of downloads share with those of updates."""

from __future__ import annotations

from tests.http_server import server
from tests.small_data import small_data, store, uk_list

__all__ = ["server", "small_data", "store", "uk_list"]
