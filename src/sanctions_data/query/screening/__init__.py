"""Screening customers: candidates, what speaks for and against them, and a receipt of it."""
