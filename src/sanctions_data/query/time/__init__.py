"""Whether a measure is in force on a day, and where that cannot be told, why not."""
