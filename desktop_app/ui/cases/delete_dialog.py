"""Deleting a case that should never have been logged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.access import Approval
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.changes import Saved
from desktop_app.errors import AppError, Message
from desktop_app.i18n import N_
from desktop_app.ui.common.approval import add_approval, approval_of
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.fields import TextField
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.labels import Note
from desktop_app.ui.context import Context

if TYPE_CHECKING:
    from desktop_app.services.files import OpenFile


class DeleteDialog(Dialog):
    """Asks why, and for a second colleague. `deleted()` when the case is gone. Its fields are those of the service."""

    deleted = Signal()

    def __init__(self, context: Context, card: CaseCard, parent: QWidget | None = None) -> None:
        super().__init__(parent, N_("Delete the case"), width=560)
        self._context = context
        self._case_id = card.id
        warning = Note(self, tone="warn")
        warning.show_message(
            Message(
                N_(
                    "Case %(number)s goes for good, with its workers, sums, letters and attachments. A case that is "
                    "over is closed, not deleted: delete only what was logged by mistake. Older backups still hold it."
                ),
                {"number": card.number},
            )
        )
        self.body.addWidget(warning)
        self.form = Form(self, columns=1)
        self.form.add("reason", N_("Why"), TextField(self), hint=N_("Without names: the reason stays in the file."))
        add_approval(self.form)
        self.body.addWidget(self.form)
        cancel = self.add_cancel()
        self.button = self.add_button(Button(N_("Delete for good"), self, icon="trash-2"), self.delete)
        cancel.setDefault(True)
        self.form.focus_first()

    def delete(self) -> None:
        """Delete the case, or say beside the fields what is missing."""
        self.button.setEnabled(False)
        self._context.background.run(
            _delete,
            self._context.file,
            self._case_id,
            self.form.value("reason"),
            approval_of(self.form),
            owner=self,
            on_done=self._on_deleted,
            on_error=self._on_error,
            label=Message(N_("Deleting the case …")),
        )

    def _on_deleted(self, _saved: Saved) -> None:
        self._context.bus.said.emit(Message(N_("The case is deleted.")))
        self.deleted.emit()
        self.accept()

    def _on_error(self, error: AppError) -> None:
        self.button.setEnabled(True)
        self.form.show_error(error)


def _delete(file: OpenFile, case_id: int, reason: str, approval: Approval) -> Saved:
    from desktop_app.services import deletion

    return deletion.delete_case(file, case_id, reason, approval)
