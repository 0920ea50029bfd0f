"""What the readers of all lists share: the entry that they yield, and reading XML and XLSX."""
