"""Tables on disk and in memory: canonical form, where they are, writing all of them or none."""
