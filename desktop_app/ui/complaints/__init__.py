"""Complaints of every kind: choosing one, writing it down, and what it asks for."""
