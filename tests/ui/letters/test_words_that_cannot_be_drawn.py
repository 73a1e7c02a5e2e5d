"""Words that no letter can show: they stay where they were typed, and can be mended there."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.domain.letters import LetterLanguage
from desktop_app.services.files import OpenFile
from desktop_app.ui.letters.letter_dialog import LetterDialog
from tests.ui.cases.crew import log_case
from tests.ui.letters.conftest import Begin

FACE = "\U0001f600"


@pytest.fixture
def dialog(begin: Begin, file: OpenFile) -> LetterDialog:
    log_case(file)
    dialog = begin()
    dialog.form.set_values(language=LetterLanguage.KK)
    dialog.draw()
    dialog.tabs.setCurrentWidget(dialog.text)
    dialog.text.list.setCurrentRow(1)
    dialog.text.words.go()
    return dialog


def test_the_paragraph_stays_to_be_mended(dialog: LetterDialog) -> None:
    field, places = dialog.text.words.fields["kk"], dialog.text.list.count()
    field.setPlainText(f"Өз сөзім {FACE}")
    dialog.draw()
    assert not dialog.view.count
    assert dialog.text.list.count() == places
    assert field.isVisible()
    assert field.toPlainText() == f"Өз сөзім {FACE}"
    assert QApplication.focusWidget() is field
    assert dialog.review.lines
    field.setPlainText("Өз сөзім")
    dialog.draw()
    assert dialog.view.count


def test_the_keys_go_to_the_list_when_there_are_no_words_any_more(dialog: LetterDialog) -> None:
    dialog.text.show_paragraphs(())
    assert not dialog.text.words.fields["kk"].isVisible()
    assert QApplication.focusWidget() is dialog.text.list
