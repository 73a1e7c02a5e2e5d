"""The encrypted file: models, queries, keys and upgrades."""
