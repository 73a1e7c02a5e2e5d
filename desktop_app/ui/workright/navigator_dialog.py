"""“May they work?”: questions at the left, the answer beside them. For a person of the file, or on the phone."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.changes import Saved
from desktop_app.domain.work_facts import WorkFacts
from desktop_app.errors import AppError, InvalidInput, Message
from desktop_app.i18n import N_
from desktop_app.law.countries import known_countries
from desktop_app.services import work_right
from desktop_app.services.work_right import WorkAnswer
from desktop_app.ui.background import Task
from desktop_app.ui.common.buttons import Button, PrimaryButton
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.drafts import Drafted, announce
from desktop_app.ui.common.labels import Note, PlainLabel
from desktop_app.ui.common.page import scrolling
from desktop_app.ui.context import Context
from desktop_app.ui.workright import wording
from desktop_app.ui.workright.answer_view import AnswerView
from desktop_app.ui.workright.country_dialog import CountryDialog
from desktop_app.ui.workright.questions_form import QuestionsForm

_PAUSE_MS: Final = 200
_SIZE: Final = (1120, 760)
_LEAST_WIDTH: Final = 820
_ABOUT: Final = N_("Ask only what the person knows; what is not known stays open. Nothing is kept of this.")
_ABOUT_PERSON: Final = N_(
    "Citizenship comes from the card, entries from the stays. The answers are kept with the person."
)
_MISSING: Final = {
    "citizenship": N_("The citizenship does not stand on the card of the person yet. Enter it there first."),
    "entered_on": N_("No stay that lasts is noted. Note the last entry among the stays: dates are counted from it."),
}


class NavigatorDialog(Dialog):
    """`person_id` 0: a question on the phone, nothing is kept."""

    def __init__(
        self, context: Context, parent: QWidget, person_id: int = 0, *, facts: WorkFacts | None = None
    ) -> None:
        super().__init__(parent, N_("May they work?"), width=_LEAST_WIDTH)
        self._context, self._person_id = context, person_id
        self._facts = facts or WorkFacts()
        self._answer: WorkAnswer | None = None
        self._asked: WorkFacts | None = None
        self._task: Task | None = None
        self.note = Note(self)
        self.note.hide()
        self.form = QuestionsForm(self, of_person=bool(person_id))
        self.view = AnswerView(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._build()
        window = parent.window()
        self.resize(min(_SIZE[0], window.width() - 24), min(_SIZE[1], window.height() - 24))
        self.form.changed.connect(self._pause.start)
        self._pause.timeout.connect(self.ask)
        if person_id:
            self.save_button.setEnabled(False)
            context.background.run(work_right.of_person, context.file, person_id, owner=self, on_done=self._on_read)
        else:
            self.form.show_given(self._facts)
            self.ask()
        self.form.focus_first()

    def ask(self) -> None:
        """Answer what is typed now, unless it was answered already."""
        facts = self.form.facts(self._facts)
        if facts == self._asked:
            return
        self._asked = facts
        if self._task is not None:
            self._context.background.cancel(self._task)
        self._task = self._context.background.run(
            work_right.quick,
            self._context.file,
            facts,
            owner=self,
            on_done=self._on_answered,
            on_error=self._on_refused,
            cancellable=True,
        )

    def save(self) -> None:
        """Keep the answers of a person and close."""
        self.form.clear_problems()
        try:
            given = self.form.given()
        except InvalidInput as error:
            self._on_refused(error)
            return
        self._context.background.run(
            work_right.save,
            self._context.file,
            self._person_id,
            given,
            owner=self,
            on_done=self._on_saved,
            on_error=self._on_refused,
        )

    def copy(self) -> None:
        """Put the whole answer on the clipboard."""
        if self._answer is not None:
            QGuiApplication.clipboard().setText(wording.whole(self._answer))
            self._context.bus.said.emit(Message(N_("The answer is on the clipboard for fifteen seconds.")))

    def done(self, result: int) -> None:
        """Nobody waits for an answer any more."""
        self._pause.stop()
        if self._task is not None:
            self._context.background.cancel(self._task)
        super().done(result)

    def _build(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(PlainLabel(_ABOUT_PERSON if self._person_id else _ABOUT, self, role="hint", wrap=True))
        left.addWidget(self.form)
        left.addStretch()
        right.addWidget(self.view)
        right.addStretch()
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(scrolling(left, self), 2)
        row.addWidget(scrolling(right, self), 3)
        self.body.addWidget(self.note)
        self.body.addLayout(row, 1)
        self.sheet_button = self.add_button(Button(N_("Country sheet …"), self, icon="info"), self.open_sheet)
        self.add_button(Button(N_("Copy the answer"), self, icon="copy", shortcut="Ctrl+Shift+C"), self.copy)
        if self._person_id:
            self.add_cancel()
            self.save_button = self.add_button(
                PrimaryButton(N_("Keep the answers"), self, icon="save", shortcut="Ctrl+S"), self.save
            )
        else:
            self.add_button(PrimaryButton(N_("Close"), self), self.accept)

    def open_sheet(self) -> CountryDialog:
        """Show what is known of the citizenship."""
        dialog = CountryDialog(self._context, self._citizenship(), self)
        dialog.open()
        return dialog

    def _citizenship(self) -> str:
        return self.form.facts(self._facts).citizenship

    def _on_read(self, answer: WorkAnswer) -> None:
        self._facts = answer.navigator.facts
        self.form.show_given(answer.answers)
        self._asked = self.form.facts(self._facts)
        self.save_button.setEnabled(True)
        name = f"person:{self._person_id}:work"
        announce(self._context.bus, Drafted(self, name, form=self.form))
        self._on_answered(answer)

    def _on_answered(self, answer: WorkAnswer) -> None:
        self._answer = answer
        missing = next((_MISSING[name] for name in answer.navigator.questions if name in _MISSING), None)
        self.note.show_message(Message(missing) if missing and self._person_id else None, "warn")
        self.form.clear_problems()
        self.form.show_only(answer.navigator.questions)
        self.view.show_answer(answer)
        self.sheet_button.setEnabled(self._citizenship() in known_countries())

    def _on_refused(self, error: AppError) -> None:
        self.form.show_error(error)

    def _on_saved(self, _saved: Saved) -> None:
        self._context.bus.said.emit(Message(N_("The answers are kept with the person.")))
        self.accept()


def open_navigator(context: Context, parent: QWidget) -> NavigatorDialog:
    """Answer a question on the phone, without any person."""
    dialog = NavigatorDialog(context, parent)
    dialog.open()
    return dialog


def opener(context: Context, parent: QWidget) -> partial[NavigatorDialog]:
    """What a button of another screen is connected to."""
    return partial(open_navigator, context, parent)
