"""The window, one folder a feature."""
