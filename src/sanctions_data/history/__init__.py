"""Versions of the tables: releasing one, rebuilding any, and telling them apart."""
