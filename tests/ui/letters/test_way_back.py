"""From a letter back to where it was asked for: the tab of its case, or the list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.errors import AppError
from desktop_app.services.files import OpenFile
from desktop_app.ui.bus import Bus
from desktop_app.ui.cases.screen import Screen as CaseScreen
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.context import Context
from desktop_app.ui.letters.screen import Screen
from desktop_app.ui.workspace import Workspace
from tests.ui.letters.posted import claim


@pytest.fixture
def workspace(qtbot: QtBot, context: Context, file: OpenFile) -> Workspace:
    claim(file, with_copy=True)
    made = Workspace(context)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def front(workspace: Workspace) -> QWidget:
    screens = [*workspace.findChildren(Screen), *workspace.findChildren(CaseScreen)]
    (shown,) = (each for each in screens if each.isVisible())
    return shown


def from_case(workspace: Workspace, bus: Bus) -> Screen:
    """A letter opened in the tab of its case."""
    bus.open_requested.emit("case", 1)
    cases = front(workspace)
    assert isinstance(cases, CaseScreen)
    cases.case.tabs.setCurrentWidget(cases.case.letters)
    cases.case.letters.table.select_row(1)
    cases.case.letters.open_button.click()
    letters = front(workspace)
    assert isinstance(letters, Screen)
    return letters


@pytest.mark.parametrize("by_key", [True, False], ids=["Esc", "button"])
def test_back_to_the_tab_of_the_case(qtbot: QtBot, workspace: Workspace, bus: Bus, by_key: bool) -> None:
    letters = from_case(workspace, bus)
    assert letters.letter.back_button.text() == "Back"
    if by_key:
        qtbot.keyClick(letters.letter.view, Qt.Key.Key_Escape)
    else:
        letters.letter.back_button.click()
    cases = front(workspace)
    assert isinstance(cases, CaseScreen)
    assert cases.case.isVisible()
    assert cases.case.tabs.currentWidget() is cases.case.letters
    assert cases.case.letters.table.view.hasFocus()


def test_from_the_reading_copy_too(workspace: Workspace, bus: Bus) -> None:
    letters = from_case(workspace, bus)
    letters.letter.copy_button.click()
    letters.letter.back_button.click()
    assert isinstance(front(workspace), CaseScreen)


def test_from_a_letter_of_the_list_to_the_list(workspace: Workspace, bus: Bus) -> None:
    letters = from_case(workspace, bus)
    letters.letter.back_button.click()
    workspace.page("letters")
    assert letters.lists.isVisible()
    letters.list.opened.emit(letters.list.table.rows[0].id)
    assert letters.letter.back_button.text() == "Back to the list"
    letters.letter.back_button.click()
    assert letters.lists.isVisible()


def test_who_went_on_by_the_rail_goes_to_the_list(workspace: Workspace, bus: Bus) -> None:
    letters = from_case(workspace, bus)
    workspace.rail.chosen.emit(0)
    workspace.rail.chosen.emit(5)
    assert letters.letter.isVisible()
    letters.letter.back_button.click()
    assert front(workspace) is letters
    assert letters.lists.isVisible()


def test_after_a_letter_of_the_list_one_of_a_case_leads_back_to_the_case(workspace: Workspace, bus: Bus) -> None:
    letters = workspace.page("letters")
    assert isinstance(letters, Screen)
    letters.list.opened.emit(letters.list.table.rows[0].id)
    again = from_case(workspace, bus)
    assert again is letters
    letters.letter.back_button.click()
    assert isinstance(front(workspace), CaseScreen)


def test_a_letter_found_on_the_page_of_letters_itself_leads_to_the_list(workspace: Workspace, bus: Bus) -> None:
    bus.open_requested.emit("case", 1)
    bus.open_requested.emit("letter", 0)
    letters = front(workspace)
    assert isinstance(letters, Screen)
    bus.open_requested.emit("letter", letters.list.table.rows[0].id)
    letters.letter.back_button.click()
    assert front(workspace) is letters
    assert letters.lists.isVisible()


@pytest.mark.parametrize("from_list", [True, False], ids=["list", "case"])
def test_a_letter_that_cannot_be_opened_leads_back_and_says_why(
    workspace: Workspace, bus: Bus, monkeypatch: pytest.MonkeyPatch, from_list: bool
) -> None:
    def refuse(*_arguments: object) -> None:
        raise AppError("Sealed")

    monkeypatch.setattr("desktop_app.ui.letters.stored_calls.stored", refuse)
    if from_list:
        screen = workspace.page("letters")
        assert isinstance(screen, Screen)
        screen.list.opened.emit(1)
        assert screen.lists.isVisible()
    else:
        bus.open_requested.emit("case", 1)
        cases = front(workspace)
        assert isinstance(cases, CaseScreen)
        cases.case.tabs.setCurrentWidget(cases.case.letters)
        cases.case.letters.table.select_row(1)
        cases.case.letters.open_button.click()
        assert cases.case.isVisible()
    (told,) = (each for each in workspace.findChildren(Dialog) if each.isVisible())
    told.accept()
