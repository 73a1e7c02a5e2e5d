"""A workbook whose tables are too long to hold: written row by row, in the looks of exports/workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
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


@dataclass(frozen=True)
class LongSheet:
    """A table of plain cells: headings with their widths in characters, and rows that come one by one."""

    title: str
    columns: tuple[tuple[str, int], ...]
    rows: Iterable[Sequence[Value]]


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


def _cover(book: Workbook, cover: Cover, tr: Translator, foot: str) -> None:
    sheet: Any = book.create_sheet(looks.sheet_name(cover.title))
    sheet.sheet_view.showGridLines = False
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 38, 72
    looks.print_set_up(sheet, "portrait", foot)
    heading = _cell(sheet, cover.heading)
    heading.font = looks.font(size=18, bold=True, color=looks.ACCENT)
    sheet.append([heading])
    sheet.append([])
    for label, value, look in cover.lines:
        named, held = _cell(sheet, label), _cell(sheet, value)
        named.font, held.font = looks.font(color="5A6B6D"), looks.font(bold=True)
        named.alignment = held.alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)
        held.number_format = looks.number_format(look, tr.code)
        sheet.append([named, held])
    for note in cover.notes:
        told = _cell(sheet, note)
        told.font, told.alignment = looks.font(), Alignment(wrap_text=True, vertical="top")
        sheet.append([])
        sheet.append([None, told])


def _table(book: Workbook, table: LongSheet, foot: str) -> None:
    sheet = _new_sheet(book, table, "", foot)
    rows, part = 0, 1
    for row in table.rows:
        if rows == MOST_ROWS:
            rows, part = 0, part + 1
            sheet = _new_sheet(book, table, f" {part}", foot)
        rows += 1
        sheet.append([_plain(sheet, value) for value in row])


def _plain(sheet: Any, value: Value) -> Any:
    """A value as a cell takes it; an empty text needs no cell, and most cells of a log are written fastest bare."""
    if type(value) is not str:
        return value
    if not value:
        return None
    return looks.safe(sheet, value) if looks.FORMULA_LIKE.match(value) else value


def _new_sheet(book: Workbook, table: LongSheet, part: str, foot: str) -> Any:
    sheet: Any = book.create_sheet(looks.sheet_name(table.title[: 31 - len(part)]) + part)
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    looks.print_set_up(sheet, "landscape", foot)
    for number, (_heading, width) in enumerate(table.columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    cells = [_cell(sheet, heading) for heading, _width in table.columns]
    for cell in cells:
        cell.style = looks.HEADING
    sheet.append(cells)
    return sheet


def _cell(sheet: Any, value: Any) -> Any:
    return looks.safe(sheet, value) if isinstance(value, str) else WriteOnlyCell(sheet, value)


def text_line(label: str, value: Value) -> tuple[str, Value, Look]:
    """A line of a cover that holds a text or a number as it is."""
    return label, value, Look.TEXT
