"""A paragraph or table with the signatures below it: its last lines go where they go, so that none stands alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final

from reportlab.platypus import Flowable

_LAST_LINES: Final = 28
"""Points that go to the next page with a signature: two lines of a paragraph, or a row or two."""


class Signed(Flowable):
    """`first` with `signatures` below it."""

    def __init__(self, first: Flowable, signatures: Sequence[Flowable]) -> None:
        super().__init__()
        self._first, self._signatures = first, tuple(signatures)
        self._heights: tuple[float, ...] = ()

    def getSpaceBefore(self) -> float:  # noqa: N802 - ReportLab's name
        """The space above the first."""
        return float(self._first.getSpaceBefore())

    def getSpaceAfter(self) -> float:  # noqa: N802 - ReportLab's name
        """The space below the last."""
        return float(self._signatures[-1].getSpaceAfter())

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As wide as the line, as high as all of it."""
        self.width = width
        parts = (self._first, *self._signatures)
        self._heights = tuple(part.wrapOn(self.canv, width, height)[1] for part in parts)
        self.height = sum(self._heights) + sum(self._gaps())
        return width, self.height

    def split(self, width: float, height: float) -> list[Any]:
        """The beginning of the first on this page, its last lines with the signatures on the next."""
        self.wrap(width, height)
        if self.height <= height:
            return [self]
        room = min(height, self._heights[0] - _LAST_LINES)
        parts = self._first.splitOn(self.canv, width, room) if room > 0 else []
        if len(parts) < 2:
            return []
        return [*parts[:-1], Signed(parts[-1], self._signatures)]

    def draw(self) -> None:
        """All of it, one below the other."""
        top = self.height
        for part, height, gap in zip(
            (self._first, *self._signatures), self._heights, (0.0, *self._gaps()), strict=True
        ):
            top -= gap + height
            part.drawOn(self.canv, 0, top)

    def _gaps(self) -> tuple[float, ...]:
        parts = (self._first, *self._signatures)
        return tuple(
            max(float(above.getSpaceAfter()), float(below.getSpaceBefore())) for above, below in pairwise(parts)
        )
