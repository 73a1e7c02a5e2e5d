"""Noting that a letter left: what is wrong can be read whole at once."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.i18n import LANGUAGES
from desktop_app.services import letters
from desktop_app.services.files import OpenFile
from desktop_app.ui.common import languages
from desktop_app.ui.context import Context
from desktop_app.ui.letters.sending_dialog import SendingDialog
from tests.ui.fit import cut_texts
from tests.ui.letters.posted import claim


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_day_is_explained_without_a_cut_word(
    context: Context, file: OpenFile, qtbot: QtBot, language: str
) -> None:
    languages.use(language)
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = SendingDialog(context, letters.row(file, claim(file)), parent)
    dialog.open()
    qtbot.waitUntil(lambda: not cut_texts(dialog))
    dialog.form.field("on").entry.setText("31.02.2026")  # type: ignore[attr-defined]  # a date field
    dialog.button.click()
    QApplication.sendPostedEvents()
    assert dialog.form.field("on").problem
    assert not cut_texts(dialog)
    dialog.reject()
