"""Numbers of parties: their forms and check digits."""
