"""Reading CSVs and checking their cells, generated from the definition of the tables."""
