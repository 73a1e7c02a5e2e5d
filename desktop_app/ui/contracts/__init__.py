"""The contract check: questions in parts, findings at the side, the memo."""
