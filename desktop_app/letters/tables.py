"""Tables of letters: heads that repeat on each page, groups that stay together, cells that never run over."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Any, Final

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Paragraph, Table, TableStyle

from desktop_app.letters import look
from desktop_app.letters.blocks import Column, Grid
from desktop_app.letters.fonts import BOLD, REGULAR, printable
from desktop_app.letters.setting import paragraph

_LONGEST_WHOLE_GROUP: Final = 12
_LONG_CELL: Final = 600
"""Letters: a row with more of them may be torn apart between two pages."""

_SHORT: Final = 4
_FIRST_ROWS: Final = 2
_HEAD_LINES: Final = 4  # with two languages in it
_AROUND_ROW: Final = 4
_PADDING: Final = 6  # points left and right of a cell together
_WIDEST: Final = 0.7  # of the size of the font: figures and blanks are not wider
_LEAST_SIZE: Final = 6.5
# Said in every table: without it ReportLab names Helvetica, which is not in the file.
FONT: Final = ("FONT", (0, 0), (-1, -1), REGULAR, look.GRID_SIZE, look.GRID_LEADING)


def table(grids: list[Grid], line: float) -> Table:
    """One table that says each cell in every language; `line` is how wide it is, in points."""
    grid = grids[0]
    heads = [_both(tuple(each.columns[index].head for each in grids)) for index in range(len(grid.columns))]
    rows = [
        [_both(texts) for texts in zip(*same, strict=True)] for same in zip(*(each.rows for each in grids), strict=True)
    ]
    last = len(rows) - 1
    long = any(len(text) > _LONG_CELL for row in rows for text in row)
    groups = frozenset[int]() if long else grid.groups
    shares = sum(column.width for column in grid.columns)
    widths = [column.width * line / shares for column in grid.columns]
    style = look.cell_style("centre", head=True)
    data: list[list[Any]] = [
        [paragraph(head, style, width - _PADDING) for head, width in zip(heads, widths, strict=True)]
    ]
    data += [
        [
            _cell(text, column, width - _PADDING, bold=grid.total and index == last)
            for text, column, width in zip(row, grid.columns, widths, strict=True)
        ]
        for index, row in enumerate(rows)
    ]
    return Table(
        data,
        colWidths=widths,
        style=_grid_style(tuple(column.align for column in grid.columns), len(rows), grid.total, groups),
        repeatRows=1,
        splitInRow=int(long),
        spaceBefore=4,
        spaceAfter=8,
    )


def least_height(grid: Grid) -> float:
    """About the points that the head and the first rows of a table take: all of a short one, two of a long one."""
    shown = grid.rows[: _SHORT if len(grid.rows) <= _SHORT else _FIRST_ROWS]
    lines = [max((text.count("\n") + 1 for text in row), default=1) for row in shown]
    return _HEAD_LINES * look.GRID_LEADING + sum(each * look.GRID_LEADING + _AROUND_ROW for each in lines)


def _both(texts: tuple[str, ...]) -> str:
    """What a cell says in each language, once where it is the same."""
    return "\n".join(dict.fromkeys(texts))


def _cell(text: str, column: Column, room: float, *, bold: bool) -> str | Paragraph:
    """A paragraph in a left column and where a line would be wider than its column, else the line itself.

    A line that is only a little wider is set smaller; words are broken when that does not do.
    """
    shown = printable(text)
    wide = 0 if column.align == "left" else _width(shown, room, bold=bold)
    if column.align != "left" and wide <= room:
        return shown
    size = look.GRID_SIZE * room / wide if wide else look.GRID_SIZE
    style = look.cell_style(column.align, bold=bold, size=round(size - 0.05, 1) if size >= _LEAST_SIZE else 0)
    return paragraph(shown, style, room)


def _width(text: str, room: float, *, bold: bool) -> float:
    """How wide the widest line is, 0 where that is plainly less than `room`; points."""
    if len(text) * look.GRID_SIZE * _WIDEST <= room:
        return 0
    font = BOLD if bold else REGULAR
    return max((float(stringWidth(line, font, look.GRID_SIZE)) for line in text.split("\n")), default=0)


@cache
def _grid_style(aligns: tuple[str, ...], rows: int, total: bool, groups: frozenset[int]) -> TableStyle:
    words = {"left": "LEFT", "right": "RIGHT", "centre": "CENTER"}
    commands: list[tuple[Any, ...]] = [
        FONT,
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("VALIGN", (0, 0), (-1, 0), "MIDDLE"),
        ("BACKGROUND", (0, 0), (-1, 0), look.SHADE),
        ("BOX", (0, 0), (-1, -1), 0.6, look.LINE),
        ("INNERGRID", (0, 0), (-1, -1), 0.4, look.FAINT),
        ("LINEBELOW", (0, 0), (-1, 0), 0.6, look.LINE),
        ("TOPPADDING", (0, 0), (-1, -1), 1.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
        ("LEFTPADDING", (0, 0), (-1, -1), 3),
        ("RIGHTPADDING", (0, 0), (-1, -1), 3),
        *(("ALIGN", (index, 1), (index, -1), words[align]) for index, align in enumerate(aligns)),
    ]
    for start, end in pairwise([*sorted(groups), rows - total]):
        commands.append(("LINEABOVE", (0, start + 1), (-1, start + 1), 0.6, look.LINE))
        if 1 < end - start <= _LONGEST_WHOLE_GROUP:
            commands.append(("NOSPLIT", (0, start + 1), (-1, end)))
    if total:
        commands.append(("FONTNAME", (0, -1), (-1, -1), BOLD))
        commands.append(("LINEABOVE", (0, -1), (-1, -1), 0.9, look.INK))
        if rows > 1:
            commands.append(("NOSPLIT", (0, rows - 1), (-1, rows)))
    return TableStyle(commands)
