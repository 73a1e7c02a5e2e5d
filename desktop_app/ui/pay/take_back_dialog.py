"""Taking out a promise that was written down wrongly, with the reason."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.domain.changes import Saved
from desktop_app.domain.instalments import Instalment
from desktop_app.errors import AppError, Message
from desktop_app.i18n import N_
from desktop_app.services import instalments
from desktop_app.ui.common.buttons import PrimaryButton
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.fields import TextField
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.context import Context


class TakeBackDialog(Dialog):
    """Says what stays, and asks why."""

    def __init__(self, context: Context, case_id: int, promised: Instalment, parent: QWidget) -> None:
        super().__init__(parent, N_("Take out a promise"), width=560)
        self._context, self._case_id, self._promised = context, case_id, promised
        text = N_(
            "Take out only what was written down wrongly. A promise that was broken stays: it shows how the employer "
            "keeps its word. The reason stays with the date of the case."
        )
        self.body.addWidget(PlainLabel(text, self, wrap=True))
        self.form = Form(self, columns=1)
        self.form.add("reason", N_("Why"), TextField(self))
        self.body.addWidget(self.form)
        self.add_cancel()
        self.add_button(PrimaryButton(N_("Take out"), self), self.save)
        self.form.focus_first()

    def save(self) -> None:
        """Take it out, or say what is missing."""
        self.form.clear_problems()
        if self._promised.id is None:
            return
        self._context.background.run(
            instalments.take_back,
            self._context.file,
            self._case_id,
            self._promised.id,
            self.form.value("reason"),
            owner=self,
            on_done=self._on_saved,
            on_error=self._on_error,
            label=Message(N_("Taking the promise out …")),
        )

    def _on_saved(self, _saved: Saved) -> None:
        self._context.bus.said.emit(Message(N_("The promise is taken out.")))
        self.accept()

    def _on_error(self, error: AppError) -> None:
        self.form.show_error(error)
