"""The questions about a contract, part below part, those left out of sight that make no sense after the answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.answers import YES, Answer
from desktop_app.domain.contract_questions import PARTS, asked
from desktop_app.errors import AppError, InvalidInput, Problem
from desktop_app.i18n import N_
from desktop_app.ui.common.answer_form import AnswerForm, stored
from desktop_app.ui.common.buttons import LinkButton
from desktop_app.ui.common.labels import PlainLabel

_LISTED: Final = "requisites"
_REQUISITE: Final = "names_"


class QuestionParts(QWidget):
    """One form a part. `changed` tells that an answer was given or taken back."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._forms: list[tuple[PlainLabel, AnswerForm]] = []
        for part in PARTS:
            heading = PlainLabel(part.title, self, role="heading", wrap=True)
            form = AnswerForm(part.questions, self)
            for question in part.questions:
                form.field(question.name).title.setWordWrap(True)
            column.addWidget(heading)
            if part.name == _LISTED:
                self.all_named = LinkButton(N_("All of them are named"), self, icon="check")
                column.addWidget(self.all_named, 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(form)
            form.changed.connect(self._on_changed)
            self._forms.append((heading, form))
        self.all_named.clicked.connect(self.name_all)
        self._hide_senseless()

    def answers(self) -> dict[str, Answer]:
        """What was answered to the questions in sight. InvalidInput for what makes no sense."""
        found: dict[str, Answer] = {}
        problems: list[Problem] = []
        for _heading, form in self._forms:
            try:
                found |= form.answers()
            except InvalidInput as error:
                problems += error.problems
        sensible = asked(found)
        problems = [problem for problem in problems if problem.field in sensible]
        if problems:
            raise InvalidInput(tuple(problems))
        return {name: answer for name, answer in found.items() if name in sensible}

    def readable(self) -> dict[str, Answer]:
        """As `answers`, what makes no sense yet left out: for findings while somebody types."""
        found = self._readable()
        sensible = asked(found)
        return {name: answer for name, answer in found.items() if name in sensible}

    def name_all(self) -> None:
        """Answer yes to each requisite that was not answered yet: the others are mended one by one."""
        for _heading, form in self._forms:
            for spec in form.specs:
                if spec.name.startswith(_REQUISITE) and not form.value(spec.name):
                    form.set_values(**{spec.name: YES})

    def set_answers(self, answers: Mapping[str, Answer]) -> None:
        """Show these answers and no others."""
        for _heading, form in self._forms:
            form.blockSignals(True)
            form.set_answers(answers)
            form.blockSignals(False)
        self._on_changed()

    def show_problems(self, problems: Iterable[Problem]) -> bool:
        """Show each problem beside its question. Whether one of them was."""
        problems = tuple(problems)
        found = False
        for _heading, form in self._forms:
            names = {spec.name for spec in form.specs}
            found |= form.show_problems(problem for problem in problems if problem.field in names)
        return found

    def draft(self) -> Any:
        """Every field as it stands."""
        return {name: text for _heading, form in self._forms for name, text in form.draft().items()}

    def take_draft(self, content: Any) -> None:
        """Put back what `draft` gave."""
        for _heading, form in self._forms:
            form.take_draft(content)

    def _on_changed(self) -> None:
        self._hide_senseless()
        self.changed.emit()

    def _hide_senseless(self) -> None:
        sensible = asked(self._readable())
        for heading, form in self._forms:
            any_left = False
            for spec in form.specs:
                wanted = spec.name in sensible
                any_left |= wanted
                field = form.field(spec.name)
                if field.isVisibleTo(form) != wanted:
                    field.setVisible(wanted)
            heading.setVisible(any_left)
            if any(spec.name.startswith(_REQUISITE) for spec in form.specs):
                self.all_named.setVisible(any_left)
            form.setVisible(any_left)

    def _readable(self) -> dict[str, Answer]:
        """Every answer that makes sense, those to questions out of sight too."""
        found: dict[str, Answer] = {}
        for _heading, form in self._forms:
            for spec in form.specs:
                try:
                    answer = Answer(stored(form.value(spec.name)))
                except AppError:
                    continue
                if answer.value:
                    found[spec.name] = answer
        return found
