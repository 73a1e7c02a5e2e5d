"""Hands of a user: keys, text and buttons by the words on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.bus import Bus
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.workspace import Workspace
from tests.ui.keyboard import type_text

_Found = TypeVar("_Found", bound=QWidget)


@dataclass(frozen=True)
class Desk:
    """A window and what one does in front of it."""

    window: MainWindow
    bus: Bus
    qtbot: QtBot

    @property
    def workspace(self) -> Workspace:
        """The workspace, which must be in front."""
        assert self.window.workspace is not None
        assert self.window.shown is self.window.workspace
        return self.window.workspace

    @property
    def front(self) -> QWidget:
        """The dialog that is open, else the window."""
        dialogs = [each for each in self.window.findChildren(QDialog) if each.isVisible()]
        return dialogs[-1] if dialogs else self.window

    def ctrl(self, key: Qt.Key) -> None:
        """Press Ctrl with a key, wherever the focus is."""
        self._click(key, Qt.KeyboardModifier.ControlModifier)

    def key(self, key: Qt.Key) -> None:
        """Press a key where the focus is."""
        self._click(key, Qt.KeyboardModifier.NoModifier)

    def write(self, text: str) -> None:
        """Type where the focus is; the first letter may open a field in a cell."""
        for letter in text:
            focus = QApplication.focusWidget()
            assert focus is not None
            type_text(focus, letter)

    def only(self, kind: type[_Found]) -> _Found:
        """The one visible widget of this kind, which may take a moment: a key on a button presses it for 100 ms."""
        self.qtbot.waitUntil(lambda: len(self._visible(kind)) == 1, timeout=3_000)
        found = self._visible(kind)[0]
        # Without a window manager nobody hands the keyboard to a dialog that opens or to what is below it.
        self._activate(found.window())
        return found

    def _visible(self, kind: type[_Found]) -> list[_Found]:
        return [each for each in self.window.findChildren(kind) if each.isVisible()]

    def copy(self, text: str) -> None:
        """Put a text on the clipboard, as a spreadsheet does."""
        QGuiApplication.clipboard().setText(text)

    def words(self) -> str:
        """Everything that labels and buttons in front say."""
        said = [each.text() for each in self.window.findChildren(QLabel) if each.isVisible()]
        said += [each.text() for each in self.window.findChildren(QAbstractButton) if each.isVisible()]
        return "\n".join(said)

    def _click(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        front = self.front
        self._activate(front)
        focus = QApplication.focusWidget()
        QTest.keyClick(focus if focus is not None and focus.window() is front else front, key, modifier)

    def _activate(self, window: QWidget) -> None:
        window.activateWindow()
        self.qtbot.waitUntil(window.isActiveWindow)
