"""A withdrawal of a consent, and what the centre decides on it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app import settings
from desktop_app.domain.consents import StoredConsent, Withdrawal, stop_by
from desktop_app.errors import AppError, Message, Problem
from desktop_app.i18n import N_
from desktop_app.services import consents
from desktop_app.ui.common.fields import DateField, NoteField
from desktop_app.ui.common.wording import day
from desktop_app.ui.context import Context
from desktop_app.ui.privacy.form_dialog import FormDialog


class WithdrawDialog(FormDialog):
    """The day of the notice and the reason, as in domain Withdrawal."""

    def __init__(self, context: Context, stored: StoredConsent, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, N_("Withdrawal of the consent"), columns=1, size=(560, 0))
        self._stored = stored
        self.form.add("on", N_("Day of the notice"), DateField(self))
        self.form.add("reason", N_("Reason, if the person gave one"), NoteField(self, lines=3))
        self.form.set_values(on=settings.today())
        self.form.changed.connect(self._on_changed)
        self.add_save(N_("Record the withdrawal"))
        self._on_changed()
        self.form.focus_first()

    def save(self) -> None:
        """Record the withdrawal."""
        typed = self.typed()
        if typed is None:
            return
        if typed["on"] is None:
            self.form.show_problems((Problem("on", Message(N_("Type the day."))),))
            return
        self.run(
            consents.withdraw,
            self._stored.person_id,
            self._stored.id,
            Withdrawal(typed["on"], typed["reason"]),
            said=Message(N_("The withdrawal is recorded.")),
        )

    def _on_changed(self) -> None:
        try:
            on = self.form.value("on")
        except AppError:  # a day that is still being typed
            on = None
        told = {"day": day(stop_by(on))} if on is not None else {}
        text = N_("Processing stops, or a reasoned refusal is given, by %(day)s.")
        self.note.show_message(Message(text, told) if told else None, "info")
        self.fit()


class RefuseDialog(FormDialog):
    """Why processing does not stop: the reasons the person is given."""

    def __init__(self, context: Context, stored: StoredConsent, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, N_("Reasoned refusal"), columns=1, size=(560, 0))
        self._stored = stored
        self.note.show_message(
            Message(
                N_(
                    "The consent cannot be withdrawn when the law forbids it or an obligation is not performed. "
                    "Give the person these reasons in writing too."
                )
            ),
            "info",
        )
        self.form.add("reason", N_("Reasons"), NoteField(self, lines=4))
        self.add_save(N_("Record the refusal"))
        self.form.focus_first()

    def save(self) -> None:
        """Record the refusal."""
        typed = self.typed()
        if typed is not None:
            said = Message(N_("The refusal is recorded."))
            self.run(consents.refuse, self._stored.person_id, self._stored.id, typed["reason"], said=said)
