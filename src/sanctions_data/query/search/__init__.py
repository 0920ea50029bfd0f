"""Searching many names at once in an index of all names."""
