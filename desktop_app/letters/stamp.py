"""The check code of a numbered letter, as a square that a telephone reads and as small text beside it.

It stands in the upper margin of the first page, where no letterhead, column or table ever comes.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from reportlab.graphics.barcode import qrencoder
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from desktop_app.letters import look
from desktop_app.letters.fonts import REGULAR, printable

SIDE: Final = 12.5 * mm
FROM_TOP: Final = 4.3 * mm
_QUIET: Final = 4
"""Modules around the square that stay white."""

_MASK: Final = 0
"""Any of the eight patterns is read alike; looking for the fairest takes eight times as long."""

_SIZE: Final = 6.5
_GROUP: Final = 4


def payload(number: str, on: date, code: str) -> str:
    """What the square says: number, day and check code."""
    return f"{number} {on.isoformat()} {code}"


def modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """The square as rows from the top: True is black. A little damage of the paper is mended when it is read."""
    made: Any = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.M)
    made.addData(text)
    made.version = made.calculate_version()
    made.makeImpl(False, _MASK)
    size = made.getModuleCount()
    return tuple(tuple(bool(made.isDark(row, column)) for column in range(size)) for row in range(size))


def draw(canvas: Canvas, right: float, top: float, number: str, on: date, code: str) -> None:
    """Put it into the upper margin: `right` is the end of the lines, `top` the upper edge of the page, in points."""
    rows = modules(payload(number, on, code))
    side = SIDE / len(rows)
    left, upper = right - SIDE, top - FROM_TOP
    canvas.saveState()
    canvas.setFillColor(look.INK)
    path = canvas.beginPath()
    for at, row in enumerate(rows):
        for start, length in _runs(row):
            path.rect(left + start * side, upper - (at + 1) * side, length * side, side)
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.setFont(REGULAR, _SIZE)
    grouped = " ".join(code[at : at + _GROUP] for at in range(0, len(code), _GROUP))
    for line, text in enumerate((f"№ {number}", f"{on:%d.%m.}{on.year}", grouped), start=1):
        canvas.drawRightString(left - _QUIET * side, upper - line * _SIZE * 1.5, printable(text))
    canvas.restoreState()


def _runs(row: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Where black begins in a row and how long it is: fewer rectangles, and no white hairs between them."""
    found: list[tuple[int, int]] = []
    for at, black in enumerate(row):
        if black and found and sum(found[-1]) == at:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        elif black:
            found.append((at, 1))
    return found
