"""A stay of a person in the country, noted or corrected."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.domain.stays import Stay, StayRow, check_day
from desktop_app.errors import InvalidInput, Message
from desktop_app.i18n import N_
from desktop_app.services import papers
from desktop_app.ui.common.drafts import Drafted, announce
from desktop_app.ui.common.fields import DateField, NoteField
from desktop_app.ui.context import Context
from desktop_app.ui.privacy.form_dialog import FormDialog


class StayDialog(FormDialog):
    """Entry, exit and a note."""

    def __init__(self, context: Context, person_id: int, stored: StayRow | None, parent: QWidget) -> None:
        super().__init__(context, parent, N_("Stay in Kazakhstan"), columns=2, size=(560, 0))
        self._person_id, self._stored = person_id, stored
        form = self.form
        form.add("entered_on", N_("Entered on"), DateField(self), hint=N_("As the stamp or the migration card shows."))
        form.add("left_on", N_("Left on"), DateField(self), hint=N_("Empty while the stay lasts."))
        form.add("note", N_("Note"), NoteField(self, lines=2, personal=True), span=2)
        if stored is not None:
            form.set_values(entered_on=stored.entered_on, left_on=stored.left_on, note=stored.note)
        self.add_save(N_("Save"))
        announce(context.bus, Drafted(self, f"person:{person_id}:stay:{stored.id if stored else 0}", form=form))
        form.focus_first()

    def save(self) -> None:
        """Keep the stay."""
        typed = self.typed()
        if typed is None:
            return
        try:
            stay = Stay(check_day(typed["entered_on"], "entered_on"), typed["left_on"])
        except InvalidInput as error:
            self.form.show_problems(error.problems)
            return
        stay_id = None if self._stored is None else self._stored.id
        said = Message(N_("The stay is kept."))
        self.run(papers.save_stay, self._person_id, stay, typed["note"], stay_id, said=said)
