"""A forgotten password: the recovery code opens the file, and a new password is set."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop_app.errors import AppError, Message, Problem
from desktop_app.i18n import N_
from desktop_app.ui.background import Background
from desktop_app.ui.common.buttons import LinkButton, PrimaryButton
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.passwords import PasswordField
from desktop_app.ui.common.text_field import TextField
from desktop_app.ui.sign_in import calls
from desktop_app.ui.sign_in.frame import Frame

if TYPE_CHECKING:
    from desktop_app.services.files import OpenFile

NOT_THE_SAME = N_("The two passwords are not the same.")


class RecoveryScreen(Frame):
    """Recovery code, user name and a new password. `opened(OpenFile)` when it worked; `left(path)` goes back."""

    opened = Signal(object)
    left = Signal(object)

    def __init__(self, background: Background, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(N_("Forgotten password"), parent)
        self._background = background
        self._path = path
        about = PlainLabel(
            N_(
                "The recovery code was shown when the file was made, and written down on paper. It opens the file "
                "and lets you set a new password. Without the password and the code nobody can open the file."
            ),
            self,
            role="muted",
            wrap=True,
        )
        self.content.addWidget(about)
        self.form = Form(self, columns=1)
        self.code = TextField(self)
        self.login = TextField(self)
        self.password = PasswordField(self)
        self.again = PasswordField(self)
        self.form.add("code", N_("Recovery code"), self.code)
        self.form.add("login", N_("User name"), self.login)
        self.form.add("new_password", N_("New password"), self.password, hint=N_("At least 12 characters."))
        self.form.add("again", N_("New password once more"), self.again)
        self.content.addWidget(self.form)
        self.button = PrimaryButton(N_("Set the new password and sign in"), self)
        self.content.addWidget(self.button)
        back = LinkButton(N_("Back"), self, icon="arrow-left")
        self.content.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self.button.clicked.connect(self.recover)
        back.clicked.connect(self._on_back)

    def recover(self) -> None:
        """Open the file with the code and set the password."""
        if not self.button.isEnabled() or self.form.show_problems(self._problems()):
            return
        self.button.setEnabled(False)
        self._background.run(
            calls.recover,
            self._path,
            self.code.value(),
            self.login.value(),
            self.password.value(),
            owner=self,
            on_done=self._on_opened,
            on_error=self._on_refused,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter in a field does what the main button does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.recover()
        else:
            super().keyPressEvent(event)

    def _problems(self) -> tuple[Problem, ...]:
        problems = []
        if not self.code.value():
            problems.append(Problem("code", Message(N_("Type the recovery code."))))
        if not self.login.value():
            problems.append(Problem("login", Message(N_("Type your user name."))))
        if self.password.value() != self.again.value():
            problems.append(Problem("again", Message(NOT_THE_SAME)))
        return tuple(problems)

    def _on_back(self) -> None:
        self.left.emit(self._path)

    def _on_opened(self, file: OpenFile) -> None:
        self.opened.emit(file)

    def _on_refused(self, error: AppError) -> None:
        self.button.setEnabled(True)
        self.form.show_error(error)
