"""Says on the start page that the quarterly check is due, to those who can finish it."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.permissions import Action
from desktop_app.errors import Message
from desktop_app.i18n import N_
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.labels import Note
from desktop_app.ui.context import Context
from desktop_app.ui.quarterly import calls

TAB: Final = 4
"""The place of the quarterly check on the page of the log."""

_DUE: Final = Message(N_("The quarterly check is due. It takes two minutes."))


class DueNote(QWidget):
    """A note and the button that leads to the check; nothing while it is not due."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.note = Note(self, tone="info")
        self.note.show_message(_DUE)
        self.button = Button(N_("Check now"), self)
        self.button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.note, 1)
        row.addWidget(self.button)
        self.hide()

    def refresh(self) -> None:
        """See whether it is due."""
        if self._context.may(Action.FINISH_CHECK):
            self._context.background.run(calls.is_due, self._context.file, owner=self, on_done=self.setVisible)

    def _on_clicked(self) -> None:
        self._context.bus.open_requested.emit("log", TAB)
