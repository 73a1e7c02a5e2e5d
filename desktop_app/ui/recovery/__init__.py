"""The papers of recovery: shown once, written down, and typed back before they count."""
