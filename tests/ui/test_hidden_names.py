"""With names hidden, no page, card, tab or dialog shows anybody's name, phone, number or note."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.domain.cases import CaseChange, MoneyEntry, MoneyKind
from desktop_app.domain.file_settings import FileSettings
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.services import cases, employers, letters, money, people, settings_of_file
from desktop_app.services.files import OpenFile
from desktop_app.ui.background import InlineBackground
from desktop_app.ui.bus import Bus
from desktop_app.ui.common import blur
from desktop_app.ui.common.fields import NoteField
from desktop_app.ui.letters.page_view import PageView
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages import PAGES
from tests.ui.cases.crew import TODAY, log_case
from tests.ui.forms_to_type_in import FORMS

CANARIES = ("Қанарейкина", "Канарейкин", "Canarybird", "7776665", "880101300123", "Kanarenvogel")
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TIREK_TODAY", TODAY)
    yield
    blur.hide_names(False)


@pytest.fixture
def window(qtbot: QtBot, background: InlineBackground, bus: Bus, file: OpenFile) -> Iterator[MainWindow]:
    log_case(file, ("Қанарейкина Нодира", "Canarybird Ivan"))
    person = people.card(file, 1)
    people.save(file, 1, replace(person.person, phone="+7 701 777 66 65", iin="880101300123"))
    employer = employers.card(file, 1).employer
    employers.save(file, 1, replace(employer, name="ИП Канарейкин", head_name="Канарейкин", phone="+77017776665"))
    card = cases.card(file, 1)
    change = CaseChange(
        1, card.version, "", "", card.sector, card.channel, card.status, file.staff.id, date(2026, 11, 22),
        "Call Canarybird", "Kanarenvogel",
    )  # fmt: skip
    cases.change(file, change)
    money.record(file, 1, (MoneyEntry(1, MoneyKind.RECEIVED, Decimal(10), date(2026, 11, 20), "Kanarenvogel"),))
    made = MainWindow(background, bus, remembers=False)
    qtbot.addWidget(made)
    made.show()
    made.enter(file)
    yield made
    made.sign_out()


def words_on_screen() -> Iterator[str]:
    """Everything that can be read, or is told to a screen reader."""
    for window in QApplication.topLevelWidgets():
        for widget in (window, *window.findChildren(QWidget)):
            if widget.isVisible():
                yield widget.windowTitle()
                yield widget.toolTip()
                yield widget.accessibleName()
                yield from _words(widget)


def _words(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield widget.displayText()
    elif isinstance(widget, NoteField):
        yield "" if widget.covered else widget.toPlainText()
    elif isinstance(widget, QComboBox):
        yield widget.currentText()
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(at) for at in range(widget.count()))
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        model = widget.model()
        for row in range(model.rowCount()):
            for column in range(1 if isinstance(widget, QListView) else model.columnCount()):
                yield from (str(model.data(model.index(row, column), role) or "") for role in _ROLES)


def found() -> set[str]:
    """The canaries that can be read."""
    words = "\n".join(words_on_screen())
    digits = "".join(sign for sign in words if sign.isdigit() or sign == "\n")
    return {each for each in CANARIES if each in words or (each.isdigit() and each in digits)}


@pytest.mark.parametrize("folder", [page.folder for page in PAGES])
def test_no_page_shows_a_name(window: MainWindow, folder: str) -> None:
    assert window.workspace is not None
    window.workspace.page(folder)
    blur.hide_names(True)
    assert found() == set()


@pytest.mark.parametrize("kind", ["case", "person", "employer"])
@pytest.mark.parametrize("first", [True, False], ids=["hidden before", "hidden after"])
def test_no_card_shows_a_name_on_any_tab(window: MainWindow, bus: Bus, kind: str, first: bool) -> None:
    blur.hide_names(first)
    bus.open_requested.emit(kind, 1)
    if not first:
        assert found()
    blur.hide_names(True)
    seen: set[str] = set()
    for tabs in [each for each in window.findChildren(QTabBar) if each.isVisible()]:
        for at in range(tabs.count()):
            tabs.setCurrentIndex(at)
            seen |= found()
    assert seen | found() == set()


@pytest.mark.parametrize("name", ["case:1:money", "case:1:letter", "case:1:wages:2", "case:1:details"])
def test_no_form_shows_a_name(window: MainWindow, name: str) -> None:
    assert window.workspace is not None
    blur.hide_names(True)
    FORMS[name](window.workspace)
    assert found() == set()


def test_a_new_case_shows_only_the_row_that_is_typed_into(window: MainWindow) -> None:
    assert window.workspace is not None
    blur.hide_names(True)
    FORMS["new_case:0"](window.workspace)
    words = "\n".join(words_on_screen())
    assert "Назаров" not in words
    blur.hide_names(False)
    assert "Назаров" in "\n".join(words_on_screen())


def test_of_what_the_search_found_only_the_chosen_one_is_shown(window: MainWindow) -> None:
    assert window.workspace is not None
    search = window.workspace.bar.search
    blur.hide_names(True)
    search.setFocus()
    search.setText("anar")
    search._on_pause()
    texts = [search.popup.list.item(at).text() for at in range(search.popup.list.count())]
    assert len([text for text in texts if text != blur.COVER]) <= 1


def test_ctrl_shift_h_hides_and_shows(window: MainWindow, qtbot: QtBot) -> None:
    assert window.workspace is not None
    button = window.workspace.bar.names
    assert button.shortcut().toString() == "Ctrl+Shift+H"
    button.click()
    assert blur.names_hidden()
    assert button.isChecked()
    button.click()
    assert not blur.names_hidden()


@pytest.mark.parametrize("hidden", [True, False])
def test_the_centre_decides_how_it_begins(window: MainWindow, file: OpenFile, hidden: bool) -> None:
    settings_of_file.save(file, FileSettings(hide_names=hidden))
    window.enter(file)
    assert blur.names_hidden() is hidden


def test_a_picture_of_the_screen_is_another(window: MainWindow, bus: Bus) -> None:
    bus.open_requested.emit("person", 1)
    before = window.grab().toImage()
    blur.hide_names(True)
    hidden = window.grab().toImage()
    assert hidden != before
    blur.hide_names(False)
    assert window.grab().toImage() == before


def test_the_page_of_a_letter_shows_itself_only_while_it_is_held(
    window: MainWindow, bus: Bus, file: OpenFile, qtbot: QtBot
) -> None:
    request = LetterRequest(
        1, "employer_claim", LetterLanguage.RU, date(2026, 11, 21), date(2026, 12, 1), file.staff.id, (2,)
    )
    letters.create(file, request)
    bus.open_requested.emit("letter", 1)
    view = window.findChildren(PageView)[-1]
    paper = view._paper
    drawn = paper.grab().toImage()
    blur.hide_names(True)
    hidden = paper.grab().toImage()
    assert hidden != drawn
    qtbot.mousePress(paper, Qt.MouseButton.LeftButton)
    assert paper.grab().toImage() == drawn
    qtbot.mouseRelease(paper, Qt.MouseButton.LeftButton)
    assert paper.grab().toImage() == hidden
