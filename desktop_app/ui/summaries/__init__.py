"""The summary of a period."""
