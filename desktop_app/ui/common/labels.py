"""Words on a screen. Everything is plain text: what a user typed is never read as HTML."""

from __future__ import annotations

import re
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.errors import Message
from desktop_app.ui.common import blur
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.icons import set_icon
from desktop_app.ui.common.texts import Texts

_LONGEST_WORD = 24
_ICONS = {"danger": "circle-alert", "warn": "triangle-alert", "good": "circle-check", "info": "info"}


class PlainLabel(QLabel):
    """A text of the program (`msgid`, follows the language) or of the file (`show_text`).

    `role` is a look of the style sheet: title, heading, muted, hint, figure, code. `wrap` breaks long texts.
    """

    def __init__(
        self, msgid: str = "", parent: QWidget | None = None, *, role: str = "", wrap: bool = False, **params: object
    ) -> None:
        super().__init__(parent)
        self._said = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if role:
            self.setProperty("role", role)
        self.texts = Texts(self)
        if msgid:
            self.set_text(msgid, **params)

    def set_text(self, msgid: str, **params: object) -> None:
        """Show a text of the program."""
        self.texts.set(self.setText, msgid, **params)

    def set_count(self, singular: str, plural: str, n: int, **params: object) -> None:
        """Show a text that depends on the number `n`."""
        self.texts.set_count(self.setText, singular, plural, n, **params)

    def set_message(self, message: Message) -> None:
        """Show a Message."""
        self.texts.set_message(self.setText, message)

    def show_text(self, text: str) -> None:
        """Show a text of the file, the same in every language."""
        self.texts.forget(self.setText)
        self.setText(text)

    def show_name(self, text: str) -> None:
        """Show a name of the file, unless names are hidden."""
        self.texts.set_text(self.setText, partial(blur.name, text))

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show a text as it is; a path or a name without spaces may break where the line ends."""
        self._said = text
        super().setText(_breakable(text) if self.wordWrap() else text)

    def text(self) -> str:
        """The text as it was given."""
        return self._said


def _breakable(text: str) -> str:
    """A word without end is broken where no line could hold it."""
    return re.sub(rf"(\S{{{_LONGEST_WORD}}})(?=\S)", "\\1\u200b", text)


class Line(QFrame):
    """A thin line between two parts of a screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "line")


class Note(QFrame):
    """A sentence that must be noticed: tone info, good, warn or danger, told by word, icon and colour."""

    def __init__(self, parent: QWidget | None = None, *, tone: str = "info") -> None:
        super().__init__(parent)
        self.setProperty("role", "note")
        self._icon = QLabel(self)
        self.label = PlainLabel(parent=self, wrap=True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)
        self._tone = tone

    def show_message(self, message: Message | None, tone: str = "") -> None:
        """Show the sentence, or hide the note when there is none."""
        self.setVisible(message is not None)
        self._tone = tone or self._tone
        if message is not None:
            self.label.set_message(message)
            self._dress()

    def show_text(self, text: str, tone: str = "") -> None:
        """Show a text that is written already, or hide the note when there is none."""
        self.setVisible(bool(text))
        self._tone = tone or self._tone
        if text:
            self.label.show_text(text)
            self._dress()

    def _dress(self) -> None:
        self.setProperty("tone", self._tone)
        set_icon(self._icon, _ICONS[self._tone], "on_soft" if self._tone == "info" else self._tone)
        for part in (self, self.label):
            part.style().polish(part)


class EmptyHint(QWidget):
    """What an empty list says: what is missing here and what to do first, with the button that does it."""

    def __init__(self, msgid: str, button: Button | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = PlainLabel(msgid, self, role="muted", wrap=True)
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.label.setMaximumWidth(480)
        self.label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addStretch()
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.label, 4)
        row.addStretch()
        column.addLayout(row)
        if button is not None:
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
