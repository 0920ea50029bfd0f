"""Tables joined for people who do not want to join, and panels for researchers."""
