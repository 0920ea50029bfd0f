"""Files on disk: where they are, their canonical form, and writing them whole or not at all."""
