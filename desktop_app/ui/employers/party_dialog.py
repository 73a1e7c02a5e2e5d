"""Putting an employer into the chain of a case: one of the file, found while the name is typed, or a new one."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.domain.chains import PARTS, NewParty, Part
from desktop_app.domain.employers import EmployerCard, EmployerRow
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.services import chains, employers
from desktop_app.ui.common import blur
from desktop_app.ui.common.buttons import LinkButton
from desktop_app.ui.common.drafts import Drafted, announce
from desktop_app.ui.common.fields import ChoiceBox, TextField
from desktop_app.ui.common.labels import Note
from desktop_app.ui.common.suggestions import Suggestions, employer_words, suggest_employers
from desktop_app.ui.common.wording import named
from desktop_app.ui.context import Context
from desktop_app.ui.employers.employer_form import EmployerForm
from desktop_app.ui.privacy.form_dialog import FormDialog

_KNOWN = N_("This employer is in the file already: %(name)s. Its data is corrected on its own card.")


class PartyDialog(FormDialog):
    """The part and a note, and the fields of the employer, closed while one of the file is taken."""

    def __init__(self, context: Context, case_id: int, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, N_("Add to the chain"), size=(720, 560))
        self._case_id = case_id
        self.employer_id: int | None = None
        self.employer = EmployerForm(self)
        self.known = Note(self)
        self.known.hide()
        self.other = LinkButton(N_("Another employer"), self)
        self.other.hide()
        self.form.add("part", N_("Part in the chain"), ChoiceBox(named(PARTS), self))
        self.form.add("note", N_("How it is known"), TextField(self, personal=True))
        at = self.inside.count() - 1
        for widget in (self.known, self.other, self.employer):
            self.inside.insertWidget(at, widget)
            at += 1
        self.add_save(N_("Add"))
        offers = Suggestions(context, self.employer.name, suggest_employers, employer_words)
        offers.picked.connect(self._on_picked)
        self.other.clicked.connect(self._on_other)
        name = f"case:{case_id}:party"
        announce(context.bus, Drafted(self, name, form=self.form, employer=self.employer))

    def save(self) -> None:
        """Add the employer, or say beside the fields what is wrong."""
        self.form.clear_problems()
        self.employer.clear_problems()
        values = self.form.values()
        try:
            employer = self.employer.employer()
        except InvalidInput as error:
            self.employer.show_problems(error.problems)
            return
        party = NewParty(Part(values["part"]), employer, self.employer_id, values["note"])
        self.run(chains.add, self._case_id, party, said=Message(N_("The chain of employers is changed.")))

    def on_refused(self, error: AppError) -> None:
        """Say what was wrong beside the field it is about."""
        self.button.setEnabled(True)
        problems = error.problems if isinstance(error, InvalidInput) else (Problem("", error.message),)
        of_employer = [
            Problem(each.field.removeprefix("employer."), each.message)
            for each in problems
            if each.field.startswith("employer.")
        ]
        self.employer.show_problems(of_employer)
        self.form.show_problems([each for each in problems if not each.field.startswith("employer.")])

    def _on_picked(self, row: EmployerRow) -> None:
        self._context.background.run(employers.card, self._context.file, row.id, owner=self, on_done=self._on_employer)

    def _on_employer(self, card: EmployerCard) -> None:
        self.employer_id = card.id
        self.employer.show_employer(card.employer)
        self.employer.setEnabled(False)
        self.known.show_message(Message(_KNOWN, {"name": blur.name(card.employer.name)}))
        self.other.show()

    def _on_other(self) -> None:
        self.employer_id = None
        self.employer.setEnabled(True)
        self.known.show_message(None)
        self.other.hide()
        self.employer.name.setFocus()
