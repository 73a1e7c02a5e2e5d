"""The employers of the file."""
