"""What makes parties answers when two authorities are compared."""
