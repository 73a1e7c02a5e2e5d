"""Dialogs: shown with open(), never exec(), so that the lock can hide and show them again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.errors import Message
from desktop_app.i18n import N_
from desktop_app.ui.common import lock_key, screen_capture
from desktop_app.ui.common.behind_lock import OVER_LOCK, wait_if_locked
from desktop_app.ui.common.buttons import Button, PrimaryButton
from desktop_app.ui.common.labels import Note, PlainLabel
from desktop_app.ui.common.texts import Texts


class Dialog(QDialog):
    """A title, a body, a row of buttons. Put widgets into `body`, buttons with `add_button`.

    Esc, Cancel and the cross of the window close it; what was typed is asked about first (`guard`).
    """

    def __init__(self, parent: QWidget | None, title: str, *, width: int = 480) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        lock_key.hear(self)
        self.setMinimumWidth(width)
        self._holds_typing: Callable[[], bool] | None = None
        self.texts = Texts(self)
        self.texts.set(self.setWindowTitle, title)
        self.title = PlainLabel(title, self, role="title", wrap=True)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(self.title)
        column.addLayout(self.body, 1)
        column.addLayout(self._buttons)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """An answer that comes late may want to show a dialog: it waits for the unlocking."""
        super().showEvent(event)
        if self.focusWidget() is None:
            self._focus_first_field()
        screen_capture.protect(self)
        wait_if_locked(self)

    def add_button(self, button: Button, on_click: Callable[[], object]) -> Button:
        """Add a button to the row; add the primary one last."""
        button.clicked.connect(on_click)
        self._buttons.addWidget(button)
        if button.property("role") == "primary":
            button.setDefault(True)
        return button

    def add_cancel(self) -> Button:
        """Add the button that closes without doing anything."""
        return self.add_button(Button(N_("Cancel"), self), self.leave)

    def guard(self, holds_typing: Callable[[], bool]) -> None:
        """Ask before the user leaves while `holds_typing` says that something would be lost."""
        self._holds_typing = holds_typing

    def leave(self) -> None:
        """Close as the user wishes it; the program itself closes with `reject` and is not asked."""
        if self._holds_typing is None or not self._holds_typing():
            self.reject()
            return
        ask(
            self,
            N_("Not everything is saved"),
            Message(N_("Something that you typed is not saved yet and would be lost.")),
            N_("Leave without saving"),
            self._on_left,
            loses=True,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc leaves."""
        if event.matches(QKeySequence.StandardKey.Cancel):
            self.leave()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """The cross of the window leaves; the program closes without a question."""
        if event.spontaneous():
            event.ignore()
            self.leave()
            return
        super().closeEvent(event)

    def _focus_first_field(self) -> None:
        for each in self.findChildren(QWidget):
            if isinstance(each, QLineEdit | QComboBox | QPlainTextEdit) and each.isVisibleTo(self) and each.isEnabled():
                each.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _on_left(self) -> None:
        below = self.parentWidget()
        # Not `self.reject`: a dialog that asks there would ask twice.
        QDialog.reject(self)
        if below is not None:
            # Two windows go at once: some window managers would give the keyboard to the one that has just gone.
            below.window().activateWindow()


def tell(parent: QWidget | None, title: str, message: Message, *, tone: str = "info") -> Dialog:
    """Show a sentence until it is closed. `title` is a msgid."""
    dialog = Dialog(parent, title)
    note = Note(dialog, tone=tone)
    note.show_message(message)
    dialog.body.addWidget(note)
    dialog.add_button(PrimaryButton(N_("Close"), dialog), dialog.accept)
    dialog.open()
    return dialog


def ask(
    parent: QWidget | None,
    title: str,
    message: Message,
    yes: str,
    on_yes: Callable[[], object],
    *,
    over_lock: bool = False,
    loses: bool = False,
) -> Dialog:
    """Ask before something is done; `yes` is the msgid of the button that does it.

    `over_lock`: the question names nobody and may be asked while the screen is locked. `loses`: yes throws something
    away, so Enter cancels.
    """
    dialog = Dialog(parent, title)
    dialog.setProperty(OVER_LOCK, over_lock)
    label = PlainLabel(parent=dialog, wrap=True)
    label.set_message(message)
    dialog.body.addWidget(label)
    cancel = dialog.add_cancel()
    dialog.add_button(Button(yes, dialog) if loses else PrimaryButton(yes, dialog), dialog.accept)
    if loses:
        cancel.setDefault(True)
        cancel.setFocus(Qt.FocusReason.OtherFocusReason)
    dialog.accepted.connect(on_yes)
    dialog.open()
    return dialog
