"""Changing what is said about an attachment."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.domain.attachments import AttachmentHead
from desktop_app.domain.changes import Saved
from desktop_app.errors import InvalidInput, Message
from desktop_app.i18n import N_
from desktop_app.services import attachments
from desktop_app.ui.attachments.about_form import AboutForm
from desktop_app.ui.common.buttons import PrimaryButton
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.context import Context


class NoteDialog(Dialog):
    """The note, and why a copy of an identity document is kept."""

    def __init__(self, context: Context, attachment_id: int, head: AttachmentHead, parent: QWidget) -> None:
        super().__init__(parent, N_("Note on an attachment"), width=560)
        self._context, self._id, self._head = context, attachment_id, head
        self.name = PlainLabel(parent=self, role="muted", wrap=True)
        self.name.show_text(head.name)
        self.form = AboutForm(self)
        self.form.show_head(head)
        self.body.addWidget(self.name)
        self.body.addWidget(self.form)
        self.add_cancel()
        self.add_button(PrimaryButton(N_("Save"), self, icon="save", shortcut="Ctrl+S"), self.save)
        self.form.focus_first()

    def save(self) -> None:
        """Save what was typed, or say what is wrong with it."""
        self.form.clear_problems()
        try:
            said = self.form.said()
        except InvalidInput as error:
            self.form.show_problems(error.problems)
            return
        self._context.background.run(
            attachments.change,
            self._context.file,
            self._id,
            self._head,
            said,
            owner=self,
            on_done=self._on_saved,
            on_error=self.form.show_error,
        )

    def _on_saved(self, _saved: Saved) -> None:
        self._context.bus.said.emit(Message(N_("Saved.")))
        self.accept()
