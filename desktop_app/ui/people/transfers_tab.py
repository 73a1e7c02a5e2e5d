"""To whom data of one person were given."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.transfers import TransferPeople, TransferRow
from desktop_app.i18n import N_
from desktop_app.services import transfers
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.labels import EmptyHint
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.common.wording import day
from desktop_app.ui.context import Context
from desktop_app.ui.privacy import wording
from desktop_app.ui.privacy.transfer_dialog import TransferDialog

_EMPTY = N_("Nothing was given to others. Note it here when it happens: to whom, what for, on which ground.")


class TransfersTab(QWidget):
    """A table of transfers, newest first; `read` is called when the tab is looked at."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._name = ""
        self.person_id = 0
        self.table = Table[TransferRow](_columns(), self, empty=EmptyHint(_EMPTY))
        self.table.setMinimumHeight(120)
        self.record_button = Button(N_("Note a transfer …"), self, icon="plus")
        self.record_button.clicked.connect(self.record)
        row = QHBoxLayout()
        row.addWidget(self.record_button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.table, 1)

    def show_person(self, person_id: int, name: str, erased: bool) -> None:
        """Show another person; nothing is read until somebody looks."""
        if person_id != self.person_id:
            self.table.set_rows(())
        self.person_id, self._name = person_id, name
        self.record_button.setVisible(not erased)

    def read(self) -> None:
        """Read the transfers anew."""
        if self.person_id:
            self._context.background.run(
                transfers.of_person, self._context.file, self.person_id, owner=self, on_done=self._on_read
            )

    def record(self) -> TransferDialog:
        """Ask for a new transfer."""
        who = TransferPeople(None, ((self.person_id, self._name),))
        dialog = TransferDialog(self._context, who, self)
        dialog.open()
        return dialog

    def _on_read(self, rows: tuple[TransferRow, ...]) -> None:
        if all(row.person_id == self.person_id for row in rows):
            self.table.set_rows(rows)


def _columns() -> tuple[Column[TransferRow], ...]:
    return (
        Column(N_("Day"), _day, width=100),
        Column(N_("Given to"), wording.recipient, width=160, stretch=True),
        Column(N_("Country"), wording.country, width=110),
        Column(N_("Data"), wording.data, width=160, stretch=True),
        Column(N_("Ground"), wording.basis, width=160, stretch=True),
        Column(N_("Case"), _case, width=100),
    )


def _day(row: TransferRow) -> str:
    return day(row.on)


def _case(row: TransferRow) -> str:
    return row.case_number
