"""The tab Letters of a case: drafts on top, states, and a letter made by keys alone."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.domain.letter_json import DraftRow, Wanted
from desktop_app.domain.letters import LetterLanguage, LetterRequest, LetterRow
from desktop_app.services import letter_drafts, letters
from desktop_app.services.files import OpenFile
from desktop_app.ui.bus import Bus
from desktop_app.ui.cases.screen import Screen
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.context import Context
from desktop_app.ui.letters import letter_calls
from desktop_app.ui.letters.letter_dialog import LetterDialog
from tests.ui.cases.crew import log_case

ON, PAY_BY = date(2026, 11, 21), date(2026, 12, 1)


def request(file: OpenFile) -> LetterRequest:
    return LetterRequest(1, "employer_claim", LetterLanguage.RU, ON, PAY_BY, file.staff.id)


@pytest.fixture
def screen(qtbot: QtBot, context: Context, file: OpenFile, bus: Bus) -> Screen:
    log_case(file)
    letters.create(file, request(file))
    letter_drafts.keep(file, Wanted(request(file)))
    made = Screen(context)
    qtbot.addWidget(made)
    bus.data_changed.connect(lambda _kinds: made.refresh())
    made.resize(1100, 700)
    made.show()
    made.open_item(1)
    made.case.tabs.setCurrentWidget(made.case.letters)
    return made


def rows(screen: Screen) -> tuple[object, ...]:
    return screen.case.letters.table.rows


def dialog_of(screen: Screen) -> LetterDialog:
    (found,) = [each for each in screen.findChildren(LetterDialog) if each.isVisible()]
    return found


def test_drafts_stand_on_top_of_letters(screen: Screen) -> None:
    draft, letter = rows(screen)
    assert isinstance(draft, DraftRow)
    assert isinstance(letter, LetterRow)
    assert letter.number == "2026/1"


def test_enter_goes_on_with_a_draft_and_opens_a_letter(screen: Screen, qtbot: QtBot, bus: Bus) -> None:
    table = screen.case.letters.table
    table.select_row(0)
    qtbot.keyClick(table.view, Qt.Key.Key_Return)
    dialog = dialog_of(screen)
    assert dialog.form.value("language") == LetterLanguage.RU
    dialog.reject()
    table.select_row(1)
    with qtbot.waitSignal(bus.open_requested) as opened:
        qtbot.keyClick(table.view, Qt.Key.Key_Return)
    assert opened.args == ["letter", 1]


def test_a_draft_is_removed_after_a_question_and_a_letter_never(screen: Screen, qtbot: QtBot, file: OpenFile) -> None:
    table = screen.case.letters.table
    table.select_row(1)
    assert not screen.case.letters.remove_button.isEnabled()
    assert screen.case.letters.remove() is None
    table.select_row(0)
    qtbot.keyClick(table.view, Qt.Key.Key_Delete)
    (question,) = [each for each in screen.case.letters.findChildren(Dialog) if each.isVisible()]
    assert letter_drafts.of_case(file, 1)
    question.accept()
    assert not letter_drafts.of_case(file, 1)
    assert [row.number for row in rows(screen) if isinstance(row, LetterRow)] == ["2026/1"]


def test_the_draft_that_was_asked_about_goes_also_when_the_list_was_read_again(screen: Screen, file: OpenFile) -> None:
    tab = screen.case.letters
    tab.table.select_row(0)
    question = tab.remove()
    assert question is not None
    (asked,) = letter_drafts.of_case(file, 1)
    newer = letter_drafts.keep(file, letter_drafts.one(file, asked.id).wanted).id
    tab._on_read(letter_calls.of_case(file, 1))
    question.accept()
    assert [row.id for row in letter_drafts.of_case(file, 1)] == [newer]


def test_a_form_that_was_left_behind_leads_to_its_draft(screen: Screen) -> None:
    screen.case.letters._on_letter_wanted("case:1:letter:1")
    dialog = dialog_of(screen)
    assert dialog.form.value("language") == LetterLanguage.RU
    dialog.reject()
    screen.case.letters._on_letter_wanted("case:1:letter")
    assert dialog_of(screen).form.value("language") == LetterLanguage.KK
    dialog_of(screen).reject()


def test_a_letter_is_made_by_keys_alone(screen: Screen, qtbot: QtBot, file: OpenFile) -> None:
    screen.case.letter_button.click()
    dialog = dialog_of(screen)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    order: list[object] = []
    dialog.form.field("kind").entry.setFocus()  # type: ignore[attr-defined]  # a choice
    for _step in range(40):
        order.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    names = [dialog.form.field(name).entry for name in ("kind", "language", "signer_id", "on", "pay_by")]
    assert order[:5] == names
    assert order[5] is dialog.crew
    reached = (dialog.letter.apart, dialog.letter.with_copy, dialog.view, dialog.keep_button, dialog.make_button)
    assert set(reached) <= set(order)
    dialog.crew.setFocus()
    qtbot.keyClick(dialog.crew, Qt.Key.Key_Space)
    assert len(dialog.crew.chosen()) == 2
    qtbot.keyClick(dialog, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    dialog.text.list.setFocus()
    qtbot.keyClick(dialog.text.list, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.text.list, Qt.Key.Key_Return)
    field = dialog.text.words.fields["kk"]
    assert QApplication.focusWidget() is field
    qtbot.keyClicks(field, "X")
    assert dialog.text.edits.changed
    dialog.make()
    assert letters.row(file, 2).workers == 2
