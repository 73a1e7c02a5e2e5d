"""Sheets to an Excel file: text is never a formula, one look and one print set-up everywhere, atomic saving."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from textwrap import wrap
from typing import Any, Final, Literal

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.exports.whole_file import whole_file
from desktop_app.i18n import Translator

Value = str | int | Decimal | date | datetime | None

ACCENT: Final = "1F5F6B"
_SOFT: Final = "E8F0F1"
_LINE_HEIGHT: Final = 15
HEADING: Final = "Tirek heading"
"""The named style of a table's head."""
_LINE, _TOTAL = "Tirek", "Tirek total"
_LOCALES: Final = {"kk": "43F", "ru": "419", "en": "809"}
_NARROWEST, _WIDEST = 7, 20
FORMULA_LIKE: Final = re.compile(r"[\s\ufeff\0]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]")
"""Text that a spreadsheet could take for a formula."""


class Look(StrEnum):
    """What a column holds, and so how its numbers are written."""

    TEXT = "text"
    COUNT = "count"
    MONEY = "money"
    SHARE = "share"
    DAY = "day"
    MONTH = "month"
    MOMENT = "moment"


@dataclass(frozen=True)
class Column:
    """A column by its heading, in the workbook's language, and what it holds."""

    heading: str
    look: Look = Look.TEXT


@dataclass(frozen=True)
class Sheet:
    """A table with a frozen heading. `total` is a last row in bold; `draw` adds a chart to the finished sheet."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    total: tuple[Value, ...] = ()
    draw: Callable[[Worksheet], None] | None = None


@dataclass(frozen=True)
class Cover:
    """The first sheet: a title, lines of (label, value, look), and notes below."""

    title: str
    heading: str
    lines: tuple[tuple[str, Value, Look], ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Book:
    """A workbook in one language (`tr`): the cover and the tables behind it. `foot` stands below each printed page."""

    cover: Cover
    sheets: tuple[Sheet, ...]
    tr: Translator
    foot: str = ""


def save(book: Book, path: Path) -> None:
    """Write the workbook to `path`. Raises AppError when the folder, the disk or another program refuses."""
    workbook = Workbook()
    add_styles(workbook, book.tr.code)
    first = workbook.active
    assert isinstance(first, Worksheet)  # noqa: S101  (a new workbook has one sheet)
    _cover(first, book)
    for sheet in book.sheets:
        _table(workbook.create_sheet(sheet_name(sheet.title)), sheet, book.foot)
    workbook.properties.creator = "Tirek"
    workbook.properties.title = clean(book.cover.heading)
    to_disk(workbook, path)


def bulk(headings: Sequence[str], rows: Iterable[Sequence[Value]], path: Path) -> None:
    """Write one long plain table row by row, without holding it in memory. Raises AppError as `save` does."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet()
    sheet.freeze_panes = "A2"
    sheet.append([_bold(sheet, heading) for heading in headings])
    risky = FORMULA_LIKE.match
    for row in rows:
        sheet.append([safe(sheet, value) if type(value) is str and risky(value) else value for value in row])
    to_disk(workbook, path)


