"""The legal hold of a case: a line that tells of it, and the dialog that sets it."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.changes import Saved
from desktop_app.domain.permissions import Action
from desktop_app.errors import Message
from desktop_app.i18n import N_
from desktop_app.services import holds
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.dialogs import Dialog, ask
from desktop_app.ui.common.fields import DateField, NoteField
from desktop_app.ui.common.labels import Note
from desktop_app.ui.common.wording import day
from desktop_app.ui.context import Context
from desktop_app.ui.privacy.form_dialog import FormDialog


class HoldLine(QWidget):
    """Says until when a case is held and why; lawyers and managers set and lift it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.case_id = 0
        self.note = Note(self, tone="warn")
        self.note.hide()
        self.set_button = Button(N_("Legal hold …"), self, icon="lock")
        self.lift_button = Button(N_("Lift the hold …"), self, icon="lock-open")
        self.lift_button.hide()
        self._may = context.may(Action.SET_HOLD)
        self.set_button.setVisible(self._may)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.note, 1)
        row.addWidget(self.lift_button)
        row.addWidget(self.set_button)
        row.addStretch()
        self.set_button.clicked.connect(self.ask_to_hold)
        self.lift_button.clicked.connect(self.ask_to_lift)

    def show_case(self, case_id: int) -> None:
        """Read the hold of a case."""
        self.case_id = case_id
        self._context.background.run(holds.of_case, self._context.file, case_id, owner=self, on_done=self._on_read)

    def ask_to_hold(self) -> HoldDialog:
        """Ask until when and why."""
        dialog = HoldDialog(self._context, self.case_id, self)
        dialog.accepted.connect(self._read_again)
        dialog.open()
        return dialog

    def ask_to_lift(self) -> Dialog:
        """Ask before the hold is lifted."""
        text = N_("Without the hold the data of this case can be erased when their term ends or a person asks.")
        return ask(self, N_("Lift the legal hold"), Message(text), N_("Lift the hold"), self.lift)

    def lift(self) -> None:
        """Lift the hold."""
        self._context.background.run(holds.lift, self._context.file, self.case_id, owner=self, on_done=self._on_lifted)

    def _on_read(self, hold: tuple[date | None, str]) -> None:
        until, reason = hold
        told = {"day": day(until), "reason": reason}
        text = N_("Legal hold until %(day)s: %(reason)s Nothing of this case is erased.")
        self.note.show_message(None if until is None else Message(text, told))
        self.lift_button.setVisible(self._may and until is not None)

    def _on_lifted(self, _saved: Saved) -> None:
        self._context.bus.said.emit(Message(N_("The legal hold is lifted.")))
        self._read_again()

    def _read_again(self) -> None:
        self.show_case(self.case_id)


class HoldDialog(FormDialog):
    """Until when and why a case is kept whole."""

    def __init__(self, context: Context, case_id: int, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, N_("Legal hold"), columns=1, size=(560, 0))
        self._case_id = case_id
        text = N_(
            "While a case is held, nobody of it is erased and it cannot be deleted: for a court, an inspection, a "
            "complaint that goes on."
        )
        self.note.show_message(Message(text), "info")
        self.form.add("until", N_("Last day of the hold"), DateField(self))
        self.form.add("reason", N_("Why"), NoteField(self, lines=2))
        self.add_save(N_("Hold the case"), icon="lock")
        self.form.focus_first()

    def save(self) -> None:
        """Set the hold."""
        typed = self.typed()
        if typed is not None:
            said = Message(N_("The case is held."))
            self.run(holds.set_hold, self._case_id, typed["until"], typed["reason"], said=said)
