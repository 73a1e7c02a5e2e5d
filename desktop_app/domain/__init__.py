"""Plain facts and pure rules: no Qt, no SQL, no files."""
