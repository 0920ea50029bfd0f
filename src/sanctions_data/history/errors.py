"""What goes wrong with versions."""


class HistoryError(ValueError):
    """A version cannot be found or rebuilt, or does not come out as it was."""
