"""The directory of bodies and services."""
