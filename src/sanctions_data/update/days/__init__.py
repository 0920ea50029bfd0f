"""The days of measures: what each list, history and rule tells of their beginning and end."""
