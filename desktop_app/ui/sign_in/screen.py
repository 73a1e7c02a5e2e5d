"""Signing in: which file, who, and the password."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app import settings
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
from desktop_app.ui.sign_in.wait_line import WaitLine

if TYPE_CHECKING:
    from desktop_app.services.files import OpenFile
    from desktop_app.ui.backups.restore_dialog import RestoreDialog


class SignInScreen(Frame):
    """The sign-in screen. `opened(OpenFile)` when it worked; the other signals ask for another screen."""

    opened = Signal(object)
    new_file_requested = Signal()
    recovery_requested = Signal(object)

    def __init__(self, background: Background, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(N_("Sign in"), parent)
        self._background = background
        self._path = path
        self._file = PlainLabel(parent=self, role="muted", wrap=True)
        self.content.addWidget(self._file)
        self.content.addLayout(self._build_file_row())
        self.login = TextField(self)
        self.password = PasswordField(self)
        self.form = Form(self, columns=1)
        self.form.add("login", N_("User name"), self.login)
        field = self.form.add("password", N_("Password"), self.password)
        self.password.hinted.connect(field.set_hint)
        self.content.addWidget(self.form)
        self.button = PrimaryButton(N_("Sign in"), self)
        self.wait_line = WaitLine(self.button, self)
        self.content.addWidget(self.wait_line)
        self.content.addWidget(self.button)
        forgotten = LinkButton(N_("Forgotten password"), self)
        self.content.addWidget(forgotten, 0, Qt.AlignmentFlag.AlignLeft)
        restore = LinkButton(N_("Restore from a backup …"), self)
        self.content.addWidget(restore, 0, Qt.AlignmentFlag.AlignLeft)
        restore.clicked.connect(self.restore)
        self.button.clicked.connect(self.sign_in)
        self.login.returnPressed.connect(self.sign_in)
        self.password.returnPressed.connect(self.sign_in)
        forgotten.clicked.connect(self._on_forgotten)
        self.show_file(path)

    @property
    def path(self) -> Path:
        """The file that is to be opened."""
        return self._path

    def show_file(self, path: Path) -> None:
        """Offer this file for opening."""
        self._path = path
        self._file.set_text(N_("File: %(name)s"), name=path.name)
        self.form.clear_problems()
        self.wait_line.stop()

    def sign_in(self) -> None:
        """Open the file with what was typed."""
        if not self.button.isEnabled():
            return
        if self.form.show_problems(self._missing()):
            return
        self._wait(waiting=True)
        self._background.run(
            calls.sign_in,
            self._path,
            self.login.value(),
            self.password.value(),
            owner=self,
            on_done=self._on_opened,
            on_error=self._on_refused,
        )

    def restore(self) -> RestoreDialog:
        """Choose a backup, look inside and put it in the place of the file."""
        from desktop_app.ui.backups.restore_dialog import RestoreDialog

        dialog = RestoreDialog(self._background, self._path, self)
        dialog.login.set_value(self.login.value())
        dialog.restored.connect(self.show_file)
        dialog.open()
        return dialog

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin where typing is due."""
        super().showEvent(event)
        (self.password if self.login.value() else self.login).setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_file_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        other = LinkButton(N_("Open another file …"), self)
        new = LinkButton(N_("New file …"), self)
        other.clicked.connect(self._on_other_file)
        new.clicked.connect(self.new_file_requested)
        row.addWidget(other)
        row.addWidget(new)
        row.addStretch()
        return row

    def _missing(self) -> tuple[Problem, ...]:
        missing = []
        if not self.login.value():
            missing.append(Problem("login", Message(N_("Type your user name."))))
        if not self.password.value():
            missing.append(Problem("password", Message(N_("Type your password."))))
        return tuple(missing)

    def _wait(self, *, waiting: bool) -> None:
        self.button.setEnabled(not waiting)
        self.button.set_text(N_("Opening …") if waiting else N_("Sign in"))

    def _on_opened(self, file: OpenFile) -> None:
        self._wait(waiting=False)
        self.password.clear()
        self.opened.emit(file)

    def _on_refused(self, error: AppError) -> None:
        self._wait(waiting=False)
        self.form.clear_problems()
        if self.wait_line.takes(error):
            return
        self.form.show_error(error)
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)
        self.password.selectAll()

    def _on_forgotten(self) -> None:
        self.recovery_requested.emit(self._path)

    def _on_other_file(self) -> None:
        from desktop_app.ui.common.file_choice import choose_to_open

        start = self._path.parent if self._path.parent.is_dir() else Path.home()
        choose_to_open(self, N_("Open another file"), start, settings.FILE_SUFFIX, self.show_file)
