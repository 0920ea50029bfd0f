"""Finding a party by any of its names, listings or numbers, and what is imposed on it."""
