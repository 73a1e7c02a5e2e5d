"""Habits of a centre that no law sets, such as how many days a letter leaves to pay."""

from __future__ import annotations

from functools import cache

from desktop_app.law.folder import read


def practice(key: str) -> int:
    """The number kept under `key` in resources/law/practice.json; KeyError (a fault of the program) for no such key."""
    return _kept()[key]


@cache
def _kept() -> dict[str, int]:
    kept: dict[str, int] = read("practice.json")
    return kept
