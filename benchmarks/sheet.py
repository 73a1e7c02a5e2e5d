"""A long list as a workbook, against openpyxl's write-only mode with the same values."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook

from benchmarks.rows import Row, paired
from desktop_app.exports import workbook

HEADINGS = ("case", "opened", "region", "sector", "sex", "birth", "citizenship", "owed", "penalty", "received")


def measure(*, quick: bool) -> Iterable[Row]:
    """100,000 rows of ten columns."""
    count = 10_000 if quick else 100_000
    with tempfile.TemporaryDirectory() as folder:
        ours, bare = Path(folder, "ours.xlsx"), Path(folder, "bare.xlsx")
        yield paired(
            "a long sheet against openpyxl write-only",
            lambda: workbook.bulk(HEADINGS, _rows(count), ours),
            lambda: _bare(count, bare),
            runs=3,
            target=1.15,
            note=f"{count:,} rows",
        )


def _bare(count: int, path: Path) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(HEADINGS)
    for row in _rows(count):
        sheet.append(row)
    book.save(path)


def _rows(count: int) -> Iterator[tuple[workbook.Value, ...]]:
    first = date(2020, 1, 1)
    for number in range(count):
        opened = first + timedelta(days=number % 2000)
        owed = Decimal(number * 37 % 900_000)
        sex = "female" if number % 8 else "male"
        yield (
            f"2026-{number}",
            opened,
            "KZ-75",
            "construction",
            sex,
            1960 + number % 50,
            "UZ",
            owed,
            owed / 8,
            Decimal(0),
        )
