"""Drafts of letters in the dialog: kept, gone on with, left, and never written over those of a colleague."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.letters import LetterLanguage
from desktop_app.services import letter_drafts, letters
from desktop_app.services.files import OpenFile
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.letters.letter_dialog import LetterDialog
from tests.ui.cases.crew import log_case
from tests.ui.letters.conftest import Begin


@pytest.fixture
def dialog(begin: Begin, file: OpenFile) -> LetterDialog:
    log_case(file)
    return begin()


def kept(file: OpenFile) -> int:
    return len(letter_drafts.of_case(file, 1))


def made(file: OpenFile) -> list[str]:
    return [row.number for row in letters.page(file, "", None, 100)]


def test_a_draft_is_kept_and_gone_on_with(begin: Begin, file: OpenFile) -> None:
    log_case(file)
    dialog = begin()
    dialog.form.set_values(language=LetterLanguage.RU, on=date(2026, 11, 20))
    dialog.crew.item(1).setCheckState(Qt.CheckState.Unchecked)
    dialog.letter.apart.setChecked(True)
    dialog.draw()
    dialog.text.list.setCurrentRow(1)
    dialog.text.words.fields["ru"].setPlainText("Свои слова")
    dialog.keep()
    (row,) = letter_drafts.of_case(file, 1)
    assert (row.kind, row.language, row.workers) == ("employer_claim", LetterLanguage.RU, 2)
    dialog.reject()
    again = begin(draft_id=row.id)
    assert again.form.value("language") == LetterLanguage.RU
    assert again.form.value("on") == date(2026, 11, 20)
    assert len(again.crew.chosen()) == 2
    assert again.letter.apart.isChecked()
    assert [each.text for each in again.text.edits.changed] == ["Свои слова"]
    again.form.set_values(language=LetterLanguage.KK)
    again.keep()
    again.keep()
    (row,) = letter_drafts.of_case(file, 1)
    assert (row.language, row.version) == (LetterLanguage.KK, 3)
    again.make()
    assert len(made(file)) == 2
    assert not kept(file)


def test_a_draft_needs_no_worker_yet_but_dates_that_are_dates(dialog: LetterDialog, file: OpenFile) -> None:
    for at in range(3):
        dialog.crew.item(at).setCheckState(Qt.CheckState.Unchecked)
    dialog.form.field("on").entry.setText("31.02.2026")  # type: ignore[attr-defined]  # a date field
    dialog.keep()
    assert not kept(file)
    assert dialog.form.field("on").problem
    dialog.form.set_values(on=date(2026, 11, 20))
    dialog.keep()
    assert kept(file) == 1


def test_a_kept_draft_is_left_without_a_question(dialog: LetterDialog, file: OpenFile) -> None:
    dialog.form.set_values(language=LetterLanguage.EN)
    dialog.leave()
    assert dialog.isVisible()
    for question in dialog.findChildren(Dialog):
        question.reject()
    dialog.keep()
    dialog.leave()
    assert not dialog.isVisible()
    assert kept(file) == 1


def test_what_a_colleague_wrote_stays_and_mine_becomes_a_draft_of_its_own(begin: Begin, file: OpenFile) -> None:
    log_case(file)
    begin().keep()
    mine, theirs = begin(draft_id=1), begin(draft_id=1)
    theirs.form.set_values(language=LetterLanguage.EN)
    theirs.keep()
    mine.form.set_values(language=LetterLanguage.RU)
    mine.keep()
    assert "colleague" in mine.form.note.label.text()
    mine.keep()
    assert {row.language for row in letter_drafts.of_case(file, 1)} == {LetterLanguage.EN, LetterLanguage.RU}


def test_a_draft_that_is_gone_says_so(begin: Begin, file: OpenFile) -> None:
    log_case(file)
    assert "not in the file any more" in begin(draft_id=7).view.hint.text()


def test_that_a_draft_is_kept_is_said_in_the_dialog_until_something_is_typed(dialog: LetterDialog) -> None:
    # The line of the window says it too, but the dialog stands in front of it.
    dialog.keep()
    assert dialog.told.isVisible()
    assert "kept" in dialog.told.text()
    dialog.form.set_values(on=date(2026, 11, 20))
    assert not dialog.told.isVisible()
