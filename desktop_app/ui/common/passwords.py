"""A field for a password that can be shown, and that tells of Caps Lock and of the wrong keyboard layout."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.errors import Message
from desktop_app.i18n import N_
from desktop_app.ui.common import keyboard
from desktop_app.ui.common.buttons import IconButton
from desktop_app.ui.common.icons import set_icon
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.text_field import TextField

_CAPS: Final = Message(N_("Caps Lock is on."))
_SURPRISES: Final = {
    "ru": Message(N_("The keyboard writes Cyrillic letters.")),
    "kk": Message(N_("The keyboard writes Kazakh letters, also with the keys of the numbers.")),
}
_EYE_WIDTH: Final = 34
_LAYOUT_WIDTH: Final = 36


class PasswordField(TextField):
    """A password. `hinted(Message | None)` tells what about the keyboard may surprise."""

    hinted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setTextMargins(0, 0, _EYE_WIDTH + _LAYOUT_WIDTH - 8, 0)
        self._layout = ""
        self.layout_name = PlainLabel(parent=self, role="hint")
        self.layout_name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.layout_name.hide()
        self._eye = IconButton("", N_("Show the password"), self)
        self._eye.setCheckable(True)
        self._eye.setCursor(Qt.CursorShape.PointingHandCursor)
        self._eye.toggled.connect(self._on_eye_toggled)
        QGuiApplication.inputMethod().localeChanged.connect(self._on_layout_changed)

    def value(self) -> Any:
        """The password exactly as typed: a space at its end belongs to it."""
        return self.text()

    def show_plainly(self) -> None:
        """Show what stands in the field, until its eye is closed again."""
        self._eye.setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Look at the letter that comes, then take it."""
        letter = event.text()
        if letter.isalpha():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._show_layout(keyboard.layout_after(self._layout, letter))
            caps = keyboard.caps_of_system()
            if keyboard.caps_by_letter(letter, shift=shift) if caps is None else caps:
                self.hinted.emit(_CAPS)
            else:
                self.hinted.emit(_SURPRISES.get(self._layout))
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Say before the first letter what the system tells of the keyboard."""
        super().focusInEvent(event)
        self._on_layout_changed()
        if keyboard.caps_of_system():
            self.hinted.emit(_CAPS)

    def _on_layout_changed(self) -> None:
        self._show_layout(keyboard.layout_of_system() or self._layout)

    def _show_layout(self, layout: str) -> None:
        self._layout = layout
        self.layout_name.setVisible(bool(layout))
        self.layout_name.show_text(keyboard.SHORT_NAMES.get(layout, ""))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the eye at the right end."""
        super().resizeEvent(event)
        self._eye.setGeometry(self.width() - _EYE_WIDTH, 1, _EYE_WIDTH - 2, self.height() - 2)
        self.layout_name.setGeometry(self.width() - _EYE_WIDTH - _LAYOUT_WIDTH, 1, _LAYOUT_WIDTH, self.height() - 2)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the eye after the first paint: what draws icons takes as long to load as all the rest of a sign-in."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._draw_eye)

    def _draw_eye(self) -> None:
        set_icon(self._eye, "eye-off" if self._eye.isChecked() else "eye")

    def _on_eye_toggled(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._draw_eye()
