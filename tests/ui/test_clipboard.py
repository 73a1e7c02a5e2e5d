from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.ui.clipboard import HINTS, SECONDS, ClipboardWatch
from desktop_app.ui.common.fields import NoteField
from desktop_app.ui.common.text_field import TextField
from tests.architecture import sources

NAME = "Нодира Юсупова"


class Owner:
    """Whose the clipboard is; a window system without a screen does not know."""

    def __init__(self) -> None:
        self.ours = True

    def __call__(self, mode: QClipboard.Mode) -> bool:
        return self.ours and mode == QClipboard.Mode.Clipboard


@pytest.fixture
def owner() -> Owner:
    return Owner()


@pytest.fixture
def clipboard(qtbot: QtBot) -> Iterator[QClipboard]:
    found = QGuiApplication.clipboard()
    found.clear()
    yield found
    found.clear()


@pytest.fixture
def watch(clipboard: QClipboard, owner: Owner) -> ClipboardWatch:
    return ClipboardWatch(None, owns=owner)


def _timer(watch: ClipboardWatch) -> QTimer:
    return next(each for each in watch.findChildren(QTimer) if each.interval() == SECONDS * 1000)


@pytest.mark.parametrize("kind", [TextField, NoteField])
def test_what_a_field_copies_is_marked_and_goes_after_fifteen_seconds(
    watch: ClipboardWatch, clipboard: QClipboard, qtbot: QtBot, kind: type[TextField]
) -> None:
    field = kind()
    qtbot.addWidget(field)
    field.set_value(NAME)
    field.selectAll()
    field.copy()
    qtbot.waitUntil(lambda: _timer(watch).isActive())
    assert clipboard.text() == NAME
    assert {kind: clipboard.mimeData().data(kind).data() for kind in HINTS} == HINTS
    assert SECONDS == 15
    _timer(watch).timeout.emit()
    assert clipboard.text() == ""


def test_what_another_program_copied_is_left_alone(
    watch: ClipboardWatch, clipboard: QClipboard, owner: Owner, qtbot: QtBot
) -> None:
    clipboard.setText(NAME)
    qtbot.waitUntil(lambda: _timer(watch).isActive())
    owner.ours = False
    clipboard.setText("of another program")
    assert not _timer(watch).isActive()
    watch.clear()
    assert clipboard.text() == "of another program"


def test_each_copy_has_its_own_fifteen_seconds(watch: ClipboardWatch, clipboard: QClipboard, qtbot: QtBot) -> None:
    clipboard.setText(NAME)
    qtbot.waitUntil(lambda: _timer(watch).isActive())
    _timer(watch).stop()
    clipboard.setText("another")
    qtbot.waitUntil(lambda: _timer(watch).isActive())
    assert clipboard.text() == "another"


def test_the_lock_does_not_wait(watch: ClipboardWatch, clipboard: QClipboard) -> None:
    clipboard.setText(NAME)
    watch.clear()
    assert clipboard.text() == ""
    assert not any(timer.isActive() for timer in watch.findChildren(QTimer))


_PROGRAM = f"""
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit
from desktop_app.ui import clipboard
clipboard.SECONDS = 0.3
application = QApplication([])
watch = clipboard.ClipboardWatch(application)
board = application.clipboard()
field = QLineEdit("{NAME}")
field.show()
field.selectAll()
field.copy()
told = []
QTimer.singleShot(150, lambda: told.append((board.text(), set(clipboard.HINTS) <= set(board.mimeData().formats()))))
QTimer.singleShot(900, lambda: (told.append((board.text(), board.ownsClipboard())), application.quit()))
application.exec()
assert told == [("{NAME}", True), ("", False)], told
field.selectAll()
field.copy()
watch.clear()
assert not board.text(), board.text()
assert not board.text(board.Mode.Selection)
"""
_XVFB = shutil.which("xvfb-run") or ""


@pytest.mark.window
@pytest.mark.skipif(not _XVFB, reason="no X server without a screen on this computer")
def test_on_a_real_clipboard() -> None:
    done = subprocess.run(
        [_XVFB, "-a", sys.executable, "-c", _PROGRAM],
        cwd=sources.ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr


def test_a_field_of_passwords_copies_nothing(watch: ClipboardWatch, clipboard: QClipboard, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setText(NAME)
    field.selectAll()
    field.copy()
    assert clipboard.text() == ""
