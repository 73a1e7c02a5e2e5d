"""The lock: everything is hidden and kept, and the file is at rest, until the same person types the password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop_app.errors import AppError
from desktop_app.i18n import N_
from desktop_app.ui.background import Background
from desktop_app.ui.common.buttons import LinkButton, PrimaryButton
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.passwords import PasswordField
from desktop_app.ui.sign_in import lock_calls
from desktop_app.ui.sign_in.frame import Frame
from desktop_app.ui.sign_in.wait_line import WaitLine

if TYPE_CHECKING:
    from desktop_app.services.files import OpenFile


_ANOTHER = N_("Somebody else can sign in after that. What you typed waits for you until you sign in again.")


class LockScreen(Frame):
    """Asks the password of who is signed in. `unlocked` when it is right; `sign_out_requested` gives up."""

    unlocked = Signal()
    sign_out_requested = Signal()

    def __init__(self, background: Background, file: OpenFile, parent: QWidget | None = None) -> None:
        super().__init__(N_("Locked"), parent)
        self._background = background
        self._file = file
        self.content.addWidget(
            PlainLabel(N_("What you were doing is kept. Type your password to go on."), self, role="muted", wrap=True)
        )
        self.password = PasswordField(self)
        self.form = Form(self, columns=1)
        field = self.form.add("password", N_("Password"), self.password)
        self.password.hinted.connect(field.set_hint)
        self.content.addWidget(self.form)
        self.button = PrimaryButton(N_("Unlock"), self)
        self.wait_line = WaitLine(self.button, self)
        self.content.addWidget(self.wait_line)
        self.content.addWidget(self.button)
        leave = LinkButton(N_("Sign out"), self, icon="log-out")
        self.content.addWidget(leave, 0, Qt.AlignmentFlag.AlignLeft)
        self.content.addWidget(PlainLabel(_ANOTHER, self, role="hint", wrap=True))
        self.button.clicked.connect(self.unlock)
        self.password.returnPressed.connect(self.unlock)
        leave.clicked.connect(self.sign_out_requested)

    def unlock(self) -> None:
        """Try the password that was typed."""
        if not self.button.isEnabled() or not self.password.value():
            return
        self.button.setEnabled(False)
        self._background.run(
            lock_calls.wake,
            self._file,
            self.password.value(),
            owner=self,
            on_done=self._on_confirmed,
            on_error=self._on_refused,
            while_held=True,
        )

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Wait for the password."""
        super().showEvent(event)
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_confirmed(self, _nothing: object) -> None:
        self.button.setEnabled(True)
        self.password.clear()
        self.form.clear_problems()
        self.unlocked.emit()

    def _on_refused(self, error: AppError) -> None:
        self.button.setEnabled(True)
        if not self.wait_line.takes(error):
            self.form.show_error(error)
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)
        self.password.selectAll()
