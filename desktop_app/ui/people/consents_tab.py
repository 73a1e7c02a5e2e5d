"""The consents of one person, and what is done with them."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.changes import Saved
from desktop_app.domain.consents import ConsentPage, StoredConsent
from desktop_app.errors import Message
from desktop_app.i18n import N_
from desktop_app.services import consents
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.dialogs import Dialog, ask
from desktop_app.ui.common.labels import EmptyHint
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.common.wording import day
from desktop_app.ui.context import Context
from desktop_app.ui.privacy import wording
from desktop_app.ui.privacy.consent_dialog import ConsentDialog
from desktop_app.ui.privacy.withdrawal_dialogs import RefuseDialog, WithdrawDialog

_EMPTY = N_("No consent on file. Record one when it is signed, or note why it could not be obtained.")


class ConsentsTab(QWidget):
    """A table of consents, newest first; `read` is called when the tab is looked at."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._page: ConsentPage | None = None
        self.person_id = 0
        self.table = Table[StoredConsent](_columns(), self, empty=EmptyHint(_EMPTY))
        self.table.setMinimumHeight(120)
        self.record_button = Button(N_("Record a consent …"), self, icon="plus")
        self.withdraw_button = Button(N_("Withdrawn …"), self, icon="x")
        self.stop_button = Button(N_("Processing has stopped …"), self, icon="check")
        self.refuse_button = Button(N_("Refuse with reasons …"), self, icon="scale")
        self._build()
        self._connect()
        self._on_chosen()

    def show_person(self, person_id: int, erased: bool) -> None:
        """Show another person; nothing is read until somebody looks."""
        if person_id != self.person_id:
            self._page = None
            self.table.set_rows(())
        self.person_id = person_id
        self.record_button.setVisible(not erased)

    def read(self) -> None:
        """Read the consents anew."""
        if self.person_id:
            self._context.background.run(
                consents.page, self._context.file, self.person_id, owner=self, on_done=self._on_read
            )

    def record(self) -> ConsentDialog | None:
        """Ask for a new consent."""
        if self._page is None or self._page.person_id != self.person_id:
            return None
        dialog = ConsentDialog(self._context, self._page, self)
        dialog.open()
        return dialog

    def withdraw(self) -> WithdrawDialog | None:
        """Ask for the withdrawal of the chosen consent."""
        stored = self.table.current()
        if stored is None:
            return None
        dialog = WithdrawDialog(self._context, stored, self)
        dialog.open()
        return dialog

    def refuse(self) -> RefuseDialog | None:
        """Ask for the reasons of a refusal."""
        stored = self.table.current()
        if stored is None:
            return None
        dialog = RefuseDialog(self._context, stored, self)
        dialog.open()
        return dialog

    def ask_to_stop(self) -> Dialog | None:
        """Ask whether processing has stopped."""
        stored = self.table.current()
        if stored is None:
            return None
        text = N_(
            "From now on the data of this person are not used, given away or added to. When their cases are closed, "
            "mark the person for erasure."
        )
        return ask(self, N_("Processing has stopped"), Message(text), N_("Record"), partial(self.stop, stored))

    def stop(self, stored: StoredConsent) -> None:
        """Record that processing has stopped."""
        self._context.background.run(
            consents.stop, self._context.file, stored.person_id, stored.id, owner=self, on_done=self._on_stopped
        )

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.record_button, self.withdraw_button, self.stop_button, self.refuse_button):
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.record_button.clicked.connect(self.record)
        self.withdraw_button.clicked.connect(self.withdraw)
        self.stop_button.clicked.connect(self.ask_to_stop)
        self.refuse_button.clicked.connect(self.refuse)
        self.table.chosen.connect(self._on_chosen)

    def _on_read(self, page: ConsentPage) -> None:
        if page.person_id == self.person_id:
            self._page = page
            self.table.set_rows(page.consents)
            if page.consents and self.table.current() is None:
                self.table.select_row(0)

    def _on_chosen(self) -> None:
        stored = self.table.current()
        self.withdraw_button.setVisible(stored is not None and stored.withdrawn is None)
        undecided = stored is not None and stored.is_open
        self.stop_button.setVisible(undecided)
        self.refuse_button.setVisible(undecided)

    def _on_stopped(self, _saved: Saved) -> None:
        self._context.bus.said.emit(Message(N_("It is recorded that processing has stopped.")))


def _columns() -> tuple[Column[StoredConsent], ...]:
    return (
        Column(N_("Given"), _given, width=100),
        Column(N_("How"), wording.how, width=150, stretch=True),
        Column(N_("Valid until"), _until, width=110),
        Column(N_("To third parties"), wording.given_to, width=140, stretch=True),
        Column(N_("Abroad"), wording.abroad, width=110),
        Column(N_("Withdrawal"), wording.fate, width=140, stretch=True, mark=wording.fate_mark),
    )


def _given(stored: StoredConsent) -> str:
    return day(stored.consent.given_on)


def _until(stored: StoredConsent) -> str:
    return day(stored.consent.until)
