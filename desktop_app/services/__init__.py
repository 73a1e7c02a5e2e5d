"""One function for one thing a person at the centre does."""
