"""The page of the log: its lines, its checks, breaches, and who saw a case."""
