"""A new password for who is signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.ui.common.buttons import PrimaryButton
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.passwords import PasswordField
from desktop_app.ui.sign_in.recovery import NOT_THE_SAME

if TYPE_CHECKING:
    from desktop_app.services.files import OpenFile
    from desktop_app.ui.context import Context


class PasswordDialog(Dialog):
    """The old password, the new one, and the new one again."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent, N_("Change password"))
        self._context = context
        self.form = Form(self, columns=1)
        for name, title, hint in (
            ("old", N_("Password now"), ""),
            ("new", N_("New password"), N_("At least 12 characters.")),
            ("again", N_("New password once more"), ""),
        ):
            entry = PasswordField(self)
            field = self.form.add(name, title, entry, hint=hint)
            entry.hinted.connect(field.set_hint)
        self.body.addWidget(self.form)
        self.add_cancel()
        self.button = self.add_button(PrimaryButton(N_("Change password"), self), self.save)
        self.form.focus_first()

    def save(self) -> None:
        """Change the password."""
        typed = self.form.values()
        if typed["new"] != typed["again"]:
            self.form.show_problems((Problem("again", Message(NOT_THE_SAME)),))
            return
        self.button.setEnabled(False)
        self._context.background.run(
            _change,
            self._context.file,
            typed["old"],
            typed["new"],
            owner=self,
            on_done=self._on_done,
            on_error=self._on_refused,
        )

    def _on_done(self, _nothing: object) -> None:
        self._context.bus.said.emit(Message(N_("The password was changed.")))
        self.accept()

    def _on_refused(self, error: AppError) -> None:
        self.button.setEnabled(True)
        if isinstance(error, InvalidInput):
            self.form.show_error(error)
        else:
            self.form.show_problems((Problem("old", error.message),))


def _change(file: OpenFile, old: str, new: str) -> None:
    from desktop_app.services import staff

    staff.change_password(file, old, new)
