"""Where a worker sleeps and how to reach them without harm."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_app.domain.at_risk import ASKED
from desktop_app.domain.cases import CaseWorker
from desktop_app.domain.changes import Kind, Saved
from desktop_app.errors import Message
from desktop_app.i18n import N_
from desktop_app.services import people, warnings
from desktop_app.services.files import OpenFile
from desktop_app.ui.common import blur
from desktop_app.ui.common.drafts import Drafted, announce
from desktop_app.ui.common.fields import ChoiceBox, TextField
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.common.wording import named
from desktop_app.ui.context import Context
from desktop_app.ui.privacy.form_dialog import FormDialog


class SafetyDialog(FormDialog):
    """Fields `lives_at_site`, `phone_safe`, `safe_contact`; where they sleep may be the same for all the crew."""

    def __init__(
        self, context: Context, case_id: int, worker: CaseWorker, crew: tuple[int, ...], parent: QWidget
    ) -> None:
        super().__init__(context, parent, N_("How to reach the worker safely"), columns=2)
        self._case_id, self._worker, self._crew = case_id, worker, crew
        self.setProperty("worker", worker.id)
        self.note.show_text(blur.name(worker.person.full_name), "info")
        self.same = QCheckBox(self)
        Texts(self.same).set(self.same.setText, N_("The same for all workers of the case"))
        self._build_form()
        self.add_save(N_("Save"))
        context.background.run(
            warnings.living_at_site, context.file, case_id, owner=self, on_done=self._on_read, on_error=self.on_refused
        )

    def save(self) -> None:
        """Keep the answers."""
        values = self.typed()
        if values is None:
            return
        about = self._crew if self.same.isChecked() else (self._worker.id,)
        said = Message(N_("The answers are saved."))
        self.run(save_safety, self._case_id, self._worker, about, values, said=said)

    def _build_form(self) -> None:
        form = self.form
        form.add("lives_at_site", N_("Sleeps where they work"), ChoiceBox(named(ASKED), self), span=2)
        form.add_widget(self.same)
        form.add("phone_safe", N_("May be called on the phone"), ChoiceBox(named(ASKED), self))
        form.add(
            "safe_contact",
            N_("How to reach them instead"),
            TextField(self, personal=True),
            hint=N_("A relative, a place, an hour. Never in a letter."),
        )
        person = self._worker.person
        form.set_values(phone_safe=person.phone_safe, safe_contact=person.safe_contact)

    def _on_read(self, living: dict[int, str]) -> None:
        self.form.set_values(lives_at_site=living.get(self._worker.id, ""))
        self.form.focus_first()
        name = f"case:{self._case_id}:safety:{self._worker.id}"
        announce(self._context.bus, Drafted(self, name, form=self.form))


def save_safety(
    file: OpenFile, case_id: int, worker: CaseWorker, about: tuple[int, ...], values: dict[str, str]
) -> Saved:
    """Keep where these workers sleep, and how one of them is reached. Raises InvalidInput."""
    person = replace(worker.person, phone_safe=values["phone_safe"], safe_contact=values["safe_contact"])
    kinds: frozenset[Kind] = frozenset()
    if person != worker.person:
        kinds = people.save(file, worker.person_id, person).kinds
    saved = warnings.set_living_at_site(file, case_id, about, values["lives_at_site"])
    return replace(saved, kinds=saved.kinds | kinds)
