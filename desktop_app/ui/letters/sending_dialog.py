"""Noting that a letter left: the day, the way, the proof."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from desktop_app import settings
from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.letters import LetterRow
from desktop_app.domain.posting import PROOF_OF, WAYS, Sent, Way, ways_to
from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_, _
from desktop_app.services import letter_sending
from desktop_app.ui.common.drafts import Drafted, announce
from desktop_app.ui.common.fields import ChoiceBox, DateField, TextField
from desktop_app.ui.context import Context
from desktop_app.ui.privacy.form_dialog import FormDialog

TYPE_THE_DAY: Final = N_("Type the day.")
_AGAIN: Final = N_("This letter left before. The term to answer will be counted anew from this day.")


class SendingDialog(FormDialog):
    """Fields as in domain Sent; the line under the proof says what to write down for the way that is chosen."""

    def __init__(self, context: Context, row: LetterRow, parent: QWidget | None = None) -> None:
        self._ways = ways_to(row.addressee_kind)
        given = row.addressee_kind is AddresseeKind.WORKER
        title = N_("Note that it was given") if given else N_("Note that it left")
        super().__init__(context, parent, title, columns=2, size=(620, 0))
        self._row = row
        if row.sent_on is not None and not given:
            self.note.show_message(Message(_AGAIN), "warn")
        self.form.add("way", N_("How"), ChoiceBox(self._way_choices, self), span=2)
        self.form.add("on", N_("Day"), DateField(self), span=1 if not given else 2)
        self.form.add("proof", N_("Proof"), TextField(self, personal=True), span=2)
        if not given:
            hint = N_("The number they registered it under, when it is known")
            self.form.add("their_number", N_("Number at the addressee"), TextField(self), span=2, hint=hint)
        self.form.set_values(on=settings.today())
        self.form.field("way").entry.changed.connect(self._on_way)
        self._on_way()
        self.add_save(N_("Note it"), icon="mail")
        self.form.focus_first()
        announce(context.bus, Drafted(self, f"letter:{row.id}:sending", form=self.form))

    def save(self) -> None:
        """Note it."""
        typed = self.typed()
        if typed is None:
            return
        if typed["on"] is None:
            self.form.show_problems((Problem("on", Message(TYPE_THE_DAY)),))
            self.fit()
            return
        told = Sent(typed["on"], Way(typed["way"]), typed["proof"], typed.get("their_number", ""))
        self.run(letter_sending.note, self._row.id, told, said=Message(N_("It is noted that the letter left.")))

    def _way_choices(self) -> list[tuple[str, str]]:
        return [(way.value, _(WAYS[way])) for way in self._ways]

    def _on_way(self) -> None:
        self.form.field("proof").set_hint(Message(PROOF_OF[Way(self.form.value("way"))]))
        self.fit()
