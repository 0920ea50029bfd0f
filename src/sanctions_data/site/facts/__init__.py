"""Facts for pages that stand beside those of single parties."""
