"""What printed terms come to: the measures that they impose, under which act and from when."""
