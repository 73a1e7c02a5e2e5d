"""Labels above, fields, problems below: how every form is laid out and read."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.ui.common.drafts import put_text, text_of
from desktop_app.ui.common.labels import Note, PlainLabel
from desktop_app.ui.common.page import bring_into_view
from desktop_app.ui.common.text_field import Entry

GAP = 16


class Field(QWidget):
    """A label, the field under it, and a line for what is wrong or what helps."""

    def __init__(self, title: str, entry: Entry, parent: QWidget | None = None, *, hint: str = "") -> None:
        super().__init__(parent)
        self.entry = entry
        self.title = PlainLabel(title, self, role="field")
        self._own_hint = Message(hint) if hint else None
        self._hint = PlainLabel(hint, self, role="hint", wrap=True)
        self._hint.setVisible(bool(hint))
        self._problem = PlainLabel(parent=self, wrap=True)
        self._problem.setProperty("tone", "danger")
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        if isinstance(entry, QWidget):
            column.addWidget(entry)
            self.title.setBuddy(entry)
            self.title.texts.redraw(self._name_entry)
        column.addWidget(self._hint)
        column.addWidget(self._problem)
        column.addStretch()
        entry.changed.connect(self._on_changed)
        entry.refused.connect(self.show_problem)

    @property
    def problem(self) -> str:
        """The problem that is shown, empty when none is."""
        return self._problem.text() if self._problem.isVisibleTo(self) else ""

    def show_problem(self, message: Message | None) -> None:
        """Say beside the field what is wrong with it, or nothing."""
        self._problem.setVisible(message is not None)
        if message is not None:
            self._problem.set_message(message)
        self._mark(wrong=message is not None)

    def set_hint(self, message: Message | None) -> None:
        """Show another line of help under the field; None brings back its own, if it has one."""
        shown = message or self._own_hint
        self._hint.setVisible(shown is not None)
        if shown is not None:
            self._hint.set_message(shown)

    def _mark(self, *, wrong: bool) -> None:
        widget = self.entry
        if isinstance(widget, QWidget) and bool(widget.property("wrong")) != wrong:
            widget.setProperty("wrong", wrong)
            widget.style().polish(widget)

    def _name_entry(self) -> None:
        if isinstance(self.entry, QWidget):
            self.entry.setAccessibleName(self.title.text())

    def _on_changed(self) -> None:
        self.show_problem(None)


class Form(QWidget):
    """Named fields in a grid. `changed` tells that something was typed.

    Field names are the attributes of the dataclass that is made from the form, so that its problems find their
    field; a problem without a field of its own is shown above the form.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, columns: int = 2) -> None:
        super().__init__(parent)
        self._fields: dict[str, Field] = {}
        self._columns = columns
        self._row = self._column = 0
        self.note = Note(self, tone="danger")
        self.note.hide()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(12)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.note)
        layout.addLayout(self._grid)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as the wrapped texts are in the width that the form has: it is never given more than this."""
        hint = super().sizeHint()
        if self.isVisible() and self.hasHeightForWidth():
            hint.setHeight(self.heightForWidth(self.width()))
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def add(self, name: str, title: str, entry: Entry, *, hint: str = "", span: int = 1) -> Field:
        """Add a field under `name` with the msgid `title`, `span` columns wide."""
        field = Field(title, entry, self, hint=hint)
        self._place(field, span)
        before = next(reversed(self._fields.values()), None)
        if before is not None and isinstance(before.entry, QWidget) and isinstance(entry, QWidget):
            # Tab follows the form, whatever the order in which the entries were made.
            self.setTabOrder(before.entry, entry)
        self._fields[name] = field
        entry.changed.connect(self.changed)
        return field

    def add_heading(self, msgid: str) -> QLabel:
        """Start a part of the form with a heading."""
        heading = PlainLabel(msgid, self, role="heading")
        self._place(heading, self._columns)
        return heading

    def add_widget(self, widget: QWidget, *, span: int = 0) -> None:
        """Place a widget that is not a field; over the whole width unless `span` says otherwise."""
        self._place(widget, span or self._columns)

    def field(self, name: str) -> Field:
        """The field of this name."""
        return self._fields[name]

    def value(self, name: str) -> Any:
        """The value of one field. AppError as the field raises it."""
        return self._fields[name].entry.value()

    def set_values(self, **values: Any) -> None:
        """Show values by field name."""
        for name, value in values.items():
            self._fields[name].entry.set_value(value)

    def values(self) -> dict[str, Any]:
        """All values by field name. InvalidInput names every field whose text makes no sense."""
        values: dict[str, Any] = {}
        problems: list[Problem] = []
        for name, field in self._fields.items():
            try:
                values[name] = field.entry.value()
            except AppError as error:
                problems.append(Problem(name, error.message))
        if problems:
            raise InvalidInput(tuple(problems))
        return values

    def draft(self) -> Any:
        """The text of every field as it stands; passwords are left out."""
        texts = {name: text_of(field.entry) for name, field in self._fields.items()}
        return {name: text for name, text in texts.items() if text is not None}

    def take_draft(self, content: Any) -> None:
        """Put back what `draft` gave, as far as there are such fields."""
        for name, field in self._fields.items():
            if isinstance(content, dict) and name in content:
                put_text(field.entry, content[name])

    def show_problems(self, problems: Iterable[Problem]) -> bool:
        """Show each problem beside its field, the rest above the form, and go to the first. Whether there were any."""
        self.clear_problems()
        first: Field | None = None
        loose: Message | None = None
        for problem in problems:
            field = self._find(problem.field)
            if field is None:
                loose = loose or problem.message
                continue
            if not field.problem:
                field.show_problem(problem.message)
            first = first or field
        self.note.show_message(loose)
        if first is not None and isinstance(first.entry, QWidget):
            first.entry.setFocus(Qt.FocusReason.OtherFocusReason)
        if first is not None or loose is not None:
            # Once the form has its new shape: a problem takes a line.
            seen = self.note if first is None else first
            QTimer.singleShot(0, seen, partial(bring_into_view, seen))
        return first is not None or loose is not None

    def show_error(self, error: AppError) -> None:
        """Show an error of a service: its problems beside the fields, or its sentence above the form."""
        problems = error.problems if isinstance(error, InvalidInput) else (Problem("", error.message),)
        self.show_problems(problems)

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        first = next(iter(self._fields.values()), None)
        if first is not None and isinstance(first.entry, QWidget):
            first.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_problems(self) -> None:
        """Forget all problems."""
        self.note.show_message(None)
        for field in self._fields.values():
            field.show_problem(None)

    def _find(self, name: str) -> Field | None:
        """The field of this name, or the first of its parts: name stands for name.kk."""
        parts = (field for known, field in self._fields.items() if name and known.startswith(f"{name}."))
        return self._fields.get(name) or next(parts, None)

    def _place(self, widget: QWidget, span: int) -> None:
        if self._column + span > self._columns:
            self._row, self._column = self._row + 1, 0
        self._grid.addWidget(widget, self._row, self._column, 1, span)
        self._column += span
