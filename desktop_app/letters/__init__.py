"""Facts become the bytes of a PDF."""
