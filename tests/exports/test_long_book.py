"""Tables too long to hold: texts come back as they were, nothing is a formula, long ones go on in a new sheet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from desktop_app.errors import AppError
from desktop_app.exports import long_book
from desktop_app.exports.long_book import LongSheet
from desktop_app.exports.workbook import ILLEGAL_CHARACTERS_RE, Cover, Look
from desktop_app.i18n import for_language

COVER = Cover("Cover", "A book", (("Label", "=1+1", Look.TEXT), ("Count", 5, Look.COUNT)), ("A note & more",))
COLUMNS = (("Number", 10), ("Text", 40))
HOSTILE = (
    "=1+1",
    "+7 701",
    "-1",
    "@x",
    "<b>&amp;",
    '"x"',
    "  two blanks  ",
    "\u0000\u0001",
    "Ә Ғ Қ\nҢ",
    "%x",
    "\uff1d1",
)


def _made(path: Path, *rows: tuple[Any, ...], reads: bool = False) -> list[list[list[Any]]]:
    sheets = [LongSheet("Table: one/two", COLUMNS, iter(rows), reads=reads)]
    long_book.save(COVER, sheets, for_language("ru"), "Log & word", path)
    return [[[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in load_workbook(path).worksheets]


@pytest.mark.parametrize("reads", [False, True])
def test_texts_come_back_as_they_were(tmp_path: Path, reads: bool) -> None:
    _cover, table = _made(tmp_path / "x.xlsx", *enumerate(HOSTILE), reads=reads)
    assert table[0] == ["Number", "Text"]
    assert [row[0] for row in table[1:]] == list(range(len(HOSTILE)))
    assert [row[1] or "" for row in table[1:]] == [ILLEGAL_CHARACTERS_RE.sub("", text) for text in HOSTILE]


@pytest.mark.parametrize("reads", [False, True])
def test_nothing_is_a_formula(tmp_path: Path, reads: bool) -> None:
    _made(tmp_path / "x.xlsx", *enumerate(HOSTILE), reads=reads)
    book = load_workbook(tmp_path / "x.xlsx")
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    risky = [cell for cell in cells if isinstance(cell.value, str) and cell.value.startswith(("=", "+", "-", "@"))]
    assert risky
    assert all(cell.quotePrefix for cell in risky)


@given(st.lists(st.tuples(st.integers(0, 10**9), st.text(st.characters(exclude_categories=["Cs"]), max_size=20))))
def test_any_rows_come_back(tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[int, str]]) -> None:
    _cover, table = _made(tmp_path_factory.mktemp("book") / "x.xlsx", *rows)
    shown = [(number, (text or "").replace("\r", "\n")) for number, text in table[1:]]
    assert shown == [
        (number, ILLEGAL_CHARACTERS_RE.sub("", text).replace("\r\n", "\n").replace("\r", "\n")) for number, text in rows
    ]


@pytest.mark.parametrize(("rows", "sizes"), [(0, [1]), (2, [3]), (3, [4]), (4, [4, 2]), (7, [4, 4, 2])])
def test_what_is_too_long_goes_on_in_another_sheet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: int, sizes: list[int]
) -> None:
    monkeypatch.setattr(long_book, "MOST_ROWS", 3)
    _cover, *tables = _made(tmp_path / "x.xlsx", *((number, str(number)) for number in range(rows)))
    assert [len(table) for table in tables] == sizes
    assert [row[0] for table in tables for row in table[1:]] == list(range(rows))
    names = load_workbook(tmp_path / "x.xlsx").sheetnames
    assert names[1] == "Table  one two"
    assert len(set(names)) == len(names) == len(sizes) + 1


def test_a_place_that_cannot_be_written_is_found_before_a_row_is_read(tmp_path: Path) -> None:
    def rows() -> Any:
        raise AssertionError
        yield

    with pytest.raises(AppError):
        long_book.save(
            COVER, [LongSheet("x", COLUMNS, rows())], for_language("en"), "", tmp_path / "missing" / "x.xlsx"
        )


def test_a_table_that_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    def rows() -> Any:
        yield (1, "one")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        long_book.save(COVER, [LongSheet("x", COLUMNS, rows())], for_language("en"), "", tmp_path / "x.xlsx")
    assert not list(tmp_path.iterdir())
