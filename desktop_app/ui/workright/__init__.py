"""May they work? Questions, the answer with its law, country sheets, papers and stays."""
