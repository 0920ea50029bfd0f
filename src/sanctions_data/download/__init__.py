"""Official lists from their publishers: downloads, partial downloads and snapshot folders."""
