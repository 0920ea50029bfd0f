"""Checking tables against their definition and against each other.

Example:
    >>> import sanctions_data as sd
    >>> sd.validate().issues
    []
"""

from __future__ import annotations

from sanctions_data.validation.issues import Issue, Report
from sanctions_data.validation.validate import validate

__all__ = ["Issue", "Report", "validate"]
