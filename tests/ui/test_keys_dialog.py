"""The list of keys: every line is read whole."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.i18n import LANGUAGES
from desktop_app.ui.common import languages
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.keys_dialog import KeysDialog


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_line_is_cut(qtbot: QtBot, lang: str) -> None:
    languages.use(lang)
    dialog = KeysDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    lines = [each for each in dialog.findChildren(PlainLabel) if each.wordWrap()]
    assert len(lines) > 10
    assert [each.text() for each in lines if each.height() < each.heightForWidth(each.width())] == []
    assert dialog.height() <= 700  # the smallest window
    languages.use("en")


def test_the_keys_of_letters_and_of_tabs_are_told(qtbot: QtBot) -> None:
    dialog = KeysDialog()
    qtbot.addWidget(dialog)
    told = {each.text() for each in dialog.findChildren(PlainLabel)}
    assert {"Ctrl+L", "Ctrl+D", "Ctrl+P", "Ctrl+E", "Ctrl+R", "Alt+1, Alt+2 …"} <= told
