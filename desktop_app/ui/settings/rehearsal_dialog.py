"""Trying a way of recovery out: whether the paper in the safe really opens the file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.errors import AppError, Message
from desktop_app.i18n import N_
from desktop_app.ui.common.buttons import PrimaryButton
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.text_field import TextField
from desktop_app.ui.context import Context
from desktop_app.ui.settings import key_calls

_CODE: Final = (("code", N_("Recovery code")),)
_SHEETS: Final = (("first_sheet", N_("One sheet")), ("second_sheet", N_("The other sheet")))


class RehearsalDialog(Dialog):
    """Takes the code, or two sheets, and says whether they open the file. Nothing is changed. `opened` when they do."""

    opened = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None, *, sheets: bool = False) -> None:
        super().__init__(parent, N_("Try the sheets out") if sheets else N_("Try the code out"), width=640)
        self._context = context
        self._call: Callable[..., None] = key_calls.rehearse_sheets if sheets else key_calls.rehearse_code
        words = N_(
            "Type what stands on the paper. The program tells whether it opens the file; nothing is changed, and the "
            "log says that it was tried out."
        )
        self.body.addWidget(PlainLabel(words, self, role="muted", wrap=True))
        self.form = Form(self, columns=1)
        for name, title in _SHEETS if sheets else _CODE:
            self.form.add(name, title, TextField(self))
        self.body.addWidget(self.form)
        self.add_cancel()
        self.button = self.add_button(PrimaryButton(N_("Try it out"), self), self.save)
        self.form.focus_first()

    def save(self) -> None:
        """Try it out."""
        self.button.setEnabled(False)
        typed = self.form.values().values()
        self._context.background.run(
            self._call, self._context.file, *typed, owner=self, on_done=self._on_opened, on_error=self._on_refused
        )

    def _on_opened(self, _nothing: object) -> None:
        self._context.bus.said.emit(Message(N_("It opens the file. Put the paper back into its place.")))
        self.opened.emit()
        self.accept()

    def _on_refused(self, error: AppError) -> None:
        self.button.setEnabled(True)
        self.form.show_error(error)
