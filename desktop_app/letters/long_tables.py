"""Tables of thousands of rows, page by page: ReportLab alone sets all that are left again for each page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from reportlab.platypus import Flowable, Table

from desktop_app.letters import look

MANY: Final = 60
"""More rows than these never stand on one page."""

_LEAST_ROW: Final = look.GRID_LEADING + 4  # points: one line with what is above and below it
_NO_PAGE: Final = 1e6  # points, higher than any page: ReportLab asks for a page of it then
_FIRST: Final = 16
"""Rows that are tried for a page, before as many as could ever stand on it."""

Row = tuple[str, ...]
Cells = list[Any]


class LongTable(Flowable):
    """`rows` in each language; `cells_of` sets one of them when its page comes, `table_of` puts some below the head.

    `ready` are the first rows where they are set already. `told` hears after each page how many of `whole` rows
    are set; what it raises ends the drawing.
    """

    def __init__(
        self,
        rows: Sequence[tuple[Row, ...]],
        cells_of: Callable[[tuple[Row, ...]], Cells],
        table_of: Callable[[list[Cells]], Table],
        told: Callable[[int], object],
        ready: Sequence[Cells] = (),
        whole: int = 0,
    ) -> None:
        super().__init__()
        self._rows, self._ready, self._whole = rows, list(ready), whole or len(rows)
        self._cells_of, self._table_of, self._told = cells_of, table_of, told
        self._last: Table | None = None

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As high as its rows; higher than any page while they surely fill one."""
        if len(self._rows) > MANY:
            self.width, self.height = width, _NO_PAGE
        else:
            self.width, self.height = self._rest().wrapOn(self.canv, width, height)
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Any]:
        """A table for this page, and what is left."""
        if len(self._rows) <= MANY:
            last: list[Any] = self._rest().splitOn(self.canv, width, height)
            if last:
                self._told(self._whole)
            return last
        most = int(height / _LEAST_ROW) + 1
        for count in (min(_FIRST, most), most):
            parts: list[Any] = self._table(self._set(count)).splitOn(self.canv, width, height)
            if len(parts) != 1:
                break
        if len(parts) < 2:
            return []
        page, below = parts
        left = [list(row) for row in below._cellvalues[1:]]  # behind the head; the first one may be the rest of a row
        done = count - len(left)
        self._told(self._whole - len(self._rows) + done)
        rest = LongTable(self._rows[done:], self._cells_of, self._table_of, self._told, left, self._whole)
        return [page, rest]

    def draw(self) -> None:
        """The last rows, which fit."""
        self._told(self._whole)
        self._rest().drawOn(self.canv, 0, 0)

    def _set(self, count: int) -> list[Cells]:
        self._ready += map(self._cells_of, self._rows[len(self._ready) : count])
        return self._ready[:count]

    def _rest(self) -> Table:
        if self._last is None:
            self._last = self._table(self._set(len(self._rows)))
        return self._last

    def _table(self, cells: list[Cells]) -> Table:
        made = self._table_of(cells)
        made.spaceBefore = self.getSpaceBefore()  # the room that is offered is less by this, and by no more
        return made
