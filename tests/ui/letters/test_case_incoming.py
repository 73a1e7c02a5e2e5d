"""The papers that came in for a case, below its letters: read, opened, registered, by keys alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.domain.posting import NewIncoming
from desktop_app.i18n import LANGUAGES
from desktop_app.services import incoming
from desktop_app.services.files import OpenFile
from desktop_app.ui.bus import Bus
from desktop_app.ui.cases.screen import Screen
from desktop_app.ui.common import languages
from desktop_app.ui.context import Context
from desktop_app.ui.letters.case_incoming import CaseIncoming
from desktop_app.ui.letters.incoming_dialog import IncomingDialog
from tests.ui.cases.crew import LLP, log_case
from tests.ui.fit import cut_texts
from tests.ui.letters.posted import ON, complaint


@pytest.fixture
def screen(qtbot: QtBot, context: Context, file: OpenFile, bus: Bus) -> Iterator[Screen]:
    log_case(file)
    made = Screen(context)
    qtbot.addWidget(made)
    bus.data_changed.connect(lambda _kinds: made.refresh())
    made.resize(850, 560)
    made.show()
    made.open_item(1)
    made.case.tabs.setCurrentWidget(made.case.letters)
    yield made
    for dialog in made.findChildren(IncomingDialog):
        dialog.reject()


@pytest.fixture
def papers(screen: Screen) -> CaseIncoming:
    return screen.case.letters.incoming


def answered(file: OpenFile, screen: Screen) -> int:
    """An answer of the inspection to a complaint of the case."""
    letter = complaint(file, logged=False)
    new = NewIncoming(1, ON, "Инспекция труда", about="Проверка назначена", letter_id=letter, answer="granted")
    added = incoming.register(file, new).id
    screen.refresh()
    return added


def cells(papers: CaseIncoming, row: int = 0) -> list[str]:
    model = papers.table.view.model()
    return [model.data(model.index(row, column)) for column in range(model.columnCount())]


def dialog_of(papers: CaseIncoming) -> IncomingDialog:
    (found,) = [each for each in papers.findChildren(IncomingDialog) if each.isVisible()]
    return found


def test_without_papers_it_says_what_to_register(papers: CaseIncoming) -> None:
    assert papers.hint.isVisible()
    assert "Register each answer here" in papers.hint.text()


def test_the_letters_have_most_of_the_room(papers: CaseIncoming, screen: Screen, file: OpenFile) -> None:
    tab = screen.case.letters
    QApplication.processEvents()
    assert papers.height() <= 100 < tab.table.height()
    answered(file, screen)
    QApplication.processEvents()
    assert papers.table.isVisible()
    assert not papers.hint.isVisible()
    assert tab.table.height() > papers.height() > 100


def test_the_room_that_was_given_by_hand_stays(papers: CaseIncoming, screen: Screen, file: OpenFile) -> None:
    parts = screen.case.letters.parts
    answered(file, screen)
    QApplication.processEvents()
    parts.setSizes([140, 200])
    given = parts.sizes()
    screen.refresh()
    QApplication.processEvents()
    assert parts.sizes() == given


def test_a_paper_is_told_with_number_day_sender_and_what_it_answers(
    papers: CaseIncoming, screen: Screen, file: OpenFile
) -> None:
    answered(file, screen)
    assert cells(papers) == ["2026/1", "21.11.2026", "Инспекция труда", "Проверка назначена", "2026/1"]


def test_papers_of_another_case_stay_there(papers: CaseIncoming, screen: Screen, file: OpenFile) -> None:
    answered(file, screen)
    log_case(file, ("Ким Алексей",))
    screen.open_item(2)
    assert papers.table.rows == ()


def test_enter_opens_a_paper_to_be_corrected(
    papers: CaseIncoming, screen: Screen, file: OpenFile, qtbot: QtBot
) -> None:
    answered(file, screen)
    papers.table.select_row(0)
    qtbot.keyClick(papers.table.view, Qt.Key.Key_Return)
    dialog = dialog_of(papers)
    assert dialog.form.value("sender") == "Инспекция труда"
    dialog.form.set_values(sender=LLP.name)
    dialog.save()
    assert cells(papers)[2] == LLP.name


def test_a_paper_of_this_case_is_registered_by_keys(papers: CaseIncoming, screen: Screen, qtbot: QtBot) -> None:
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.case.letters.table.setFocus()
    for _step in range(10):
        if QApplication.focusWidget() is papers.register_button:
            break
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is papers.register_button
    qtbot.keyClick(papers.register_button, Qt.Key.Key_Space)
    dialog = dialog_of(papers)
    assert "2026-0001" in dialog.head.text()
    dialog.form.set_values(sender="Акимат")
    dialog.save()
    assert [row.sender for row in papers.table.rows] == ["Акимат"]


@pytest.mark.parametrize("full", [False, True], ids=["empty", "full"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_cut_off(
    papers: CaseIncoming, screen: Screen, file: OpenFile, qtbot: QtBot, language: str, full: bool
) -> None:
    languages.use(language)
    if full:
        answered(file, screen)
    screen.refresh()
    qtbot.waitUntil(lambda: not cut_texts(screen))
    assert papers.isVisible()
