"""The summary as a workbook, read back as a manager's program would."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from desktop_app.domain.centre import Trilingual
from desktop_app.domain.reports import CaseLine, Count, HelpGiven, MonthMoney, Summary, SummaryRequest, Tally
from desktop_app.errors import AppError
from desktop_app.exports import summary, workbook
from desktop_app.i18n import LANGUAGES


def _summary(language: str, centre: str = "Центр") -> Summary:
    line = CaseLine(
        "2026-0001",
        date(2026, 3, 2),
        "open",
        "KZ-75",
        "construction",
        "visit",
        "company",
        12,
        Decimal("8640000.00"),
        Decimal("9000000.50"),
        Decimal(0),
        Decimal("100.10"),
    )
    return Summary(
        Trilingual(centre, centre, centre),
        SummaryRequest(date(2026, 1, 1), date(2026, 3, 31), language),
        datetime(2026, 4, 1, 9, 30).astimezone(),
        (line, line),
        (Count("female", 4, 1), Count("male", 20, 2)),
        (Count("25-34", 20, 2), Count("unknown", 4, 1)),
        (Count("UZ", 23, 2), Count("", 1, 1)),
        (Count("construction", 24, 2),),
        (Count("KZ-75", 24, 2),),
        (Count("wage_arrears", 24, 2),),
        (MonthMoney(date(2026, 3, 1), Decimal("9000000.50"), Decimal(0), Decimal("100.10")),),
    )


def _read(path: Path, language: str, centre: str = "Центр") -> Workbook:
    workbook.save(summary.sheets(_summary(language, centre)), path)
    return load_workbook(path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_and_dates_are_real(tmp_path: Path, language: str) -> None:
    book = _read(tmp_path / "s.xlsx", language)
    cases = book.worksheets[1]
    assert cases["B2"].value.date() == date(2026, 3, 2)
    assert cases["I2"].value == 8640000
    assert cases["I2"].number_format == '#,##0.00\\ "₸"'
    assert cases["H4"].value == 24
    assert cases["L4"].value == pytest.approx(200.20)
    money = book.worksheets[4]
    assert money["A2"].number_format.startswith(f"[$-{ {'kk': '43F', 'ru': '419', 'en': '809'}[language] }]")
    assert len(money._charts) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheets_can_be_read_and_printed(tmp_path: Path, language: str) -> None:
    book = _read(tmp_path / "s.xlsx", language)
    assert len(book.worksheets) == 6
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes == "A2"
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.page_setup.orientation == "landscape"
        assert all(
            sheet.column_dimensions[cell.column_letter].width >= max(map(len, str(cell.value).split()))
            for cell in sheet[1]
        )


def test_every_language_has_its_own_words(tmp_path: Path) -> None:
    headings = {}
    for language in LANGUAGES:
        book = _read(tmp_path / f"{language}.xlsx", language)
        headings[language] = [sheet.title for sheet in book] + [cell.value for sheet in book for cell in sheet[1]]
    for one, other in (("kk", "ru"), ("ru", "en"), ("kk", "en")):
        same = set(headings[one]) & set(headings[other])
        assert len(same - {None}) <= 2, same


@pytest.mark.parametrize(
    "centre",
    ["=1+1", "+7", "-5", "@SUM(A1)", "|cmd", "%0a", "\t=1+1", " =cmd|' /C calc'!A0", "\uff1d1+1", "\x00=1\x07"],
)
def test_text_is_never_a_formula(tmp_path: Path, centre: str) -> None:
    cell = _read(tmp_path / "s.xlsx", "ru", centre).worksheets[0]["B3"]
    assert cell.data_type == "s"
    assert cell.quotePrefix
    assert str(cell.value).strip().endswith(centre.replace("\x00", "").replace("\x07", "").strip())


def test_an_empty_period_still_makes_a_workbook(tmp_path: Path) -> None:
    request = SummaryRequest(date(2026, 1, 1), date(2026, 1, 31), "kk")
    empty = Summary(Trilingual("Ц"), request, datetime(2026, 2, 1).astimezone(), (), (), (), (), (), (), (), ())
    workbook.save(summary.sheets(empty), tmp_path / "s.xlsx")
    assert [sheet.max_row for sheet in load_workbook(tmp_path / "s.xlsx").worksheets[1:]] == [1, 1, 1, 1, 1]


def test_a_folder_that_refuses_gives_a_sentence_and_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "folder.xlsx"
    target.mkdir()
    with pytest.raises(AppError) as refused:
        workbook.save(summary.sheets(_summary("ru")), target)
    assert "folder.xlsx" in str(refused.value.message.params["path"])
    assert list(tmp_path.iterdir()) == [target]


def test_a_long_list_is_written_row_by_row_and_safely(tmp_path: Path) -> None:
    rows = [(number, "=1+1" if number % 2 else "plain", date(2026, 1, 1), Decimal("1.50")) for number in range(100)]
    workbook.bulk(("№", "text", "day", "sum"), rows, tmp_path / "b.xlsx")
    sheet = load_workbook(tmp_path / "b.xlsx").worksheets[0]
    assert sheet.max_row == 101
    assert {cell.data_type for cell in sheet["B"]} == {"s"}
    assert sheet["D2"].value == pytest.approx(1.5)


def test_a_row_is_as_high_as_the_text_that_breaks_in_it(tmp_path: Path) -> None:
    made = summary.sheets(_summary("ru"))
    long = "Обрабатывающая промышленность и ещё несколько слов"
    cases = made.sheets[0]
    rows = (cases.rows[0], (cases.rows[1][0], *cases.rows[1][1:4], long, *cases.rows[1][5:]))
    workbook.save(replace(made, sheets=(replace(cases, rows=rows), *made.sheets[1:])), tmp_path / "s.xlsx")
    sheet = load_workbook(tmp_path / "s.xlsx").worksheets[1]
    assert sheet.row_dimensions[2].height is None
    assert (sheet.row_dimensions[3].height or 0) >= 3 * 15


@pytest.mark.parametrize(("language", "heading"), [("en", "How many"), ("ru", "Сколько"), ("kk", "Қанша")])
def test_a_count_is_not_headed_as_a_number_of_a_paper(tmp_path: Path, language: str, heading: str) -> None:
    told = replace(_summary(language), help=HelpGiven(results=(Tally("paid_part", 2, 3),)))
    workbook.save(summary.sheets(told), tmp_path / "s.xlsx")
    assert load_workbook(tmp_path / "s.xlsx").worksheets[-1]["D1"].value == heading
