"""Names as they are compared: folded, by script, by sound and by legal form."""
