"""Adding rows by hand or from JSON: ask, complete, check, and write all or nothing."""
