"""Looking one party up: which is meant, and every measure on it."""
