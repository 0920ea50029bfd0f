"""Pictures of the data, drawn with matplotlib (the extra ``charts``)."""
