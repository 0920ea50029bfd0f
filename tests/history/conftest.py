"""A small checkout, and releases made in it."""

from __future__ import annotations

from tests.checkout import checkout, committed, made_once, released

__all__ = ["checkout", "committed", "made_once", "released"]
