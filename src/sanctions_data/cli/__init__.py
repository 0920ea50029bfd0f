"""The command line: it knows every other part and holds no logic of its own."""

from __future__ import annotations

from sanctions_data.cli.app import main

__all__ = ["main"]
