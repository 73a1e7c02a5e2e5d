"""Before a file is open: signing in, a forgotten password, the first start, and the lock."""
