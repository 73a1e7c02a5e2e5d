"""Spreadsheets, pasted tables and passport lines become rows with errors."""
