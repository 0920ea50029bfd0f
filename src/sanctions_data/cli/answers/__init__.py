"""Commands that answer with a receipt or a reason: screening, verifying, why."""
