"""Reading versions of the tables: rebuilding any of them, and telling two apart."""
