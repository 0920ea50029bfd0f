"""The static site: pages with a search, made from the tables, that any web server shows."""
