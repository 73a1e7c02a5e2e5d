from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app import settings
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.services import employers
from desktop_app.services.files import OpenFile
from desktop_app.ui.bus import Bus
from desktop_app.ui.common import languages
from desktop_app.ui.context import Context
from desktop_app.ui.employers.screen import EmployerPage, Screen
from tests.services.situations import CLOCK, COMPANY, opened

FOREMAN = Employer("Прораб =Виктор <b>", EmployerKind.FOREMAN)


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.CLOCK_VARIABLE, CLOCK)


def _screen(qtbot: QtBot, context: Context) -> Screen:
    screen = Screen(context)
    qtbot.addWidget(screen)
    screen.resize(1000, 640)
    screen.show()
    screen.refresh()
    return screen


def _card(screen: Screen) -> EmployerPage:
    assert isinstance(screen.card, EmployerPage)
    return screen.card


def _id(file: OpenFile, name: str) -> int:
    return employers.page(file, name, None, 1)[0].id


def test_an_empty_list_says_how_employers_come_into_the_file(qtbot: QtBot, context: Context) -> None:
    screen = _screen(qtbot, context)
    assert screen.list.hint.isVisible()
    assert "first case" in screen.list.hint.label.text()


def test_a_row_shows_name_kind_number_and_cases_in_the_language(qtbot: QtBot, context: Context, file: OpenFile) -> None:
    opened(file)
    opened(file, employer=FOREMAN)
    screen = _screen(qtbot, context)
    model = screen.list.table.view.model()
    rows = [[model.index(row, column).data() for column in range(4)] for row in range(2)]
    assert rows == [
        ["Прораб =Виктор <b>", "Foreman without papers", "", "1"],
        ["ТОО «Құрылыс Сервис»", "Company", "940140000385", "1"],
    ]
    languages.use("ru")
    assert model.index(1, 1).data() == "Компания"
    languages.use("en")


def test_enter_opens_the_card(qtbot: QtBot, context: Context, file: OpenFile, bus: Bus) -> None:
    case = opened(file)
    screen = _screen(qtbot, context)
    screen.list.table.select_row(0)
    QTest.keyClick(screen.list.table.view, Qt.Key.Key_Return)
    card = _card(screen)
    assert card.fields.employer() == COMPANY
    assert card.cases.view.model().index(0, 3).data() == "2 workers"
    with qtbot.waitSignal(bus.open_requested) as asked:
        card.cases.select_row(0)
        QTest.keyClick(card.cases.view, Qt.Key.Key_Return)
    assert asked.args == ["case", case.id]


def test_a_new_case_begins_with_this_employer(qtbot: QtBot, context: Context, file: OpenFile, bus: Bus) -> None:
    opened(file)
    screen = _screen(qtbot, context)
    employer_id = _id(file, "Құрылыс")
    screen.open_item(employer_id)
    with qtbot.waitSignal(bus.open_requested) as asked:
        _card(screen).case_button.click()
    assert asked.args == ["new_case", employer_id]


def test_corrections_are_saved(qtbot: QtBot, context: Context, file: OpenFile, bus: Bus) -> None:
    opened(file)
    screen = _screen(qtbot, context)
    employer_id = _id(file, "Құрылыс")
    screen.open_item(employer_id)
    card = _card(screen)
    card.fields.set_values(address="Алматы, Абай даңғылы, 10", head_name="Ахметов С.")
    with qtbot.waitSignals([bus.data_changed, bus.said]):
        card.save_button.click()
    assert not screen.unsaved()
    saved = employers.card(file, employer_id).employer
    assert (saved.address, saved.head_name) == ("Алматы, Абай даңғылы, 10", "Ахметов С.")


@pytest.mark.parametrize(("field", "typed"), [("name", ""), ("bin_iin", "940140000384"), ("address", "ы" * 301)])
def test_a_problem_stands_beside_its_field_and_nothing_typed_is_lost(
    qtbot: QtBot, context: Context, file: OpenFile, field: str, typed: str
) -> None:
    opened(file)
    screen = _screen(qtbot, context)
    employer_id = _id(file, "Құрылыс")
    screen.open_item(employer_id)
    card = _card(screen)
    entry: Any = card.fields.field(field).entry
    entry.setText(typed)
    card.save()
    assert card.fields.field(field).problem
    assert entry.text() == typed
    assert employers.card(file, employer_id).employer == COMPANY
