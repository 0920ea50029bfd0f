"""Reading CSV files with a header, which most copies by third parties are."""
