"""Checking tables against their definition and against each other.

Example:
    >>> import sanctions_data as sd
    >>> sd.validate().errors
    []
"""

from __future__ import annotations

from sanctions_data.validation.issues import Issue, Severity
from sanctions_data.validation.report import Report
from sanctions_data.validation.validate import validate

__all__ = ["Issue", "Report", "Severity", "validate"]
