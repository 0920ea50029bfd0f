"""The definition of the tables that the checks go by: the installed descriptor's."""

from __future__ import annotations

from sanctions_data.schema.descriptor import described_tables
from sanctions_data.tables.location import root_folder

TABLES = described_tables(root_folder())
