"""One line of the table of ratios, and how a pair is timed."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """Medians of both sides in seconds; `target` is the largest ratio allowed (None: no target)."""

    name: str
    ours: float
    bare: float
    target: float | None
    note: str = ""

    @property
    def ratio(self) -> float:
        """Ours over bare."""
        return self.ours / self.bare

    @property
    def verdict(self) -> str:
        """pass, falls short, or nothing where there is no target."""
        if self.target is None:
            return ""
        return "pass" if self.ratio <= self.target else "falls short"


@dataclass(frozen=True)
class Absent:
    """A line that could not be measured here, and what is missing for it."""

    name: str
    reason: str


def paired(
    name: str,
    ours: Callable[[], object],
    bare: Callable[[], object],
    *,
    runs: int,
    target: float | None,
    note: str = "",
) -> Row:
    """Time both sides in turn, ours, bare, ours, bare ..., after one run of each that does not count."""
    ours()
    bare()
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(runs):
        for side, call in zip(times, (ours, bare), strict=True):
            begun = time.perf_counter()
            call()
            side.append(time.perf_counter() - begun)
    return Row(name, statistics.median(times[0]), statistics.median(times[1]), target, note)
