"""Fixtures of the questions."""

from __future__ import annotations

from tests.small_data import small_data, store

__all__ = ["small_data", "store"]
