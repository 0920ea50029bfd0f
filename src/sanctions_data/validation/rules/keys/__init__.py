"""Rules about keys: of whom they are, what stands under two of them, where they lead."""

from __future__ import annotations

from sanctions_data.validation.rules.keys import (
    corrected_cells,
    id_forms,
    leads_on,
    second_ids,
)

__all__ = ["corrected_cells", "id_forms", "leads_on", "second_ids"]
