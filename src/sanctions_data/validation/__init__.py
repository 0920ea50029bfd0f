"""Checking tables against their definition and against each other.

Example:
    >>> import sanctions_data as sd
    >>> sd.validate().faults
    []
"""

from __future__ import annotations

from sanctions_data.validation.faults import Fault, Report
from sanctions_data.validation.validate import validate

__all__ = ["Fault", "Report", "validate"]
