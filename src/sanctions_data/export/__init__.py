"""The tables in the forms of other tools, a module a format, and the feed of what changed."""
