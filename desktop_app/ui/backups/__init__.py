"""Backups on screen: when the last good one was made, the list of them, a stick, and restoring."""
