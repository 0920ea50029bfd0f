"""Who may not fly where: the restrictions, and whether one party may fly to one state."""
