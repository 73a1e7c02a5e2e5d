"""Personal data: consents, transfers, erasure, terms of storage."""
