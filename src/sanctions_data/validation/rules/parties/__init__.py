"""Rules against entering a party, or a measure on it, a second time."""
