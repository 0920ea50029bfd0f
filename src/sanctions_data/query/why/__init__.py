"""From a measure back to what was printed, and to the act."""
