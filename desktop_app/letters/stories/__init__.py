"""The letters, one in a file: facts become blocks of words and tables in one language."""
