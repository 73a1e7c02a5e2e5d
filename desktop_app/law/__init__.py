"""Dated values, rules and articles read from resources/law."""
