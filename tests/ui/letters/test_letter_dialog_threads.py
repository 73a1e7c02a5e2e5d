"""The letter dialog on the real worker: the window stays alive while many letters are made, and Cancel stops them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app import settings
from desktop_app.services import cases, complaints, letter_drafts, letters
from desktop_app.services.files import OpenFile
from desktop_app.ui.background import Background
from desktop_app.ui.bus import Bus
from desktop_app.ui.context import Context
from desktop_app.ui.letters.letter_dialog import LetterDialog
from tests.ui.cases.crew import log_case

_FIRST = ("Юсуп", "Карим", "Рахим", "Салим", "Азиз")
_SECOND = ("Равшан", "Дилшод", "Жасур")
_LONG_MS = 60_000


@pytest.fixture
def dialog(qtbot: QtBot, file: OpenFile, bus: Bus) -> Iterator[LetterDialog]:
    log_case(file, tuple(f"{first}ов {second}" for first in _FIRST for second in _SECOND))
    background, parent = Background(bus), QWidget()
    parent.resize(1280, 800)
    qtbot.addWidget(parent)
    counted = complaints.calculations(file, 1, settings.today())
    made = LetterDialog(Context(file, background, bus), cases.card(file, 1), counted, parent)
    made.open()
    qtbot.waitUntil(lambda: made.view.count > 0, timeout=_LONG_MS)
    made.letter.apart.setChecked(True)
    yield made
    background.close()


def test_many_letters_are_stopped_on_the_way_and_none_is_made(
    qtbot: QtBot, dialog: LetterDialog, file: OpenFile
) -> None:
    dialog.make()
    assert dialog.making.isVisible()
    qtbot.waitUntil(lambda: dialog.making.bar.maximum() == len(_FIRST) * len(_SECOND), timeout=_LONG_MS)
    dialog.leave()
    qtbot.waitUntil(lambda: not dialog.making.is_working, timeout=_LONG_MS)
    assert dialog.isVisible()
    assert dialog.make_button.isEnabled()
    assert not letters.page(file, "", None, 10)
    assert dialog.letter.apart.isChecked()


def test_many_letters_are_made_in_one_go(qtbot: QtBot, dialog: LetterDialog, file: OpenFile, bus: Bus) -> None:
    with qtbot.waitSignal(bus.open_requested, timeout=_LONG_MS):
        dialog.make()
    assert len(letters.page(file, "", None, 100)) == len(_FIRST) * len(_SECOND)


def test_keeping_twice_at_once_makes_one_draft(qtbot: QtBot, dialog: LetterDialog, file: OpenFile) -> None:
    dialog.keep_button.click()
    dialog.keep_button.click()
    assert not dialog.make_button.isEnabled(), "the letter would be made beside its draft"
    qtbot.waitUntil(dialog.make_button.isEnabled, timeout=_LONG_MS)
    assert len(letter_drafts.of_case(file, 1)) == 1


def test_no_drawing_of_an_older_wish_comes_after_a_refusal(qtbot: QtBot, dialog: LetterDialog) -> None:
    answered: list[object] = []
    with qtbot.assertNotEmitted(dialog.view.drawn):
        dialog.draw()
        dialog.crew.choose(())
        dialog.draw()
        dialog._context.background.run(list, owner=dialog, on_done=answered.append)
        qtbot.waitUntil(lambda: bool(answered), timeout=_LONG_MS)
