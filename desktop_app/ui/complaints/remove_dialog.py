"""Taking a complaint out of a case: why, for the log."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.domain.complaint_cards import REMOVAL_REASONS, ComplaintCard, RemovalReason
from desktop_app.errors import Message
from desktop_app.i18n import N_
from desktop_app.services import complaints_log
from desktop_app.ui.common.fields import ChoiceBox
from desktop_app.ui.common.wording import named
from desktop_app.ui.context import Context
from desktop_app.ui.privacy.form_dialog import FormDialog


class RemoveComplaintDialog(FormDialog):
    """The reason is one of a list, so that the log names nobody."""

    def __init__(self, context: Context, case_id: int, complaint: ComplaintCard, parent: QWidget) -> None:
        super().__init__(context, parent, N_("Remove the complaint"), columns=1, size=(520, 0))
        self._case_id, self._complaint = case_id, complaint
        self.note.show_message(
            Message(
                N_(
                    "The complaint and its answers go for good; backups made before still have them. A complaint that "
                    "is solved is marked as settled instead. The log keeps who removed it and why."
                )
            ),
            "warn",
        )
        self.form.add("reason", N_("Why it is removed"), ChoiceBox(named(REMOVAL_REASONS), self))
        self.add_save(N_("Remove"), icon="trash-2", loses=True)

    def save(self) -> None:
        """Remove it."""
        values = self.typed()
        if values is not None:
            reason = RemovalReason(values["reason"])
            said = Message(N_("The complaint is removed."))
            self.run(complaints_log.remove, self._case_id, self._complaint.id, reason, said=said)
