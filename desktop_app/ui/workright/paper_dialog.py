"""A paper of a person, noted or corrected."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from desktop_app.domain.papers import PAPER_KINDS, PERMITS, NewPaper, PaperKind, PaperRow
from desktop_app.errors import Message
from desktop_app.i18n import N_
from desktop_app.services import papers
from desktop_app.ui.common.drafts import Drafted, announce
from desktop_app.ui.common.fields import ChoiceBox, DateField, NoteField, TextField
from desktop_app.ui.common.wording import named, region_choices
from desktop_app.ui.context import Context
from desktop_app.ui.privacy.form_dialog import FormDialog

_BOUND: Final = ("region", "employer")


class PaperDialog(FormDialog):
    """Fields named as in domain NewPaper; region and employer only for papers that are bound to them."""

    def __init__(self, context: Context, person_id: int, stored: PaperRow | None, parent: QWidget) -> None:
        super().__init__(context, parent, N_("Paper of a person"), columns=2, size=(680, 0))
        self._person_id, self._stored = person_id, stored
        form = self.form
        form.add("kind", N_("What paper"), ChoiceBox(named(PAPER_KINDS), self))
        form.add("number", N_("Number"), TextField(self, personal=True))
        form.add("issued_on", N_("Issued on"), DateField(self))
        form.add("expires_on", N_("Valid until"), DateField(self), hint=N_("Empty when it has no last day."))
        form.add("region", N_("For which region"), ChoiceBox(region_choices, self))
        form.add("employer", N_("For which employer"), TextField(self, personal=True))
        form.add("note", N_("Note"), NoteField(self, lines=2, personal=True), span=2)
        if stored is not None:
            form.set_values(
                kind=stored.kind,
                number=stored.number,
                issued_on=stored.issued_on,
                expires_on=stored.expires_on,
                region=stored.region,
                employer=stored.employer,
                note=stored.note,
            )
        form.changed.connect(self._on_changed)
        self.add_save(N_("Save"))
        self._on_changed()
        announce(context.bus, Drafted(self, f"person:{person_id}:paper:{stored.id if stored else 0}", form=form))
        form.focus_first()

    def save(self) -> None:
        """Keep the paper."""
        typed = self.typed()
        if typed is None:
            return
        kind = PaperKind(typed["kind"])
        if kind not in PERMITS:
            typed |= dict.fromkeys(_BOUND, "")
        paper = NewPaper(**{**typed, "kind": kind})
        paper_id = None if self._stored is None else self._stored.id
        self.run(papers.save_paper, self._person_id, paper, paper_id, said=Message(N_("The paper is kept.")))

    def _on_changed(self) -> None:
        for name in _BOUND:
            self.form.field(name).setVisible(self.form.value("kind") in PERMITS)
        self.fit()