def _cover(sheet: Worksheet, book: Book) -> None:
    cover, tr = book.cover, book.tr
    sheet.title = sheet_name(cover.title)
    sheet.sheet_view.showGridLines = False
    _put(sheet, 1, 1, cover.heading).font = font(size=18, bold=True, color=ACCENT)
    row = 3
    for label, value, look in cover.lines:
        _put(sheet, row, 1, label).font = font(color="5A6B6D")
        held = _put(sheet, row, 2, value)
        held.alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)
        held.font = font(bold=True)
        held.number_format = number_format(look, tr.code)
        row += 1
    for note in cover.notes:
        row += 1
        told = _put(sheet, row, 1, note)
        told.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=2)
        sheet.row_dimensions[row].height = 15 * (1 + len(note) // 85)
    sheet.column_dimensions["A"].width = 34
    sheet.column_dimensions["B"].width = 56
    print_set_up(sheet, "portrait", book.foot)


def _table(sheet: Worksheet, table: Sheet, foot: str) -> None:
    for number, column in enumerate(table.columns, 1):
        _put(sheet, 1, number, column.heading, HEADING)
    lines = (*table.rows, table.total) if table.total else table.rows
    for row, values in enumerate(lines, 2):
        part = _TOTAL if values is table.total else _LINE
        for number, (column, value) in enumerate(zip(table.columns, values, strict=True), 1):
            _put(sheet, row, number, value, f"{part} {column.look}")
    _fit(sheet, table, lines)
    sheet.row_dimensions[1].height = 32
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    if table.rows:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{len(table.rows) + 1}"
    print_set_up(sheet, "landscape", foot)
    if table.draw is not None:
        table.draw(sheet)


def _fit(sheet: Worksheet, table: Sheet, lines: tuple[tuple[Value, ...], ...]) -> None:
    """Columns as wide as what they hold, within bounds; rows as high as text that breaks in them needs."""
    for number, column in enumerate(table.columns, 1):
        shown = [_width(row[number - 1], column.look) for row in lines]
        # A heading is bold and breaks between words only.
        words = max((len(word) * 5 // 4 for word in column.heading.split()), default=0) + 2
        width = min(max(_NARROWEST, words, *shown, 0), _WIDEST)
        sheet.column_dimensions[get_column_letter(number)].width = width + 1
    for row, values in enumerate(lines, 2):
        broken = max((len(wrap(value, _WIDEST)) for value in values if type(value) is str), default=1)
        if broken > 1:
            sheet.row_dimensions[row].height = _LINE_HEIGHT * broken


def _put(sheet: Worksheet, row: int, column: int, value: Value, style: str = "Normal") -> Cell:
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # noqa: S101  (nothing is merged before it is written)
    cell.style = style
    if isinstance(value, str):
        cell.value = clean(value)
        cell.data_type = "s"
        if FORMULA_LIKE.match(value):
            cell.quotePrefix = True
    else:
        cell.value = value
    return cell


def add_styles(workbook: Workbook, language: str) -> None:
    """One named style for each part of a table and each look: a cell then costs one assignment."""
    line = Border(bottom=Side(style="thin", color="B9C6C8"))
    soft = PatternFill("solid", start_color=_SOFT)
    heading = NamedStyle(HEADING, font=font(bold=True, color="FFFFFF"), fill=PatternFill("solid", start_color=ACCENT))
    heading.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
    workbook.add_named_style(heading)
    for look in Look:
        if look is Look.TEXT:
            place = Alignment(wrap_text=True, vertical="top")
        else:
            place = Alignment(horizontal="left" if look in (Look.DAY, Look.MONTH) else None, vertical="top")
        plain = NamedStyle(f"{_LINE} {look}", font=font(), border=line, alignment=place)
        total = NamedStyle(f"{_TOTAL} {look}", font=font(bold=True), fill=soft, border=line, alignment=place)
        for style in (plain, total):
            style.number_format = number_format(look, language)
            workbook.add_named_style(style)


def font(*, size: int = 11, bold: bool = False, color: str = "1C2526") -> Font:
    """Calibri, which Excel has and LibreOffice replaces with a face of the same widths."""
    return Font(name="Calibri", size=size, bold=bold, color=color)


def number_format(look: Look, language: str) -> str:
    """How Excel writes what has this look, in the workbook's language."""
    return {
        Look.TEXT: "General",
        Look.COUNT: "#,##0",
        Look.MONEY: '#,##0.00\\ "₸"',
        Look.SHARE: "0.0%",
        Look.DAY: "dd\\.mm\\.yyyy",
        Look.MONTH: f"[$-{_LOCALES[language]}]mmmm\\ yyyy",
        Look.MOMENT: "dd\\.mm\\.yyyy\\ hh:mm",
    }[look]


def _width(value: Value, look: Look) -> int:
    """How many characters a value takes as shown."""
    if value is None:
        return 0
    if look is Look.MONEY:
        return len(f"{value:,.2f} ₸") + 2
    return {Look.DAY: 11, Look.MONTH: 17, Look.MOMENT: 17, Look.SHARE: 7}.get(look, len(str(value)))


def print_set_up(sheet: Any, orientation: Literal["portrait", "landscape"], foot: str = "") -> None:
    """A4, as wide as the page; below it the sheet's name, `foot` and the number of the page."""
    sheet.page_setup.orientation = orientation
    sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    footer = HeaderFooterItem()
    footer.left.text, footer.center.text, footer.right.text = "&A", foot.replace("&", "&&") or None, "&P / &N"
    sheet.oddFooter = footer


def sheet_name(title: str) -> str:
    """A name that Excel takes: 31 characters, none of []:*?/\\."""
    return re.sub(r"[\[\]:*?/\\]", " ", title)[:31].strip("' ")


def clean(text: str) -> str:
    """A text without the signs that a workbook cannot hold."""
    return ILLEGAL_CHARACTERS_RE.sub("", text)


def safe(sheet: Any, text: str) -> Any:
    """A cell of a sheet that is written row by row, whose text is never a formula."""
    cell = WriteOnlyCell(sheet, clean(text))
    cell.data_type = "s"
    cell.quotePrefix = True
    return cell


def _bold(sheet: Any, text: str) -> Any:
    cell = safe(sheet, text)
    cell.quotePrefix = False
    cell.font = font(bold=True)
    return cell


def to_disk(workbook: Workbook, path: Path) -> None:
    """Write the workbook whole or not at all. Raises AppError."""
    with whole_file(path) as unfinished:
        workbook.save(unfinished)
