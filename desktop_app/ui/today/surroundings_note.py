"""What around the file could do it harm, told after signing in; nothing is shown while all is well."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.errors import AppError, Message
from desktop_app.services import surroundings
from desktop_app.ui.common.labels import Note
from desktop_app.ui.context import Context


class SurroundingsNote(QWidget):
    """Looks once for each signing in, on the worker; each warning is a note of its own."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._begun = False
        self.notes: list[Note] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.hide()

    def begin(self) -> None:
        """Look at the place of the file and at its disk, unless that was done."""
        if not self._begun:
            self._begun = True
            self._context.background.run(
                surroundings.warnings, self._context.file, owner=self, on_done=self._on_found, on_error=self._on_error
            )

    def _on_found(self, found: tuple[Message, ...]) -> None:
        for message in found:
            note = Note(self, tone="warn")
            note.show_message(message)
            self._column.addWidget(note)
            self.notes.append(note)
        self.setVisible(bool(found))

    def _on_error(self, error: AppError) -> None:
        self._on_found((error.message,))
