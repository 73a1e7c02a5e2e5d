from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop_app import settings
from desktop_app.domain.cases import MoneyEntry, MoneyKind
from desktop_app.errors import Message
from desktop_app.i18n import Translator, for_language
from desktop_app.services import money
from desktop_app.services.files import OpenFile
from desktop_app.ui.bus import Bus
from desktop_app.ui.common import languages
from desktop_app.ui.context import Context
from desktop_app.ui.summaries.periods import PERIODS, bounds
from desktop_app.ui.summaries.screen import Screen
from tests.services.situations import CLOCK, unpaid

DAYS = st.dates(date(1995, 1, 1), date(2090, 12, 31))


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.CLOCK_VARIABLE, CLOCK)


@pytest.fixture
def filled(file: OpenFile) -> OpenFile:
    case = unpaid(file)
    worker = case.workers[0].id
    money.record(
        file,
        case.id,
        (
            MoneyEntry(worker, MoneyKind.CLAIMED, Decimal(720_000), date(2026, 11, 20)),
            MoneyEntry(worker, MoneyKind.RECEIVED, Decimal("100000.50"), date(2026, 11, 21)),
        ),
    )
    return file


@pytest.fixture
def screen(qtbot: QtBot, context: Context) -> Iterator[Screen]:
    made = Screen(context)
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    yield made
    # The file is closed before the window: nothing may be counted in between.
    for timer in made.findChildren(QTimer):
        timer.stop()


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("month", date(2026, 11, 1), date(2026, 11, 30)),
        ("last_month", date(2026, 10, 1), date(2026, 10, 31)),
        ("quarter", date(2026, 10, 1), date(2026, 12, 31)),
        ("last_quarter", date(2026, 7, 1), date(2026, 9, 30)),
        ("half_year", date(2026, 7, 1), date(2026, 12, 31)),
        ("year", date(2026, 1, 1), date(2026, 12, 31)),
        ("last_year", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_periods_of_a_day(period: str, first: date, last: date) -> None:
    assert bounds(period, date(2026, 11, 21)) == (first, last)


@given(DAYS, st.sampled_from([period for period in PERIODS if period != "own"]))
def test_a_period_is_whole_months_and_the_last_one_ends_where_this_one_begins(day: date, period: str) -> None:
    days = bounds(period, day)
    assert days is not None
    first, last = days
    assert first.day == 1
    assert (last + timedelta(days=1)).day == 1
    if period.startswith("last_"):
        after = bounds(period.removeprefix("last_"), day)
        assert after is not None
        assert last + timedelta(days=1) == after[0]
    else:
        assert first <= day <= last


def test_dates_of_ones_own_are_left_alone() -> None:
    assert bounds("own", date(2026, 11, 21)) is None


def test_the_main_numbers_of_the_year(screen: Screen, filled: OpenFile) -> None:
    screen.refresh()
    shown = {name: label.text().replace("\u00a0", " ") for name, label in screen.numbers.figures.items()}
    assert shown == {
        "cases": "1",
        "workers": "2",
        "owed": "1,339,999.50 ₸",
        "claimed": "720,000 ₸",
        "awarded": "0 ₸",
        "received": "100,000.50 ₸",
    }
    cuts = {name: [(row.code, row.workers) for row in cut.rows] for name, cut in screen.numbers.cuts.items()}
    assert cuts["by_sex"] == [("female", 1), ("male", 1)]
    assert cuts["by_citizenship"] == [("TJ", 1), ("UZ", 1)]
    assert cuts["by_region"] == [("KZ-75", 2)]
    assert len(screen.numbers.months.rows) == 12


def test_a_period_without_cases_says_so(screen: Screen, filled: OpenFile) -> None:
    screen.period.set_value("last_year")
    screen.refresh()
    assert screen.numbers.no_cases.isVisible()
    assert not any(cut.isVisible() for cut in screen.numbers.cuts.values())
    assert not screen.numbers.months.isVisible()


def test_the_cuts_narrow_the_numbers(qtbot: QtBot, screen: Screen, filled: OpenFile) -> None:
    screen.refresh()
    screen.form.set_values(region="KZ-71")
    qtbot.waitUntil(lambda: screen.numbers.figures["cases"].text() == "0")


def test_typing_a_day_makes_the_period_ones_own(screen: Screen) -> None:
    assert screen.period.value() == "year"
    screen.first.setText("15.03.2026")
    assert screen.period.value() == "own"
    assert screen.request().first == date(2026, 3, 15)
    screen.period.set_value("last_year")
    assert screen.request().first == date(2025, 1, 1)


@pytest.mark.parametrize(
    ("first", "last", "field"),
    [
        ("31.02.2026", "31.12.2026", "first"),
        ("", "31.12.2026", "first"),
        ("01.01.2026", "31.12.2025", "last"),
        ("01.01.1900", "31.12.2025", "first"),
        ("01.01.1995", "31.12.2026", "last"),
    ],
)
def test_a_bad_period_is_told_beside_its_field_and_old_numbers_go(
    screen: Screen, filled: OpenFile, first: str, last: str, field: str
) -> None:
    screen.refresh()
    assert screen.numbers.isVisible()
    screen.first.setText(first)
    screen.last.setText(last)
    screen.export_button.setFocus()
    screen.refresh()
    assert screen.form.field(field).problem
    assert not screen.numbers.isVisible()
    assert (screen.first.text(), screen.last.text()) == (first, last)


def test_a_bad_period_is_not_exported(screen: Screen, filled: OpenFile) -> None:
    screen.first.setText("31.02.2026")
    screen.export_button.click()
    assert screen.form.field("first").problem
    assert screen.window().findChild(QFileDialog) is None


def test_export_asks_where_to_save(screen: Screen, filled: OpenFile) -> None:
    screen.export_button.click()
    dialog = screen.window().findChild(QFileDialog)
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith("summary_2026-01-01_2026-12-31_en.xlsx")
    dialog.reject()


def test_the_workbook_is_written_without_names_in_its_own_language(
    screen: Screen, filled: OpenFile, bus: Bus, tmp_path: Path
) -> None:
    said: list[Message] = []
    bus.said.connect(said.append)
    screen.form.set_values(language="kk")
    screen.export(screen.request(), tmp_path / "a.xlsx")
    cells = [str(cell) for sheet in load_workbook(tmp_path / "a.xlsx") for row in sheet.values for cell in row]
    assert "Құрылыс" in cells
    assert not any(name in cell for cell in cells for name in ("Юсупов", "Каримова", "Сервис"))
    assert said[-1].text(_english()) == f"The summary is saved: {tmp_path / 'a.xlsx'}"


def test_a_folder_that_is_not_there_is_told(screen: Screen, filled: OpenFile, context: Context, tmp_path: Path) -> None:
    failed: list[str] = []
    context.background.failed.connect(lambda _owner, error: failed.append(str(error)))
    screen.export(screen.request(), tmp_path / "none" / "a.xlsx")
    assert failed


def test_a_change_of_language_keeps_what_is_chosen(screen: Screen, filled: OpenFile) -> None:
    screen.first.setText("15.03.2026")
    screen.form.set_values(region="KZ-75", sector="construction", language="en")
    before = screen.request()
    screen.refresh()
    languages.use("ru")
    assert screen.request() == before
    assert screen.numbers.figures["claimed"].text().replace("\u00a0", " ") == "720 000 ₸"
    languages.use("en")


def _english() -> Translator:
    return for_language("en")
