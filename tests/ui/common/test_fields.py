from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.dates import PartialDate
from desktop_app.errors import AppError, Message
from desktop_app.i18n import language
from desktop_app.ui.common import languages
from desktop_app.ui.common.fields import AmountField, ChoiceBox, DateField, NoteField, PartialDateField, TextField
from desktop_app.ui.common.passwords import PasswordField


def test_a_text_too_long_is_refused_whole_and_what_stood_there_stays(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    field.set_value("Юсупов")
    refused: list[Message] = []
    field.refused.connect(refused.append)
    QApplication.clipboard().setText("Ж" * 1_000_000)
    field.paste()
    qtbot.waitUntil(lambda: field.text() == "Юсупов")
    assert refused[0].params == {"limit": 20_000}


def test_a_note_too_long_is_refused_whole_at_once(qtbot: QtBot) -> None:
    field = NoteField()
    qtbot.addWidget(field)
    field.set_value("first line")
    refused: list[Message] = []
    field.refused.connect(refused.append)
    paste = QMimeData()
    paste.setText("Ж" * 1_000_000)
    field.insertFromMimeData(paste)
    assert field.value() == "first line"
    assert len(refused) == 1


@pytest.mark.parametrize("hostile", ["=1+1", "<b>x</b>", "'\"`", "😀", "\u202eabc", "Ұлбосын Ўғлон қӣ"])
def test_hostile_text_stays_as_typed(qtbot: QtBot, hostile: str) -> None:
    for field in (TextField(), NoteField()):
        qtbot.addWidget(field)
        field.set_value(hostile)
        assert field.value() == hostile


def test_a_day_is_written_tidily_when_the_field_is_left(qtbot: QtBot) -> None:
    field = DateField()
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "2026-3-1")
    _leave(field)
    assert field.text() == "01.03.2026"
    assert field.value() == date(2026, 3, 1)


@pytest.mark.parametrize("typed", ["31.02.2026", "yesterday", "01.03.26"])
def test_a_day_that_is_none_is_kept_and_explained(qtbot: QtBot, typed: str) -> None:
    field = DateField()
    qtbot.addWidget(field)
    field.setText(typed)
    _leave(field)
    with pytest.raises(AppError):
        field.value()
    assert field.text() == typed


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("1987", PartialDate(1987)), ("5.1987", PartialDate(1987, 5)), ("20.05.1987", PartialDate(1987, 5, 20))],
)
def test_a_partial_date_stays_partial(qtbot: QtBot, typed: str, meant: PartialDate) -> None:
    field = PartialDateField()
    qtbot.addWidget(field)
    field.setText(typed)
    assert field.value() == meant
    field.set_value(meant)
    assert field.value() == meant


def test_an_amount_follows_the_language_and_stays_the_same_amount(qtbot: QtBot) -> None:
    field = AmountField()
    qtbot.addWidget(field)
    field.set_value(Decimal("1234567.5"))
    assert field.text() == "1,234,567.50"
    languages.use("ru")
    assert field.text() == "1\u00a0234\u00a0567,50"
    assert field.value() == Decimal("1234567.50")
    field.setText("abc")
    languages.use("kk")
    assert field.text() == "abc"


def test_empty_fields_have_no_value(qtbot: QtBot) -> None:
    for field in (DateField(), PartialDateField(), AmountField()):
        qtbot.addWidget(field)
        field.setText("  ")
        assert field.value() is None


def test_an_amount_in_another_language_is_not_typed(qtbot: QtBot) -> None:
    field = AmountField()
    qtbot.addWidget(field)
    languages.use("en")
    field.set_value(Decimal(1_000_000))
    changes: list[str] = []
    field.changed.connect(lambda: changes.append(field.text()))
    languages.use("ru")
    assert "," not in field.text()
    assert changes == []


def test_a_choice_keeps_its_code_through_the_languages(qtbot: QtBot) -> None:
    box = ChoiceBox(lambda: [("", ""), ("a", f"first {language()}"), ("b", f"second {language()}")])
    qtbot.addWidget(box)
    heard: list[str] = []
    box.changed.connect(lambda: heard.append(box.value()))
    box.set_value("b")
    languages.use("ru")
    assert box.value() == "b"
    assert box.currentText() == "second ru"
    assert heard == ["b"]


def test_a_password_is_taken_exactly_and_can_be_shown(qtbot: QtBot) -> None:
    field = PasswordField()
    qtbot.addWidget(field)
    field.set_value(" secret ")
    assert field.value() == " secret "
    assert field.displayText() != " secret "
    field._eye.click()
    assert field.displayText() == " secret "


@pytest.mark.parametrize(
    ("letter", "shift", "hint"),
    [
        ("a", False, None),
        ("A", True, None),
        ("A", False, "Caps Lock is on."),
        ("a", True, "Caps Lock is on."),
        ("Ж", False, "Caps Lock is on."),
        ("ж", False, "The keyboard writes Cyrillic letters."),
        ("1", False, "untouched"),
    ],
)
def test_caps_lock_and_the_wrong_layout_are_told(qtbot: QtBot, letter: str, shift: bool, hint: str | None) -> None:
    field = PasswordField()
    qtbot.addWidget(field)
    hints: list[str | None] = ["untouched"]
    field.hinted.connect(lambda message: hints.append(message and message.msgid))
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, modifier, letter))
    assert hints[-1] == hint
    assert field.value() == letter


def _leave(field: QWidget) -> None:
    QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusOut))
