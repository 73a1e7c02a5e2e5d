"""Rows become Excel files."""
