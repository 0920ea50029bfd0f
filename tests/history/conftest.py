"""A small checkout to make releases in."""

from __future__ import annotations

from tests.checkout import checkout

__all__ = ["checkout"]
