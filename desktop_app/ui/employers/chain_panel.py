"""The chain of employers of a case: customer, contractors, intermediary, foreman, beside the one it is against."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.cases import CaseCard
from desktop_app.domain.chains import PARTS, PartyCard
from desktop_app.domain.changes import Saved
from desktop_app.errors import AppError, Message
from desktop_app.i18n import N_, _
from desktop_app.services import chains
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.dialogs import ask
from desktop_app.ui.common.drafts import within_reach
from desktop_app.ui.common.labels import EmptyHint, Note, PlainLabel
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.context import Context
from desktop_app.ui.employers.party_dialog import PartyDialog

_EMPTY = N_("Who else stands behind the work? Add the customer, the contractors, the intermediary, the foreman.")
_TAKEN_OUT = N_("The employer stays in the file; only its place in this case goes.")


class ChainPanel(QWidget):
    """A heading with its buttons and the table; Enter opens the page of an employer."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._case_id = 0
        self._is_read = False
        self.note = Note(self, tone="warn")
        self.note.hide()
        self.add_button = Button(N_("Add to the chain …"), self, icon="plus")
        self.remove_button = Button(N_("Take out of the chain"), self, icon="x")
        self.table = Table[PartyCard](_columns(), self, empty=EmptyHint(_EMPTY))
        self.table.setMinimumHeight(150)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(PlainLabel(N_("Chain of employers"), self, role="heading"))
        row.addStretch()
        row.addWidget(self.remove_button)
        row.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(PlainLabel(_EMPTY, self, role="hint", wrap=True))
        column.addWidget(self.note)
        column.addWidget(self.table)
        self.add_button.clicked.connect(self.add)
        self.remove_button.clicked.connect(self.ask_to_remove)
        self.table.opened.connect(self._on_opened)
        self.table.chosen.connect(self._on_chosen)
        self._on_chosen()

    def show_case(self, card: CaseCard) -> None:
        """Show the chain of this case; it is read when the panel is on screen."""
        if card.id != self._case_id:
            self.table.set_rows(())
            within_reach(self._context.bus, f"case:{card.id}:party", self, self._on_wanted)
        self._case_id, self._is_read = card.id, False
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Read what was not looked at so far."""
        super().showEvent(event)
        if not self._is_read:
            self._read()

    def add(self) -> PartyDialog | None:
        """Ask for another employer of the chain."""
        if not self._case_id:
            return None
        dialog = PartyDialog(self._context, self._case_id, self)
        dialog.open()
        return dialog

    def ask_to_remove(self) -> None:
        """Ask before an employer is taken out of the chain."""
        row = self.table.current()
        if row is None or row.part is None:
            return
        take_out = partial(self._remove, row.id)
        ask(
            self,
            N_("Take out of the chain?"),
            Message(_TAKEN_OUT),
            N_("Take out of the chain"),
            take_out,
            loses=True,
        )

    def _remove(self, party_id: int) -> None:
        self._context.background.run(
            chains.remove,
            self._context.file,
            self._case_id,
            party_id,
            owner=self,
            on_done=self._on_removed,
            on_error=self._on_error,
        )

    def _on_removed(self, _saved: Saved) -> None:
        self._context.bus.said.emit(Message(N_("The chain of employers is changed.")))

    def _read(self) -> None:
        if not self._case_id:
            return
        self._is_read = True
        self._context.background.run(
            chains.of_case,
            self._context.file,
            self._case_id,
            owner=self,
            on_done=partial(self._on_read, self._case_id),
            on_error=self._on_error,
        )

    def _on_read(self, case_id: int, rows: tuple[PartyCard, ...]) -> None:
        if case_id == self._case_id:
            self.note.show_message(None)
            self.table.set_rows(rows)

    def _on_error(self, error: AppError) -> None:
        self.note.show_message(error.message)

    def _on_wanted(self, _name: str) -> None:
        self.add()

    def _on_opened(self, row: PartyCard) -> None:
        self._context.bus.open_requested.emit("employer", row.employer_id)

    def _on_chosen(self) -> None:
        row = self.table.current()
        self.remove_button.setEnabled(row is not None and row.part is not None)


def _columns() -> tuple[Column[PartyCard], ...]:
    return (
        Column(N_("Part in the chain"), _part, width=140),
        Column(N_("Employer"), _name, width=160, stretch=True, personal=True),
        Column(N_("BIN or IIN"), _number, width=105, personal=True),
        Column(N_("Phone"), _phone, width=115, personal=True),
        Column(N_("How it is known"), _note, width=110, stretch=True, personal=True),
    )


def _part(row: PartyCard) -> str:
    return _(N_("The case is against")) if row.part is None else _(PARTS[row.part])


def _name(row: PartyCard) -> str:
    return row.employer.name


def _number(row: PartyCard) -> str:
    return row.employer.bin_iin


def _phone(row: PartyCard) -> str:
    return row.employer.phone


def _note(row: PartyCard) -> str:
    return row.note
