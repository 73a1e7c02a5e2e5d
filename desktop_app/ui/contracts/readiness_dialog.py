"""The questions about a claim to court that the file cannot answer by itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.answers import Answer
from desktop_app.domain.changes import Saved
from desktop_app.domain.readiness_questions import QUESTIONS
from desktop_app.errors import InvalidInput, Message
from desktop_app.i18n import N_
from desktop_app.services import readiness
from desktop_app.ui.common.answer_form import AnswerForm
from desktop_app.ui.common.buttons import PrimaryButton
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.drafts import Drafted, announce
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.page import scrolling
from desktop_app.ui.context import Context

_SIZE: Final = (860, 720)
_LEAST_WIDTH: Final = 720


class ReadinessDialog(Dialog):
    """Saved answers make the list of the case anew."""

    def __init__(self, context: Context, case_id: int, answers: Mapping[str, Answer], parent: QWidget) -> None:
        super().__init__(parent, N_("Before a claim goes to court"), width=_LEAST_WIDTH)
        self._context, self._case_id = context, case_id
        self.form = AnswerForm(QUESTIONS, self)
        for question in QUESTIONS:
            self.form.field(question.name).title.setWordWrap(True)
        self.form.set_answers(answers)
        about = PlainLabel(N_("Answer what is known. What the file knows already is not asked."), self, wrap=True)
        inside = QVBoxLayout()
        inside.setSpacing(12)
        inside.addWidget(about)
        inside.addWidget(self.form)
        inside.addStretch()
        self.body.addWidget(scrolling(inside, self), 1)
        self.add_cancel()
        self.save_button = PrimaryButton(N_("Save"), self, icon="save", shortcut="Ctrl+S")
        self.add_button(self.save_button, self.save)
        window = parent.window()
        self.resize(min(_SIZE[0], window.width() - 24), min(_SIZE[1], window.height() - 24))
        announce(context.bus, Drafted(self, f"case:{case_id}:readiness", form=self.form))

    def save(self) -> None:
        """Keep the answers."""
        try:
            answers = self.form.answers()
        except InvalidInput as error:
            self.form.show_problems(error.problems)
            return
        self._context.background.run(
            readiness.record,
            self._context.file,
            self._case_id,
            answers,
            owner=self,
            on_done=self._on_saved,
            on_error=self.form.show_error,
        )

    def _on_saved(self, _saved: Saved) -> None:
        self._context.bus.said.emit(Message(N_("The answers are kept, the list is made anew.")))
        self.accept()
