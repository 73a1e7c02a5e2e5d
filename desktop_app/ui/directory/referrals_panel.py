"""The referrals of a case: whom the centre sent on, with what consent, and what came of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import settings
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.referrals import RESULTS, ReferralCard, ReferralResult, Result, results_for
from desktop_app.errors import AppError, Message, Problem
from desktop_app.i18n import N_, _, language
from desktop_app.services import referrals
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.drafts import within_reach
from desktop_app.ui.common.fields import ChoiceBox, DateField, TextField
from desktop_app.ui.common.labels import EmptyHint, Note, PlainLabel
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.common.wording import day
from desktop_app.ui.context import Context
from desktop_app.ui.directory import words
from desktop_app.ui.directory.refer_dialog import ReferDialog
from desktop_app.ui.privacy.form_dialog import FormDialog

_EMPTY = N_("Nobody was sent on yet. A shelter, clinic, school or partner is chosen from the directory.")


class ReferralsPanel(QWidget):
    """A heading with its buttons and the table; read when somebody looks."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._card: CaseCard | None = None
        self._is_read = False
        self.note = Note(self, tone="warn")
        self.note.hide()
        self.refer_button = Button(N_("Refer …"), self, icon="map-pin")
        self.result_button = Button(N_("Note the result …"), self, icon="check")
        self.table = Table[ReferralCard](self._columns(), self, empty=EmptyHint(_EMPTY))
        self.table.setMinimumHeight(140)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(PlainLabel(N_("Referrals"), self, role="heading"))
        row.addStretch()
        row.addWidget(self.result_button)
        row.addWidget(self.refer_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.note)
        column.addWidget(self.table)
        self.refer_button.clicked.connect(self.refer)
        self.result_button.clicked.connect(self.note_result)
        self.table.opened.connect(self.note_result)
        self.table.chosen.connect(self._on_chosen)
        self._on_chosen()

    def show_case(self, card: CaseCard) -> None:
        """Show the referrals of this case; they are read when the panel is on screen."""
        if self._card is None or self._card.id != card.id:
            self.table.set_rows(())
            within_reach(self._context.bus, f"case:{card.id}:referral", self, self._on_wanted)
        self._card, self._is_read = card, False
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Read what was not looked at so far."""
        super().showEvent(event)
        if not self._is_read:
            self._read()

    def refer(self) -> ReferDialog | None:
        """Ask where to send a worker."""
        if self._card is None:
            return None
        dialog = ReferDialog(self._context, self._card, self)
        dialog.open()
        return dialog

    def note_result(self, *_row: object) -> ResultDialog | None:
        """Ask what came of the chosen referral."""
        row = self.table.current()
        if self._card is None or row is None:
            return None
        dialog = ResultDialog(self._context, self._card.id, row, self)
        dialog.open()
        return dialog

    def _read(self) -> None:
        if self._card is None:
            return
        self._is_read = True
        self._context.background.run(
            referrals.of_case,
            self._context.file,
            self._card.id,
            owner=self,
            on_done=partial(self._on_read, self._card.id),
            on_error=self._on_error,
        )

    def _on_read(self, case_id: int, rows: tuple[ReferralCard, ...]) -> None:
        if self._card is not None and self._card.id == case_id:
            self.note.show_message(None)
            self.table.set_rows(rows)

    def _on_error(self, error: AppError) -> None:
        self.note.show_message(error.message)

    def _on_wanted(self, _name: str) -> None:
        self.refer()

    def _on_chosen(self) -> None:
        self.result_button.setEnabled(self.table.current() is not None)

    def _columns(self) -> tuple[Column[ReferralCard], ...]:
        return (
            Column(N_("Day"), _day, width=100),
            Column(N_("Where to"), _entry, width=140, stretch=True),
            Column(N_("Who"), self._worker, width=110, personal=True),
            Column(N_("What for"), _aim, width=100, stretch=True, personal=True),
            Column(N_("Consent"), words.ground, width=100),
            Column(N_("Result"), words.result, width=130, mark=_mark),
        )

    def _worker(self, row: ReferralCard) -> str:
        """The name as the card of the case has it: in a sealed case only there it stands whole."""
        workers = self._card.workers if self._card is not None else ()
        named = next((each.person.full_name for each in workers if each.id == row.worker_id), row.worker)
        return named or _("The whole crew")


class ResultDialog(FormDialog):
    """What came of a referral, on which day."""

    def __init__(self, context: Context, case_id: int, row: ReferralCard, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, N_("Result of the referral"))
        self._case_id, self._row = case_id, row
        self.form.add("result", N_("Result"), ChoiceBox(self._choices, self))
        self.form.add("on", N_("Day"), DateField(self))
        self.form.add("note", N_("Note"), TextField(self, personal=True), span=2)
        self.form.set_values(result=row.result or Result.HELPED, on=settings.today())
        self.add_save(N_("Write down"))

    def save(self) -> None:
        """Record the result, or say what is wrong with it."""
        values = self.typed()
        if values is None:
            return
        if values["on"] is None:
            self.form.show_problems((Problem("on", Message(N_("Type the day."))),))
            return
        found = ReferralResult(Result(values["result"]), values["on"], values["note"])
        said = Message(N_("The result is recorded."))
        self.run(referrals.record_result, self._case_id, self._row.id, found, said=said)

    def _choices(self) -> list[tuple[str, str]]:
        return [(str(code), _(RESULTS[code])) for code in results_for(self._row.kind)]


def _day(row: ReferralCard) -> str:
    return day(row.on)


def _entry(row: ReferralCard) -> str:
    return row.entry.within(language())


def _aim(row: ReferralCard) -> str:
    return row.aim


def _mark(row: ReferralCard) -> tuple[str, str] | None:
    return ("circle", "warn") if row.result is None else None
