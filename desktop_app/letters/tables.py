"""Tables of letters: heads that repeat on each page, groups that stay together, cells that never run over."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial
from itertools import pairwise
from typing import Any, Final

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Table, TableStyle

from desktop_app.letters import look
from desktop_app.letters.blocks import Column, Grid
from desktop_app.letters.fonts import BOLD, REGULAR, printable
from desktop_app.letters.long_tables import MANY, LongTable
from desktop_app.letters.setting import SetOnce, paragraph, tied

_LONGEST_WHOLE_GROUP: Final = 12
_LONG_CELL: Final = 600
"""Letters: a row with more of them may be torn apart between two pages, and so may a higher one:"""

_HIGH_CELL: Final = 200  # points: two of them and the head stand on a page that lies on its side
_HIGH_GROUP: Final = 400  # points: a group that is higher may be parted

_SHORT: Final = 4
_FIRST_ROWS: Final = 2
_HEAD_LINES: Final = 4  # with two languages in it
_AROUND_ROW: Final = 4
_PADDING: Final = 6  # points left and right of a cell together
_WIDEST_FIGURE: Final = 0.7  # of the size of the font: figures and blanks are not wider
_WIDEST_LETTER: Final = 1.15
_ABOVE, _BELOW = 4, 8
_LEAST_SIZE: Final = 6.5
# Said in every table: without it ReportLab names Helvetica, which is not in the file.
FONT: Final = ("FONT", (0, 0), (-1, -1), REGULAR, look.GRID_SIZE, look.GRID_LEADING)


def table(grids: list[Grid], line: float) -> Flowable:
    """One table that says each cell in every language; `line` is how wide it is, in points."""
    grid = grids[0]
    heads = [_both(tuple(each.columns[index].head for each in grids)) for index in range(len(grid.columns))]
    rows = tuple(zip(*(each.rows for each in grids), strict=True))
    shares = sum(column.width for column in grid.columns)
    widths = [column.width * line / shares for column in grid.columns]
    style = look.cell_style("centre", head=True)
    head = [paragraph(text, style, width - _PADDING) for text, width in zip(heads, widths, strict=True)]
    cells_of = partial(_cells, columns=grid.columns, widths=widths)
    table_of = partial(_table, grid, head, widths)
    if len(rows) > MANY and not grid.total and not grid.groups:
        made = LongTable(rows, cells_of, table_of, grid.told or _silent)
        made.spaceBefore, made.spaceAfter = _ABOVE, _BELOW
        return made
    last = len(rows) - 1
    return table_of([cells_of(row, bold=grid.total and index == last) for index, row in enumerate(rows)])


def _table(grid: Grid, head: list[Any], widths: list[float], rows: list[list[Any]]) -> Table:
    long = any(_is_long(cell, width) for row in rows for cell, width in zip(row, widths, strict=True))
    groups = frozenset[int]() if long else grid.groups
    whole = not _has_high_group(groups, rows, widths)
    return Table(
        [head, *rows],
        colWidths=widths,
        style=_grid_style(tuple(column.align for column in grid.columns), len(rows), grid.total, groups, whole),
        repeatRows=1,
        splitInRow=int(long),
        spaceBefore=_ABOVE,
        spaceAfter=_BELOW,
    )


def _silent(_rows: int) -> None:
    """Nobody waits."""


def least_height(grid: Grid) -> float:
    """About the points that the head and the first rows of a table take: all of a short one, two of a long one."""
    shown = grid.rows[: _SHORT if len(grid.rows) <= _SHORT else _FIRST_ROWS]
    lines = [max((text.count("\n") + 1 for text in row), default=1) for row in shown]
    return _HEAD_LINES * look.GRID_LEADING + sum(each * look.GRID_LEADING + _AROUND_ROW for each in lines)


def _both(texts: tuple[str, ...]) -> str:
    """What a cell says in each language, once where it is the same."""
    return "\n".join(dict.fromkeys(texts))


def _is_long(cell: str | SetOnce | Sequence[SetOnce], width: float) -> bool:
    """Whether a page may end within a cell, or once more within the rest of a torn one, which is a list."""
    if not isinstance(cell, SetOnce | str):
        return sum(_height(part, width) for part in cell) > _HIGH_CELL
    letters = len(cell) if isinstance(cell, str) else cell.letters
    return letters > _LONG_CELL or _height(cell, width) > _HIGH_CELL


def _height(cell: str | SetOnce, width: float) -> float:
    """Points from the first line to the last."""
    if isinstance(cell, SetOnce):
        return cell.wrap(width - _PADDING, 0)[1]
    return (cell.count("\n") + 1) * look.GRID_LEADING


def _has_high_group(groups: frozenset[int], rows: list[list[Any]], widths: list[float]) -> bool:
    """Whether a group of rows is too high to stay together on any page."""
    if not groups:
        return False
    heights = [max(map(_height, row, widths)) + _AROUND_ROW for row in rows]
    return any(
        sum(heights[start:end]) > _HIGH_GROUP
        for start, end in pairwise([*sorted(groups), len(rows)])
        if end - start <= _LONGEST_WHOLE_GROUP
    )


def _cells(
    texts: tuple[tuple[str, ...], ...], *, columns: tuple[Column, ...], widths: list[float], bold: bool = False
) -> list[Any]:
    return [
        _cell(_both(each), column, width - _PADDING, bold=bold)
        for each, column, width in zip(zip(*texts, strict=True), columns, widths, strict=True)
    ]


def _cell(text: str, column: Column, room: float, *, bold: bool) -> str | SetOnce:
    """The lines themselves where the widest fits into its column, else a paragraph, which takes far longer.

    In a right or centre column a line that is only a little wider is set smaller; where that does not do, and in a
    left one, it goes on below, and words are broken.
    """
    is_left = column.align == "left"
    shown = tied(text) if is_left else printable(text)
    wide = _width(shown, room, bold=bold, widest=_WIDEST_LETTER if is_left else _WIDEST_FIGURE)
    if wide <= room:
        return shown
    size = look.GRID_SIZE if is_left else look.GRID_SIZE * room / wide
    style = look.cell_style(column.align, bold=bold, size=round(size - 0.05, 1) if size >= _LEAST_SIZE else 0)
    return paragraph(shown, style, room)


def _width(text: str, room: float, *, bold: bool, widest: float) -> float:
    """How wide the widest line is, 0 where that is plainly less than `room`; points."""
    if len(text) * look.GRID_SIZE * widest <= room:
        return 0
    font = BOLD if bold else REGULAR
    return max((float(stringWidth(line, font, look.GRID_SIZE)) for line in text.split("\n")), default=0)


@cache
def _grid_style(aligns: tuple[str, ...], rows: int, total: bool, groups: frozenset[int], whole: bool) -> TableStyle:
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
        if whole and 1 < end - start <= _LONGEST_WHOLE_GROUP:
            commands.append(("NOSPLIT", (0, start + 1), (-1, end)))
    if total:
        commands.append(("FONTNAME", (0, -1), (-1, -1), BOLD))
        commands.append(("LINEABOVE", (0, -1), (-1, -1), 0.9, look.INK))
        if rows > 1:
            commands.append(("NOSPLIT", (0, rows - 1), (-1, rows)))
    return TableStyle(commands)
