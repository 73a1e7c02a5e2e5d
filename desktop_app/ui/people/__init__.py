"""The people of the file."""
