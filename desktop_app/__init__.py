"""Tirek: casework for legal aid to migrant workers in Kazakhstan."""
