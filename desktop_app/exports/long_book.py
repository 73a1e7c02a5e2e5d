"""A workbook whose tables are too long to hold: written row by row, in the looks of exports/workbook.

Sheets that are read like a letter are made by openpyxl. Of a long table it makes the frame with the heading; the rows
are put in as text, which is five times quicker: a log of a million lines must be on paper within minutes.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import chain, islice
from pathlib import Path
from textwrap import wrap
from typing import Any, Final
from xml.sax.saxutils import escape

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
_AT_ONCE: Final = 2_000
_COMPRESSION: Final = 4
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_IS_SHEET: Final = re.compile(r"xl/worksheets/sheet\d+\.xml")
_GUARD: Final = re.compile(r'<row r="2".*?<c r="A2"[^>]*? s="(\d+)".*?</row>', re.DOTALL)


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
    # The place is tried before the first row is read, which may take minutes.
    with whole_file(path) as unfinished:
        tables = [replace(sheet, rows=tuple(sheet.rows)) if sheet.reads else sheet for sheet in sheets]
        frame = _frame(cover, tables, tr, foot, [1] * len(tables))
        with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=_COMPRESSION) as filled:
            filled.writestr(_member(1), frame[_member(1)])
            parts: list[int] = []
            for number, table in enumerate(tables):
                first = 2 + sum(parts)
                parts.append(_write_parts(filled, table, frame[_member(2 + number)], first))
            if parts != [1] * len(tables):
                frame = _frame(cover, tables, tr, foot, parts)
            for name, content in frame.items():
                if not _IS_SHEET.fullmatch(name):
                    filled.writestr(name, content)


def _frame(cover: Cover, tables: list[LongSheet], tr: Translator, foot: str, parts: list[int]) -> dict[str, bytes]:
    """The members of the workbook as openpyxl makes them, long tables with their headings alone."""
    book = Workbook(write_only=True)
    looks.add_styles(book, tr.code)
    _cover(book, cover, tr, foot)
    for table, count in zip(tables, parts, strict=True):
        for part in range(1, count + 1):
            rows = _begun(book, table, f" {part}" if part > 1 else "", foot)
            if table.reads:
                _read_all(rows, table)
            else:
                rows.add([looks.safe(rows.sheet, "=")])  # its style is that of every text which looks like a formula
    book.properties.creator = "Tirek"
    book.properties.title = looks.clean(cover.heading)
    held = BytesIO()
    book.save(held)
    with zipfile.ZipFile(held) as made:
        return {name: made.read(name) for name in made.namelist()}


def _write_parts(filled: zipfile.ZipFile, table: LongSheet, frame: bytes, first: int) -> int:
    """Write a table as one sheet, or as several when it is too long for one; how many they are."""
    if table.reads:
        filled.writestr(_member(first), frame)
        return 1
    text = frame.decode("utf-8")
    guard = _GUARD.search(text)
    if guard is None:
        raise ValueError(table.title)
    before, after = text[: guard.start()], text[guard.end() :]
    rows, count, more = iter(table.rows), 0, True
    while more:
        with filled.open(_member(first + count), "w") as member:
            member.write(before.encode())
            written = 0
            while some := list(islice(rows, min(_AT_ONCE, MOST_ROWS - written))):
                member.write("".join(_rows_of(some, written + 2, guard[1])).encode())
                written += len(some)
            member.write(after.encode())
        count += 1
        following = next(rows, None) if written == MOST_ROWS else None
        more = following is not None
        if following is not None:
            rows = chain([following], rows)
    return count


def _rows_of(rows: Iterable[Sequence[Value]], first: int, guard: str) -> Iterator[str]:
    """Rows as the sheet holds them: numbers, and texts that are never formulas."""
    for number, row in enumerate(rows, start=first):
        yield f'<row r="{number}">'
        for column, value in zip(_LETTERS, row, strict=False):
            if type(value) is int:
                yield f'<c r="{column}{number}"><v>{value}</v></c>'
            elif value:
                text = looks.clean(str(value))
                style = f' s="{guard}"' if looks.FORMULA_LIKE.match(text) else ""
                kept = ' xml:space="preserve"' if text != text.strip() else ""
                yield f'<c r="{column}{number}"{style} t="inlineStr"><is><t{kept}>{escape(text)}</t></is></c>'
        yield "</row>"


def _member(number: int) -> str:
    return f"xl/worksheets/sheet{number}.xml"


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


def _read_all(rows: _Rows, table: LongSheet) -> None:
    for row in table.rows:
        cells = [_cell(rows.sheet, value) for value in row]
        for cell in cells:
            cell.font, cell.alignment = looks.font(), _TOP
        widths = (width for _heading, width in table.columns)
        rows.add(cells, max(_lines(value, width) for value, width in zip(row, widths, strict=True)))


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
