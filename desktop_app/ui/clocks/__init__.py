"""The dates of a case, and how it ended."""
