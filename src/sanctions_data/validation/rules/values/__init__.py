"""Rules about values: of attributes, identifiers and countries, and what fits which party."""

from __future__ import annotations

from sanctions_data.validation.rules.values import (
    attribute_values,
    country_in_use,
    fits_kind,
    identifier_values,
    web_address,
)

__all__ = ["attribute_values", "country_in_use", "fits_kind", "identifier_values", "web_address"]
