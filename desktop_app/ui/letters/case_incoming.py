"""The papers that came in for one case, below its letters: registering another, correcting one."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.posting import IncomingRow
from desktop_app.i18n import N_
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.common.wording import day
from desktop_app.ui.context import Context
from desktop_app.ui.letters import incoming_opening

_EMPTY: Final = N_(
    "No paper has come in for this case yet. Register each answer here, with its scan: it closes the day it was "
    "waited for by."
)

_LEAST: Final = 84
"""The title of the table and a row, in pixels."""


class CaseIncoming(QWidget):
    """Newest first; Enter opens a paper as the Letters page does. Without papers it is as low as its hint."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._case_id = 0
        self.register_button = Button(N_("Register a paper …"), self, icon="inbox", shortcut="Ctrl+R")
        self.hint = PlainLabel(_EMPTY, self, role="muted", wrap=True)
        self.table = Table[IncomingRow](_columns(), self)
        self.table.setMinimumHeight(_LEAST)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(PlainLabel(N_("Incoming papers"), self, role="heading"), 1)
        head.addWidget(self.register_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.hint)
        column.addWidget(self.table, 1)
        self._show_room(False)
        self.register_button.clicked.connect(self.register)
        self.table.opened.connect(self._on_opened)

    def show_papers(self, case_id: int, rows: tuple[IncomingRow, ...]) -> None:
        """Show the papers of a case."""
        self._case_id = case_id
        self.table.set_rows(rows)
        self._show_room(bool(rows))

    def register(self) -> None:
        """Begin a paper of this case."""
        if self._case_id:
            incoming_opening.register(self._context, self, self._case_id)

    def _show_room(self, needed: bool) -> None:
        """Leave the room to the letters above while nothing came in."""
        self.hint.setVisible(not needed)
        self.table.setVisible(needed)
        height = QSizePolicy.Policy.Preferred if needed else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Preferred, height)

    def _on_opened(self, row: IncomingRow) -> None:
        incoming_opening.correct(self._context, self, row.case_id, row.id)


def _columns() -> tuple[Column[IncomingRow], ...]:
    return (
        Column(N_("Number"), _number, width=80),
        Column(N_("Received"), _received, width=90),
        Column(N_("Sender"), _sender, width=120, stretch=True, personal=True),
        Column(N_("What it says"), _about, width=120, stretch=True, personal=True),
        Column(N_("Answers letter"), _letter, width=100),
    )


def _number(row: IncomingRow) -> str:
    return row.number


def _received(row: IncomingRow) -> str:
    return day(row.received_on)


def _sender(row: IncomingRow) -> str:
    return row.sender


def _about(row: IncomingRow) -> str:
    return row.about


def _letter(row: IncomingRow) -> str:
    return row.letter
