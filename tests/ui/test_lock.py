"""What is seen and what can be reached from the moment the window is locked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QFileDialog, QMenu, QMessageBox, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.errors import Message
from desktop_app.services.files import OpenFile
from desktop_app.ui.background import InlineBackground
from desktop_app.ui.bus import Bus
from desktop_app.ui.common.dialogs import tell
from desktop_app.ui.common.file_choice import choose_to_open, choose_to_save
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.search_box import Hit
from tests import factories


@pytest.fixture
def window(qtbot: QtBot, background: InlineBackground, bus: Bus, file: OpenFile) -> MainWindow:
    made = MainWindow(background, bus, remembers=False)
    qtbot.addWidget(made)
    made.show()
    made.enter(file)
    return made


def unlock(window: MainWindow, password: str = factories.PASSWORD) -> None:
    lock = window.lock_screen
    assert lock is not None
    lock.password.set_value(password)
    lock.unlock()


def seen(window: MainWindow) -> list[QWidget]:
    """Everything on screen that is neither the window nor part of its lock."""
    lock = window.lock_screen
    assert lock is not None
    own = [each for each in window.findChildren(QWidget) if each.isVisible()]
    others = [each for each in QApplication.topLevelWidgets() if each is not window and each.isVisible()]
    return [each for each in (*own, *others) if each is not lock and not lock.isAncestorOf(each)]


def _menu(parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.addAction("Open")
    menu.popup(parent.mapToGlobal(parent.rect().center()))
    return menu


def _choice(parent: QWidget) -> QComboBox:
    assert isinstance(parent, MainWindow)
    box = QComboBox(parent.workspace)
    box.addItems(["one", "two"])
    box.show()
    box.showPopup()
    return box


def _above_another(parent: QWidget) -> QWidget:
    return tell(tell(parent, "Cases", Message("One")), "Cases", Message("Two"))


def _of_no_window(parent: QWidget) -> QWidget:
    return tell(None, "Cases", Message("Of no window"))


def _box(parent: QWidget) -> QWidget:
    box = QMessageBox(QMessageBox.Icon.Warning, "Cases", "Open", parent=parent)
    box.open()
    return box


def _found(parent: QWidget) -> QWidget:
    assert isinstance(parent, MainWindow)
    assert parent.workspace is not None
    search = parent.workspace.bar.search
    search.show_hits([Hit("person", 1, "Нодира", "user")])
    return search.popup


FLOATING: dict[str, Callable[[QWidget], QWidget]] = {
    "menu": _menu,
    "opened choice": _choice,
    "found people": _found,
    "dialog above another": _above_another,
    "dialog of no window": _of_no_window,
    "message box": _box,
    "open a file": lambda parent: choose_to_open(parent, "Open", Path.home(), ".tirek", print),
    "save a file": lambda parent: choose_to_save(parent, "Save", Path.home() / "a.pdf", ".pdf", print),
}


@pytest.mark.parametrize("name", FLOATING)
def test_nothing_is_left_on_screen_whatever_floated_above_it(name: str, window: MainWindow, qtbot: QtBot) -> None:
    floating = FLOATING[name](window)
    qtbot.waitUntil(floating.isVisible)
    window.lock()
    assert seen(window) == []
    unlock(window)
    assert window.lock_screen is None
    while isinstance(floating, QDialog):
        assert floating.isVisible() != isinstance(floating, QFileDialog), "what was open is given back"
        above = floating.parent()
        floating.close()
        floating = above


def test_a_tool_tip_goes_too(window: MainWindow) -> None:
    QToolTip.showText(window.mapToGlobal(window.rect().center()), "Nodira", window)
    window.lock()
    assert seen(window) == []


def test_the_screens_ask_for_nothing_and_hear_nothing_while_the_file_rests(
    window: MainWindow, background: InlineBackground, qtbot: QtBot
) -> None:
    heard: list[str] = []
    window.lock()
    assert background.holds
    background.run(lambda: heard.append("called"), owner=window)
    assert heard == []
    unlock(window, "wrong")
    assert background.holds
    unlock(window)
    assert not background.holds
    assert heard == ["called"]


def test_nothing_that_waited_is_done_in_the_name_of_the_next_person(
    window: MainWindow, background: InlineBackground
) -> None:
    heard: list[str] = []
    window.lock()
    background.run(lambda: heard.append("called"), owner=window)
    window.sign_out()
    assert not background.holds
    assert heard == []
