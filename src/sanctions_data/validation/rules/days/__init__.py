"""Rules about days: those that cannot be, and those that contradict each other."""

from __future__ import annotations

from sanctions_data.validation.rules.days import (
    confirmation,
    day_order,
    item_order,
    likely_days,
)

__all__ = ["confirmation", "day_order", "item_order", "likely_days"]
