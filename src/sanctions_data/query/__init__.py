"""Questions to the tables, offline and fast; neither pandera nor frictionless is loaded."""
