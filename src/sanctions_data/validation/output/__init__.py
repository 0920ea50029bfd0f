"""The report of a validation in the formats of terminals, GitHub, SARIF and Markdown."""
