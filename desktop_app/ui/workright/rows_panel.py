"""A small table of a person's rows with the buttons that note, change and remove them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.i18n import N_
from desktop_app.ui.common.buttons import Button, IconButton
from desktop_app.ui.common.labels import EmptyHint, PlainLabel
from desktop_app.ui.common.table import Column, Table

R = TypeVar("R")
_LEAST_HEIGHT = 150


class RowsPanel(QWidget, Generic[R]):
    """`wanted(row)`: note a new row (None) or change one. `removed(row)`: the row is to go."""

    wanted = Signal(object)
    removed = Signal(object)

    def __init__(
        self, title: str, note: str, columns: Sequence[Column[R]], empty: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.table = Table[R](columns, self, empty=EmptyHint(empty))
        self.table.setMinimumHeight(_LEAST_HEIGHT)
        self.note_button = Button(note, self, icon="plus")
        self.change_button = IconButton("pencil", N_("Change …"), self)
        self.remove_button = IconButton("trash-2", N_("Remove"), self)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.note_button, self.change_button, self.remove_button):
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(PlainLabel(title, self, role="heading"))
        column.addLayout(row)
        column.addWidget(self.table, 1)
        self.note_button.clicked.connect(self._on_note)
        self.change_button.clicked.connect(self._on_change)
        self.remove_button.clicked.connect(self._on_remove)
        self.table.opened.connect(self.wanted)
        self.table.chosen.connect(self._on_chosen)
        self._on_chosen()

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show these rows."""
        self.table.set_rows(rows)

    def row_that(self, fits: Callable[[R], bool]) -> R | None:
        """The first row that fits."""
        return next((row for row in self.table.rows if fits(row)), None)

    def _on_note(self) -> None:
        self.wanted.emit(None)

    def _on_change(self) -> None:
        self.wanted.emit(self.table.current())

    def _on_remove(self) -> None:
        self.removed.emit(self.table.current())

    def _on_chosen(self) -> None:
        chosen = self.table.current() is not None
        self.change_button.setEnabled(chosen)
        self.remove_button.setEnabled(chosen)
