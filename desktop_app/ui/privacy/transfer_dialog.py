"""Recording that data of people were given to somebody, and offering it when a letter leaves the centre."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop_app import settings
from desktop_app.domain import privacy_names
from desktop_app.domain.consents import Data
from desktop_app.domain.transfers import ABROAD, HOME, NORMS, Basis, NewTransfer, TransferPeople
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.services import law, transfers
from desktop_app.ui.background import Task
from desktop_app.ui.common.buttons import LinkButton
from desktop_app.ui.common.check_list import CheckList, listed
from desktop_app.ui.common.dialogs import Dialog, ask
from desktop_app.ui.common.fields import ChoiceBox, DateField, TextField
from desktop_app.ui.common.wording import country_choices, named
from desktop_app.ui.context import Context
from desktop_app.ui.privacy.fields import YesNo
from desktop_app.ui.privacy.form_dialog import FormDialog
from desktop_app.ui.privacy.grounds import Norms, ground

_PAUSE_MS: Final = 300
_OF_A_LETTER: Final = (Data.NAME, Data.BIRTH, Data.WORK, Data.WAGES)
_OFFER: Final = N_(
    "The copy names people. When it is given to somebody outside the centre, the law asks for a line in the register: "
    "to whom, what for, and on which ground."
)

Lacking = tuple[tuple[int, str, Message], ...]


class TransferDialog(FormDialog):
    """Fields named as in domain NewTransfer; says at once whose consent does not allow it."""

    def __init__(self, context: Context, who: TransferPeople, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, N_("Data given to others"), columns=2, size=(860, 720))
        self._who = who
        self._lacking: Lacking = ()
        self._norms: Norms = {}
        self._task: Task | None = None
        self.leave_out = LinkButton(N_("Leave out those without a fitting consent"), self, icon="x")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._build_form()
        self.inside.insertWidget(1, self.leave_out)
        self.leave_out.hide()
        self.add_save(N_("Record"))
        self.leave_out.clicked.connect(self._on_leave_out)
        self.form.changed.connect(self._on_changed)
        self._pause.timeout.connect(self._check)
        context.background.run(law.norms, context.file, owner=self, on_done=self._on_norms)
        self._on_changed()
        self._check()
        self.form.field("recipient").entry.setFocus()  # type: ignore[attr-defined]  # a widget

    def transfer(self) -> NewTransfer:
        """What is typed. Raises InvalidInput."""
        values = self.form.values()
        if values["on"] is None:
            raise InvalidInput((Problem("on", Message(N_("Type the day."))),))
        values["person_ids"] = tuple(map(int, values["person_ids"]))
        values["basis"] = Basis(values["basis"])
        return NewTransfer(case_id=self._who.case_id, **values)

    def save(self) -> None:
        """Record the transfer."""
        self.form.clear_problems()
        try:
            transfer = self.transfer()
        except InvalidInput as error:
            self.form.show_problems(error.problems)
            return
        self.run(transfers.record, transfer, said=Message(N_("The transfer is in the register.")))

    def done(self, result: int) -> None:
        """Nobody waits for an answer any more."""
        self._pause.stop()
        if self._task is not None:
            self._context.background.cancel(self._task)
        super().done(result)

    def _build_form(self) -> None:
        form = self.form
        form.add("person_ids", N_("Whose data (Space chooses)"), CheckList(self._people, self, lines=4), span=2)
        form.add("recipient", N_("Given to"), TextField(self), hint=N_("The organisation, and who received it."))
        form.add("on", N_("Day"), DateField(self))
        form.add("country", N_("Country"), ChoiceBox(country_choices, self))
        form.add("published", N_("Published for everybody"), YesNo(self))
        form.add("what", N_("What was given (Space chooses)"), CheckList(listed(privacy_names.DATA), self, lines=4))
        form.add("other_what", N_("Other data"), TextField(self))
        form.add("aim", N_("What for"), TextField(self), span=2)
        form.add("basis", N_("Ground"), ChoiceBox(named(privacy_names.BASES), self))
        form.add("reason", N_("Reason, demand or treaty"), TextField(self))
        form.set_values(
            person_ids=tuple(str(person_id) for person_id, _name in self._who.people),
            recipient=self._who.recipient,
            on=settings.today(),
            country=HOME,
            what=_OF_A_LETTER,
            basis=Basis.CONSENT,
        )

    def _people(self) -> list[tuple[str, str]]:
        return [(str(person_id), name) for person_id, name in self._who.people]

    def _on_norms(self, norms: Norms) -> None:
        self._norms = norms
        self._on_changed()

    def _on_changed(self) -> None:
        basis = Basis(self.form.value("basis"))
        abroad = self.form.value("country") != HOME
        keys = [key for key in NORMS[basis] if abroad or key != ABROAD]
        self.form.field("basis").set_hint(ground(self._norms, keys))
        by_consent = self.form.value("basis") == Basis.CONSENT
        self.form.field("reason").setVisible(not by_consent)
        self.form.field("recipient").setVisible(not self.form.value("published"))
        self._pause.start()

    def _check(self) -> None:
        """Ask whose consent does not allow it."""
        if self._task is not None:
            self._context.background.cancel(self._task)
        try:
            transfer = self.transfer()
        except AppError:
            return
        if transfer.basis is not Basis.CONSENT or not transfer.person_ids:
            self._show(())
            return
        self._task = self._context.background.run(
            transfers.lacking,
            self._context.file,
            transfer,
            owner=self,
            on_done=self._show,
            on_error=self.on_refused,
            cancellable=True,
        )

    def _show(self, lacking: Lacking) -> None:
        self._lacking = lacking
        self.note.setVisible(bool(lacking))
        self.leave_out.setVisible(0 < len(lacking) < len(self.form.value("person_ids")))
        if len(lacking) == 1 and len(self._who.people) == 1:
            self.note.show_message(lacking[0][2], "warn")
        elif lacking:
            told = {"count": len(lacking), "names": ", ".join(name for _id, name, _why in lacking[:3])}
            text = N_("No consent allows it for %(count)s of those chosen: %(names)s.")
            self.note.show_message(Message(text, told), "warn")

    def _on_leave_out(self) -> None:
        gone = {str(person_id) for person_id, _name, _why in self._lacking}
        self.form.set_values(person_ids=[each for each in self.form.value("person_ids") if each not in gone])


def offer_after_letter(context: Context, parent: QWidget, letter_id: int) -> Dialog:
    """Offer to note in the register that a letter leaves the centre; call it when its copy was saved."""
    return ask(
        parent,
        N_("Does the letter leave the centre?"),
        Message(_OFFER),
        N_("Note the transfer …"),
        partial(_read_people, context, parent, letter_id),
    )


def _read_people(context: Context, parent: QWidget, letter_id: int) -> None:
    context.background.run(
        transfers.people_of_letter,
        context.file,
        letter_id,
        owner=parent,
        on_done=partial(_open, context, parent),
    )


def _open(context: Context, parent: QWidget, who: TransferPeople) -> None:
    TransferDialog(context, who, parent).open()
