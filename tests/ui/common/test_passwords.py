"""Typing a password blindly: the layout and Caps Lock are told, whichever of the three layouts is on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.errors import Message
from desktop_app.ui.common import keyboard
from desktop_app.ui.common.passwords import PasswordField


@pytest.fixture
def field(qtbot: QtBot) -> PasswordField:
    made = PasswordField()
    qtbot.addWidget(made)
    made.resize(300, 32)
    made.show()
    return made


def _type(field: PasswordField, letter: str, *, shift: bool = False) -> list[Message | None]:
    heard: list[Message | None] = []
    field.hinted.connect(heard.append)
    keys = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, 0, keys, letter))
    field.hinted.disconnect(heard.append)
    return heard


@pytest.mark.parametrize(
    ("letters", "name", "hint"),
    [
        ("password", "ENG", ""),
        ("пароль", "РУС", "The keyboard writes Cyrillic letters."),
        ("құпиясөз", "ҚАЗ", "The keyboard writes Kazakh letters, also with the keys of the numbers."),
    ],
    ids=["en", "ru", "kk"],
)
def test_each_layout_is_named(field: PasswordField, letters: str, name: str, hint: str) -> None:
    for letter in letters:
        told = _type(field, letter)
    assert field.layout_name.isVisible()
    assert field.layout_name.text() == name
    assert [message.msgid if message is not None else "" for message in told] == [hint]
    assert field.value() == letters


@pytest.mark.parametrize(
    ("before", "letter", "after"),
    [
        ("", "a", "en"), ("", "ж", "ru"), ("", "қ", "kk"), ("kk", "ж", "kk"), ("ru", "қ", "kk"),
        ("kk", "a", "en"), ("en", "ж", "ru"), ("ru", "1", "ru"), ("", "ß", ""), ("en", "é", "en"),
    ],
    ids=str,
)  # fmt: skip
def test_what_a_letter_says_of_the_layout(before: str, letter: str, after: str) -> None:
    assert keyboard.layout_after(before, letter) == after


@pytest.mark.parametrize(
    ("letter", "shift", "caps"),
    [
        ("a", False, False), ("A", True, False), ("A", False, True),
        ("a", True, True), ("Қ", False, True), ("1", False, None),
    ],
    ids=str,
)  # fmt: skip
def test_what_a_letter_says_of_caps_lock(letter: str, shift: bool, caps: bool | None) -> None:
    assert keyboard.caps_by_letter(letter, shift=shift) is caps


@pytest.mark.parametrize(("state", "on"), [(0, False), (1, True), (-127, True), (-128, False)])
def test_what_windows_says_of_caps_lock(state: int, on: bool) -> None:
    assert keyboard.caps_by_state(state) is on


def test_caps_lock_is_told_with_the_letter(field: PasswordField) -> None:
    (told,) = _type(field, "A")
    assert told is not None
    assert told.msgid == "Caps Lock is on."


def test_what_the_system_tells_is_said_before_the_first_letter(
    field: PasswordField, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyboard, "layout_of_system", lambda: "kk")
    monkeypatch.setattr(keyboard, "caps_of_system", lambda: True)
    heard: list[Message | None] = []
    field.hinted.connect(heard.append)
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    field.setFocus()
    qtbot.waitUntil(lambda: field.layout_name.text() == "ҚАЗ")
    assert heard[-1] is not None
    assert heard[-1].msgid == "Caps Lock is on."


def test_the_system_names_no_layout_where_there_is_none(qapp: QApplication) -> None:
    assert keyboard.layout_of_system() in ("", "kk", "ru", "en")


def test_the_eye_shows_and_hides_and_nothing_covers_the_text(field: PasswordField) -> None:
    _type(field, "a")
    field.show_plainly()
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    assert field.textMargins().right() >= field.layout_name.width()
    assert field.layout_name.geometry().right() <= field.width()
