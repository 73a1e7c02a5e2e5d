"""What a form asks of a field, and the field for one line of text."""

from __future__ import annotations

from functools import partial
from typing import Any, Final, Protocol

from PySide6.QtCore import QTimer, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.errors import Message
from desktop_app.i18n import N_
from desktop_app.ui.common import blur
from desktop_app.ui.common.texts import Texts

LONGEST_LINE: Final = 20_000
TOO_LONG: Final = N_("This text is too long for the field, so it was not taken. At most %(limit)s characters fit.")


class Entry(Protocol):
    """What a form asks of a field."""

    changed: SignalInstance
    refused: SignalInstance

    def value(self) -> Any:
        """What was typed, in its own type. AppError when it makes no sense."""

    def set_value(self, value: Any) -> None:
        """Show a value."""


class TextField(QLineEdit):
    """One line of text. `value` is without the spaces around it.

    A text longer than any field can need is refused whole (`refused` carries the Message) and what stood
    there before stays; sensible lengths are checked with the other rules when the form is saved.
    """

    changed = Signal()
    refused = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, placeholder: str = "", personal: bool = False) -> None:
        """`personal`: it holds a name, a phone or a number, which can be hidden (ui/common/blur)."""
        super().__init__(parent)
        self._personal = personal
        self._before = ""
        self.setMaxLength(LONGEST_LINE)
        self.texts = Texts(self)
        if placeholder:
            self.texts.set(self.setPlaceholderText, placeholder)
        if personal:
            self.texts.redraw(self._cover)
        self.textChanged.connect(self._on_text_changed)
        self.inputRejected.connect(self._on_input_rejected)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Whoever types must see what is there."""
        self._cover(reveals=True)
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Whoever points at it wants to see it."""
        self._cover(reveals=True)
        super().mousePressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Hide it again where names are hidden."""
        super().focusOutEvent(event)
        self._cover()

    def _cover(self, *, reveals: bool = False) -> None:
        if self._personal:
            covered = blur.names_hidden() and not reveals
            self.setEchoMode(QLineEdit.EchoMode.Password if covered else QLineEdit.EchoMode.Normal)

    def value(self) -> Any:
        """The text."""
        return self.text().strip()

    def set_value(self, value: Any) -> None:
        """Show a text from its beginning; None is an empty field."""
        self.setText(value or "")
        self.setCursorPosition(0)

    def _on_text_changed(self, text: str) -> None:
        self._before = text
        self.changed.emit()

    def _on_input_rejected(self) -> None:
        # Qt cuts a paste that is too long: put back what stood here, once Qt is done with it.
        QTimer.singleShot(0, self, partial(self._put_back, self._before))

    def _put_back(self, text: str) -> None:
        """Only now may it be said why: a form forgets a field's problem with every change of its text."""
        if self.text() != text:
            self.setText(text)
        self.refused.emit(Message(TOO_LONG, {"limit": LONGEST_LINE}))
