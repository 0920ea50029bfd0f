"""The measures of a listing, as rows of our tables."""
