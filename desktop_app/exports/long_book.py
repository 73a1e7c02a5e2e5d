"""A workbook whose tables are too long to hold: written row by row, in the looks of exports/workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from textwrap import wrap
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter

from desktop_app.exports import workbook as looks
from desktop_app.exports.whole_file import whole_file
from desktop_app.exports.workbook import Cover, Look, Value
from desktop_app.i18n import Translator

MOST_ROWS: Final = 1_000_000
"""How many rows a sheet gets; Excel takes 1,048,576 with the heading. What is longer goes on in another sheet."""
_LINE_HEIGHT: Final = 15
_LABELS, _HELD = 38, 72
_TOP: Final = Alignment(horizontal="left", vertical="top", wrap_text=True)


@dataclass(frozen=True)
class LongSheet:
    """A table of plain cells: headings with their widths in characters, and rows that come one by one.

    `reads` is for a sheet that is read like a letter: upright, its long texts broken into lines.
    """

    title: str
    columns: tuple[tuple[str, int], ...]
    rows: Iterable[Sequence[Value]]
    reads: bool = False


def save(cover: Cover, sheets: Iterable[LongSheet], tr: Translator, foot: str, path: Path) -> None:
    """Write the workbook to `path`. Raises AppError when the folder, the disk or another program refuses."""
    book = Workbook(write_only=True)
    looks.add_styles(book, tr.code)
    # The place is tried before the first row is read, which may take minutes.
    with whole_file(path) as unfinished, _put_away(book):
        _cover(book, cover, tr, foot)
        for sheet in sheets:
            _table(book, sheet, foot)
        book.properties.creator = "Tirek"
        book.properties.title = looks.clean(cover.heading)
        book.save(unfinished)


@contextmanager
def _put_away(book: Workbook) -> Iterator[None]:
    """Close and remove what openpyxl keeps in the folder of temporary files when the workbook is not finished."""
    try:
        yield
    except BaseException:
        for sheet in book.worksheets:
            held: Any = sheet
            with suppress(Exception):
                held.close()
            with suppress(Exception):
                held._writer.cleanup()  # openpyxl has no other way to remove it
        raise


class _Rows:
    """The rows of one sheet. The height of a row has to be told before it is written."""

    def __init__(self, sheet: Any) -> None:
        self.sheet = sheet
        self.count = 0

    def add(self, cells: list[Any], lines: int = 0) -> None:
        """Write a row, `lines` lines high when that is given."""
        self.count += 1
        if lines:
            self.sheet.row_dimensions[self.count].height = _LINE_HEIGHT * lines
        self.sheet.append(cells)


def _cover(book: Workbook, cover: Cover, tr: Translator, foot: str) -> None:
    sheet: Any = book.create_sheet(looks.sheet_name(cover.title))
    sheet.sheet_view.showGridLines = False
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = _LABELS, _HELD
    looks.print_set_up(sheet, "portrait", foot)
    rows = _Rows(sheet)
    heading = _cell(sheet, cover.heading)
    heading.font = looks.font(size=18, bold=True, color=looks.ACCENT)
    rows.add([heading], 2)
    rows.add([])
    for label, value, look in cover.lines:
        named, held = _cell(sheet, label), _cell(sheet, value)
        named.font, held.font = looks.font(color="5A6B6D"), looks.font(bold=True)
        named.alignment = held.alignment = _TOP
        held.number_format = looks.number_format(look, tr.code)
        rows.add([named, held], max(_lines(label, _LABELS), _lines(value, _HELD)))
    for note in cover.notes:
        told = _cell(sheet, note)
        told.font, told.alignment = looks.font(), _TOP
        rows.add([])
        rows.add([None, told], _lines(note, _HELD))


def _table(book: Workbook, table: LongSheet, foot: str) -> None:
    rows, part = _begun(book, table, "", foot), 1
    for row in table.rows:
        if rows.count > MOST_ROWS:
            part += 1
            rows = _begun(book, table, f" {part}", foot)
        if table.reads:
            _read(rows, row, table.columns)
        else:
            rows.add([_plain(rows.sheet, value) for value in row])


def _begun(book: Workbook, table: LongSheet, part: str, foot: str) -> _Rows:
    sheet: Any = book.create_sheet(looks.sheet_name(table.title[: 31 - len(part)]) + part)
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    looks.print_set_up(sheet, "portrait" if table.reads else "landscape", foot)
    for number, (_heading, width) in enumerate(table.columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    cells = [_cell(sheet, heading) for heading, _width in table.columns]
    for cell in cells:
        cell.style = looks.HEADING
    rows = _Rows(sheet)
    rows.add(cells)
    return rows


def _read(rows: _Rows, row: Sequence[Value], columns: tuple[tuple[str, int], ...]) -> None:
    cells = [_cell(rows.sheet, value) for value in row]
    for cell in cells:
        cell.font, cell.alignment = looks.font(), _TOP
    rows.add(cells, max(_lines(value, width) for value, (_heading, width) in zip(row, columns, strict=True)))


def _plain(sheet: Any, value: Value) -> Any:
    """A value as a cell takes it; an empty text needs no cell, and most cells of a log are written fastest bare."""
    if type(value) is not str:
        return value
    if not value:
        return None
    return looks.safe(sheet, value) if looks.FORMULA_LIKE.match(value) else value


def _cell(sheet: Any, value: Any) -> Any:
    return looks.safe(sheet, value) if isinstance(value, str) else WriteOnlyCell(sheet, value)


def _lines(value: Value, width: int) -> int:
    """How many lines a text takes in a column; bold letters are a little wider."""
    if not isinstance(value, str):
        return 1
    return sum(max(len(wrap(part, width * 9 // 10)), 1) for part in value.split("\n"))


def text_line(label: str, value: Value) -> tuple[str, Value, Look]:
    """A line of a cover that holds a text or a number as it is."""
    return label, value, Look.TEXT
