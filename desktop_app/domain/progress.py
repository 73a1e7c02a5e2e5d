"""How far long work is, told while it goes on."""

from __future__ import annotations

from collections.abc import Callable

Step = Callable[[int, int], object]
"""Told how many of how many (letters, papers, bytes) are done. What it raises, Cancelled, ends the work."""


def silent(_done: int, _all: int) -> None:
    """Nobody waits for the progress."""
