"""The quarterly check."""
