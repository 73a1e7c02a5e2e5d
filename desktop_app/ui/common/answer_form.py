"""A form built from a table of questions (domain.answers)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from PySide6.QtCore import QDynamicPropertyChangeEvent, QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.answers import Answer, FieldKind, FieldSpec
from desktop_app.domain.code_names import EVIDENCE
from desktop_app.domain.dates import PartialDate
from desktop_app.i18n import LANGUAGES, N_, _, for_language
from desktop_app.ui.common.check_list import CheckList
from desktop_app.ui.common.drafts import put_text, text_of
from desktop_app.ui.common.fields import (
    AmountField,
    ChoiceBox,
    DateField,
    Entry,
    NoteField,
    PartialDateField,
    TextField,
)
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.wording import Choices, country_choices, named, region_choices

NOT_ASKED: Final = N_("Not asked yet")
NOT_CHOSEN: Final = N_("Not chosen")
_WIDE: Final = frozenset({FieldKind.NOTE, FieldKind.CHOICES})
_WORD_WIDTH: Final = 210
_LONG_TITLE: Final = 36


class WordedEntry(QWidget):
    """A field and, beside it, on whose word the answer stands. Its value is an Answer made by the form."""

    changed = Signal()
    refused = Signal(object)

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self.word = ChoiceBox(named(EVIDENCE, empty=N_("On whose word?")), self)
        self.word.setFixedWidth(_WORD_WIDTH)
        self.word.texts.redraw(self._name_word)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        if isinstance(entry, QWidget):
            row.addWidget(entry, 1)
            self.setFocusProxy(entry)
        row.addWidget(self.word, 0, Qt.AlignmentFlag.AlignTop)
        entry.changed.connect(self.changed)
        entry.refused.connect(self.refused)
        self.word.changed.connect(self.changed)

    def value(self) -> Any:
        """What was typed. AppError as the field raises it."""
        return self.entry.value()

    def set_value(self, value: Any) -> None:
        """Show a value."""
        self.entry.set_value(value)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """What a screen reader says of the field."""
        super().setAccessibleName(name)
        if isinstance(self.entry, QWidget):
            self.entry.setAccessibleName(name)

    def event(self, event: QEvent) -> bool:
        """What marks the whole as wrong marks the field, whose frame shows it."""
        if isinstance(event, QDynamicPropertyChangeEvent) and event.propertyName() == b"wrong":
            self._mark(wrong=bool(self.property("wrong")))
        return super().event(event)

    def _mark(self, *, wrong: bool) -> None:
        if isinstance(self.entry, QWidget):
            self.entry.setProperty("wrong", wrong)
            self.entry.style().polish(self.entry)

    def _name_word(self) -> None:
        self.word.setAccessibleName(_("On whose word?"))


class AnswerForm(Form):
    """The questions of a table as fields. `answers` reads them, `show_problems` says beside each what is wrong.

    `open_choice` is the msgid that a choice shows while nothing is chosen.
    """

    def __init__(
        self,
        specs: Sequence[FieldSpec],
        parent: QWidget | None = None,
        *,
        columns: int = 2,
        open_choice: str = NOT_ASKED,
    ) -> None:
        super().__init__(parent, columns=columns)
        self.specs = tuple(specs)
        for spec in self.specs:
            entry: Entry = entry_of(spec, self, open_choice)
            if spec.asks_word:
                entry = WordedEntry(entry, self)
            self.add(spec.name, spec.title, entry, hint=spec.hint, span=_span(spec, columns))

    def answers(self) -> dict[str, Answer]:
        """What was answered, empty answers left out. InvalidInput names every field whose text makes no sense."""
        values = self.values()
        found = {spec.name: Answer(stored(values[spec.name]), self._word(spec.name)) for spec in self.specs}
        return {name: answer for name, answer in found.items() if answer.value}

    def set_answers(self, answers: Mapping[str, Answer]) -> None:
        """Show these answers; questions without one are empty."""
        for spec in self.specs:
            answer = answers.get(spec.name, Answer())
            entry = self.field(spec.name).entry
            entry.set_value(shown(spec, answer))
            if isinstance(entry, WordedEntry):
                entry.word.set_value(answer.word)

    def draft(self) -> Any:
        """Every field as it stands, with the words beside them and the choices of lists."""
        kept = dict(super().draft())
        for spec in self.specs:
            entry = self.field(spec.name).entry
            if isinstance(entry, WordedEntry):
                kept[spec.name] = _text(entry.entry)
                kept[f"{spec.name}.word"] = text_of(entry.word)
            elif isinstance(entry, CheckList):
                kept[spec.name] = _text(entry)
        return kept

    def take_draft(self, content: Any) -> None:
        """Put back what `draft` gave, as far as the form still asks for it."""
        super().take_draft(content)
        for spec in self.specs if isinstance(content, dict) else ():
            entry = self.field(spec.name).entry
            plain = entry.entry if isinstance(entry, WordedEntry) else entry
            if isinstance(plain, CheckList):
                kept = content.get(spec.name)
                plain.set_value(kept if isinstance(kept, list) else ())
            elif isinstance(entry, WordedEntry):
                put_text(plain, content.get(spec.name))
            if isinstance(entry, WordedEntry):
                put_text(entry.word, content.get(f"{spec.name}.word"))

    def _word(self, name: str) -> str:
        entry = self.field(name).entry
        return str(entry.word.value()) if isinstance(entry, WordedEntry) else ""


def entry_of(spec: FieldSpec, parent: QWidget | None = None, open_choice: str = NOT_ASKED) -> Entry:
    """The field that this question is answered in; `open_choice` as in AnswerForm."""
    if spec.kind in (FieldKind.YES_NO_UNKNOWN, FieldKind.CHOICE):
        return ChoiceBox(named(dict(spec.offered), empty=open_choice), parent)
    return _ENTRIES[spec.kind](spec, parent)


def stored(value: Any) -> str | tuple[str, ...]:
    """A value of a field as answers keep it."""
    if value is None:
        return ""
    if isinstance(value, PartialDate):
        return value.iso
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return value if isinstance(value, tuple) else str(value)


def shown(spec: FieldSpec, answer: Answer) -> Any:
    """An answer as its field shows it."""
    if spec.kind is FieldKind.PARTIAL_DATE:
        return answer.when
    if spec.kind is FieldKind.DAY:
        return answer.when.full if answer.when is not None else None
    if spec.kind in (FieldKind.AMOUNT, FieldKind.NUMBER):
        return answer.amount
    return answer.codes if spec.kind is FieldKind.CHOICES else answer.text


def _span(spec: FieldSpec, columns: int) -> int:
    """Notes and lists take the whole width, and so does a field with its word beside it or with a long question."""
    longest = max(len(for_language(lang)(spec.title)) for lang in LANGUAGES)
    whole = spec.kind in _WIDE or spec.asks_word or longest > _LONG_TITLE
    return columns if whole else min(spec.span, columns)


def _text(entry: object) -> Any:
    return list(entry.value()) if isinstance(entry, CheckList) else text_of(entry)


def _text_field(_spec: FieldSpec, parent: QWidget | None) -> Entry:
    return TextField(parent, personal=True)


def _note_field(_spec: FieldSpec, parent: QWidget | None) -> Entry:
    return NoteField(parent, lines=3, personal=True)


def _partial_date_field(_spec: FieldSpec, parent: QWidget | None) -> Entry:
    return PartialDateField(parent)


def _day_field(_spec: FieldSpec, parent: QWidget | None) -> Entry:
    return DateField(parent)


def _amount_field(_spec: FieldSpec, parent: QWidget | None) -> Entry:
    return AmountField(parent)


def _choices_field(spec: FieldSpec, parent: QWidget | None) -> Entry:
    return CheckList(_listed(spec), parent, lines=5)


def _country_field(_spec: FieldSpec, parent: QWidget | None) -> Entry:
    return ChoiceBox(country_choices, parent)


def _region_field(_spec: FieldSpec, parent: QWidget | None) -> Entry:
    return ChoiceBox(region_choices, parent)


def _listed(spec: FieldSpec) -> Choices:
    def choices() -> list[tuple[str, str]]:
        return [(code, _(name)) for code, name in spec.offered]

    return choices


_ENTRIES: Final[dict[FieldKind, Callable[[FieldSpec, QWidget | None], Entry]]] = {
    FieldKind.TEXT: _text_field,
    FieldKind.NOTE: _note_field,
    FieldKind.PARTIAL_DATE: _partial_date_field,
    FieldKind.DAY: _day_field,
    FieldKind.AMOUNT: _amount_field,
    FieldKind.NUMBER: _amount_field,
    FieldKind.CHOICES: _choices_field,
    FieldKind.COUNTRY: _country_field,
    FieldKind.REGION: _region_field,
}
