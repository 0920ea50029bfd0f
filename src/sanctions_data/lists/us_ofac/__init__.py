"""Readers of OFAC's lists: Specially Designated Nationals, and the consolidated non-SDN list."""
