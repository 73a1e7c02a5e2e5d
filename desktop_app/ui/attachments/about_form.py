"""What is said about an attachment: a note, and whether it is a copy of an identity document and why that is kept."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from desktop_app.domain.attachments import COPY_BASES, AttachmentHead, CopyBasis, NewAttachment
from desktop_app.i18n import N_
from desktop_app.ui.attachments.wording import NO_COPY
from desktop_app.ui.common.fields import ChoiceBox, NoteField
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.wording import named

_COPY_HINT: Final = N_(
    "The law on personal data allows paper copies of identity documents only in these cases. "
    "To be checked by the lawyer."
)


class AboutForm(Form):
    """The fields of NewAttachment that are typed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, columns=1)
        self.add("note", N_("Note"), NoteField(self, lines=2))
        copy = ChoiceBox(named(COPY_BASES, empty=NO_COPY), self)
        self.add("copy_of_document", N_("Is it a copy of an identity document?"), copy, hint=_COPY_HINT)

    def show_head(self, head: AttachmentHead) -> None:
        """Show what was said before."""
        self.set_values(note=head.note, copy_of_document=head.copy_of_document or "")

    def said(self, *, keep_details: bool = False) -> NewAttachment:
        """What is typed."""
        values = self.values()
        basis = values["copy_of_document"]
        return NewAttachment(values["note"], CopyBasis(basis) if basis else None, keep_details)
