"""Keeping the tables current: official lists in, tables out, all or nothing."""
