"""Typed tables from the CSVs, offline and fast; neither pandera nor frictionless is loaded."""
