"""Writing down a conversation: each of the eleven indicators yes, no or not known, with a note."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.domain.indicators import FOUND, INDICATORS, Found, Indicator
from desktop_app.domain.screening import Finding
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_, language
from desktop_app.services import screening
from desktop_app.services.screening import WorkerScreening
from desktop_app.ui.common.dialogs import ask
from desktop_app.ui.common.drafts import Drafted, announce
from desktop_app.ui.common.fields import ChoiceBox, NoteField
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.common.wording import named
from desktop_app.ui.context import Context
from desktop_app.ui.privacy.form_dialog import FormDialog

_SIZE = (900, 740)
WORKING_TRANSLATION = N_(
    "The names of the indicators are working translations: no official ones were found. They are stored by name."
)


class ScreeningDialog(FormDialog):
    """Fields `<indicator>.answer` and `<indicator>.note`; only what was changed is written down."""

    def __init__(self, context: Context, case_id: int, worker: WorkerScreening, parent: QWidget) -> None:
        super().__init__(context, parent, N_("A conversation about the work"), columns=3, size=_SIZE)
        self._case_id, self._worker = case_id, worker
        self.about = PlainLabel(parent=self, role="muted", wrap=True)
        self.inside.insertWidget(0, self.about)
        self.translated = PlainLabel(WORKING_TRANSLATION, self, role="hint", wrap=True)
        self.inside.insertWidget(1, self.translated)
        Texts(self).redraw(self._write)
        self._build_form()
        self.add_save(N_("Write down"))
        self._begun = self._answers()
        self.form.focus_first()
        name = form_name(case_id, worker.worker_id)
        announce(context.bus, Drafted(self, name, form=self.form))

    def findings(self) -> tuple[Finding, ...]:
        """What was changed. Raises InvalidInput."""
        now = self._answers()
        return tuple(Finding(each, *now[each]) for each in Indicator if now[each] != self._begun[each])

    def save(self) -> None:
        """Write down what was changed."""
        try:
            found = self.findings()
        except InvalidInput as error:
            self.form.show_problems(error.problems)
            return
        if not found:
            self.form.show_problems((Problem("", Message(N_("Nothing was changed: answer at least one line."))),))
            return
        said = Message(N_("The screening is written down with your name and today’s date."))
        self.run(screening.record, self._case_id, self._worker.worker_id, found, said=said)

    def reject(self) -> None:
        """Ask before a conversation that was typed is thrown away."""
        if not self._is_changed():
            super().reject()
            return
        ask(
            self,
            N_("Not everything is saved"),
            Message(N_("What was typed about this conversation is not written down yet.")),
            N_("Leave without saving"),
            self._leave,
            loses=True,
        )

    def _leave(self) -> None:
        super().reject()

    def _is_changed(self) -> bool:
        try:
            return bool(self.findings())
        except AppError:
            return True

    def _build_form(self) -> None:
        known = {each.indicator: each for each in self._worker.findings}
        raised = {each.indicator for each in self._worker.prompts}
        for indicator, about in INDICATORS.items():
            answer = self.form.add(f"{indicator}.answer", about.title, ChoiceBox(named(FOUND), self))
            note = self.form.add(
                f"{indicator}.note", N_("What was said"), NoteField(self, lines=2, personal=True), span=2
            )
            answer.set_hint(Message(about.meaning))
            if indicator in raised:
                note.set_hint(Message(about.ask))
            found = known.get(indicator)
            note.entry.set_value(found.note if found is not None else "")
            answer.entry.set_value(found.answer if found is not None else Found.UNKNOWN)

    def _answers(self) -> dict[Indicator, tuple[Found, str]]:
        values = self.form.values()
        return {each: (Found(values[f"{each}.answer"]), values[f"{each}.note"]) for each in Indicator}

    def _write(self) -> None:
        self.translated.setVisible(language() != "en")
        self.about.set_text(
            N_(
                "Speak alone with the worker, in their language, with an interpreter they trust. Ask only what they "
                "want to tell; “not known” is a good answer. Nothing here is a finding about them."
            )
        )


def form_name(case_id: int, worker_id: int) -> str:
    """The name of the draft of this form."""
    return f"case:{case_id}:screening:{worker_id}"
