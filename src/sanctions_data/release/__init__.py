"""Making a version: releasing it, its changelog, its archives, and the history anew."""
