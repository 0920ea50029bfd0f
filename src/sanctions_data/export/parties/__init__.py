"""A row, or an entity, a party: flat CSVs, and FollowTheMoney."""
