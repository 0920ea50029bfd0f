"""Files made from the tables and their definition; CI fails when one of them is stale."""
