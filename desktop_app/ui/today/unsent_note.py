"""Says on the start page that letters were made and have not left for days."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.posting import Shown, days_to_send
from desktop_app.errors import Message
from desktop_app.i18n import N_
from desktop_app.services import letter_sending
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.labels import Note
from desktop_app.ui.context import Context

_WAIT: Final = N_("Letters made more than %(days)s days ago that have not left yet: %(count)s.")


class UnsentNote(QWidget):
    """A note and the button that leads to the letters; nothing while every letter has left."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.note = Note(self, tone="warn")
        self.button = Button(N_("Show the letters"), self)
        self.button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.note, 1)
        row.addWidget(self.button)
        self.hide()

    def refresh(self) -> None:
        """Count them."""
        self._context.background.run(letter_sending.unsent, self._context.file, owner=self, on_done=self._on_counted)

    def _on_counted(self, count: int) -> None:
        self.note.show_message(Message(_WAIT, {"days": days_to_send(), "count": count}))
        self.setVisible(count > 0)

    def _on_clicked(self) -> None:
        self._context.bus.filter_requested.emit("letter", Shown.READY)
