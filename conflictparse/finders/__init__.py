"""The rooms that bear the names of the report's fields. They have no doors to each other."""
