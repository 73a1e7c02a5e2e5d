"""The questions of the navigator: those that were answered and those still to be asked, no others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from desktop_app.domain.answers import Answer, FieldKind
from desktop_app.domain.work_answers import WorkAnswers
from desktop_app.domain.work_facts import WorkFacts
from desktop_app.domain.work_words import QUESTIONS
from desktop_app.errors import AppError
from desktop_app.ui.common.answer_form import AnswerForm, stored

ALWAYS: Final = ("citizenship", "employer_kind")
FROM_THE_FILE: Final = ("citizenship", "entered_on")
"""What the card and the stays of a person say already."""


class QuestionsForm(AnswerForm):
    """`of_person`: without the questions that the file answers."""

    def __init__(self, parent: QWidget | None = None, *, of_person: bool) -> None:
        specs = tuple(spec for spec in QUESTIONS if not of_person or spec.name not in FROM_THE_FILE)
        super().__init__(specs, parent, columns=1)
        self._kept = {spec.name: spec for spec in specs}
        self.show_only(())

    def facts(self, known: WorkFacts) -> WorkFacts:
        """What is known with what is typed now; a field that makes no sense yet counts as not answered."""
        return replace(known, **{name: self._value(name) for name in self._kept})

    def given(self) -> WorkAnswers:
        """The answers to keep. InvalidInput names every field whose text makes no sense."""
        self.answers()
        names = {field.name for field in fields(WorkAnswers)} & set(self._kept)
        return WorkAnswers(**{name: self._value(name) for name in names})

    def show_given(self, given: WorkAnswers | WorkFacts) -> None:
        """Show what was answered before."""
        values = {name: getattr(given, name, "") for name in self._kept}
        self.set_answers({name: Answer(stored(value)) for name, value in values.items()})

    def show_only(self, asked: Iterable[str]) -> None:
        """Show the questions that are asked, those that always are, and those that have an answer."""
        wanted = {*asked, *ALWAYS}
        for name in self._kept:
            field = self.field(name)
            answered = bool(self._value(name)) or bool(field.problem)
            field.setVisible(name in wanted or answered)

    def _value(self, name: str) -> Any:
        days = self._kept[name].kind is FieldKind.DAY
        try:
            value = self.field(name).entry.value()
        except AppError:
            return None if days else ""
        return value if days else str(value or "")
