"""Attachments: adding files, looking at one, what is said about it."""
