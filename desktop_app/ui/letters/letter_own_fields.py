"""What one kind of letter asks beyond the others: whom it goes to, and its own questions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.addressees import BODIES, Addressee, AddresseeKind
from desktop_app.domain.answers import Answers
from desktop_app.domain.letters import LetterLanguage
from desktop_app.errors import InvalidInput, Message, Problem
from desktop_app.services.letter_kinds import KindOfLetter
from desktop_app.ui.common.answer_form import NOT_CHOSEN, AnswerForm
from desktop_app.ui.common.forms import Form
from desktop_app.ui.letters.addressee_field import AddresseeField
from desktop_app.ui.letters.letter_names import kind_of

ANSWERS: Final = "answers."
ADDRESSEE: Final = "addressee"

NewField = Callable[[AddresseeKind, QWidget], AddresseeField]
"""Makes the field for addressees of a kind."""


class OwnFields(QWidget):
    """The fields of the kind that is chosen. What was typed for another kind waits until it is chosen again."""

    changed = Signal()

    def __init__(self, new_field: NewField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._new_field = new_field
        self._kind: KindOfLetter | None = None
        self._questions: dict[str, AnswerForm] = {}
        self._addressees: dict[AddresseeKind, AddresseeField] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    @property
    def questions(self) -> AnswerForm | None:
        """The questions of the kind that is chosen."""
        return None if self._kind is None else self._questions.get(self._kind.id)

    @property
    def addressee_field(self) -> AddresseeField | None:
        """Where the body is chosen, when the kind goes to one."""
        return None if self._kind is None else self._addressees.get(self._kind.addressee)

    def show_kind(self, kind: KindOfLetter | None) -> None:
        """Show the fields of this kind and no others."""
        self._kind = kind
        if kind is not None:
            self._make(kind)
        shown = (self.questions, self.addressee_field)
        for form in self._forms():
            form.setVisible(form in shown)
        self.setVisible(any(form is not None for form in shown))
        self._lead_tab()

    def renew_addressees(self) -> None:
        """Offer what the directory holds now; what was typed stays."""
        kept = {kind: field.draft() for kind, field in self._addressees.items() if field.is_touched}
        for field in self._addressees.values():
            self._column.removeWidget(field)
            field.hide()
            field.deleteLater()
        self._addressees = {}
        self.show_kind(self._kind)
        for kind, content in kept.items():
            self._addressee_of(kind).take_draft(content)
        self.show_kind(self._kind)

    def answers(self) -> Answers:
        """What was answered. InvalidInput names the fields as a letter does."""
        form = self.questions
        try:
            return {} if form is None else form.answers()
        except InvalidInput as error:
            raise InvalidInput(tuple(Problem(ANSWERS + each.field, each.message) for each in error.problems)) from error

    def addressee(self) -> Addressee | None:
        """The body the letter goes to, None while none is told."""
        field = self.addressee_field
        return None if field is None else field.addressee()

    def show_values(self, answers: Answers, addressee: Addressee | None) -> None:
        """Show what was kept for the kind that is chosen."""
        if self.questions is not None:
            known = {spec.name for spec in self.questions.specs}
            self.questions.set_answers({name: answer for name, answer in answers.items() if name in known})
        if self.addressee_field is not None and addressee is not None:
            self.addressee_field.show_addressee(addressee)

    def set_language(self, chosen: LetterLanguage, *, with_copy: bool) -> None:
        """Ask for names in the languages of the letter."""
        for field in self._addressees.values():
            field.set_language(chosen, with_copy=with_copy)

    def show_problems(self, problems: Iterable[Problem], *, quietly: bool) -> tuple[Problem, ...]:
        """Show what is about these fields; the problems that are about others. `quietly` moves no cursor."""
        others: list[Problem] = []
        own: dict[Form, list[Problem]] = {}
        for problem in problems:
            form, name = self._place(problem.field)
            if form is None:
                others.append(problem)
            else:
                own.setdefault(form, []).append(Problem(name, problem.message))
        for form, found in own.items():
            if quietly:
                mark(form, found)
            else:
                form.show_problems(found)
        return tuple(others)

    def clear_problems(self) -> None:
        """Forget all problems."""
        for form in self._forms():
            form.clear_problems()

    def draft(self) -> Any:
        """The answers and the addressees as they stand, by kind."""
        return {
            "answers": {kind: form.draft() for kind, form in self._questions.items()},
            "addressees": {kind.value: field.draft() for kind, field in self._addressees.items() if field.is_touched},
        }

    def take_draft(self, content: Any) -> None:
        """Put back what `draft` gave for the kinds that there still are."""
        told = content if isinstance(content, dict) else {}
        for name, kept in _items(told.get("answers")):
            kind = kind_of(name)
            if kind is not None:
                self._make(kind)
            if name in self._questions:
                self._questions[name].take_draft(kept)
        for name, kept in _items(told.get("addressees")):
            if name in tuple(AddresseeKind) and AddresseeKind(name) in BODIES:
                self._addressee_of(AddresseeKind(name)).take_draft(kept)
        self.show_kind(self._kind)

    def _make(self, kind: KindOfLetter) -> None:
        if kind.addressee in BODIES:
            self._addressee_of(kind.addressee)
        if kind.fields and kind.id not in self._questions:
            form = AnswerForm(kind.fields, self, columns=1, open_choice=NOT_CHOSEN)
            form.changed.connect(self.changed)
            self._questions[kind.id] = form
            self._column.addWidget(form)

    def _lead_tab(self) -> None:
        """Let Tab come here before what stands below, though these fields were made later."""
        chain = list(_stops(self))
        before = next((each for each in reversed(chain) if not self.isAncestorOf(each)), chain[-1] if chain else self)
        for form in (self.addressee_field, self.questions):
            for stop in (each for each in chain if form is not None and form.isAncestorOf(each)):
                QWidget.setTabOrder(before, stop)
                before = stop

    def _addressee_of(self, kind: AddresseeKind) -> AddresseeField:
        if kind not in self._addressees:
            field = self._new_field(kind, self)
            field.changed.connect(self.changed)
            self._addressees[kind] = field
            self._column.insertWidget(0, field)
        return self._addressees[kind]

    def _place(self, name: str) -> tuple[Form | None, str]:
        """The form that a problem of a letter is about, and its name there."""
        if name.startswith(ANSWERS):
            return self.questions, name.removeprefix(ANSWERS)
        if name.partition(".")[0] == ADDRESSEE:
            return self.addressee_field, name.removeprefix(ADDRESSEE).lstrip(".")
        return None, name

    def _forms(self) -> Iterator[AnswerForm | AddresseeField]:
        yield from self._addressees.values()
        yield from self._questions.values()


def _stops(first: QWidget) -> Iterator[QWidget]:
    """Where Tab would stop after `first`, round to it again."""
    at = first.nextInFocusChain()
    while at is not None and at is not first:
        if at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield at
        at = at.nextInFocusChain()


def mark(form: Form, problems: Iterable[Problem]) -> None:
    """Say beside each field what is wrong with it, and leave the cursor where it is."""
    form.clear_problems()
    loose: Message | None = None
    for problem in problems:
        try:
            form.field(problem.field).show_problem(problem.message)
        except KeyError:
            loose = loose or problem.message
    form.note.show_message(loose)


def _items(told: Any) -> list[tuple[str, Any]]:
    return list(told.items()) if isinstance(told, dict) else []
