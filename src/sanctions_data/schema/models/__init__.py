"""The pandera model of every table."""
