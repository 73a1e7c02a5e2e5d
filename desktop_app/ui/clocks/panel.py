"""The dates of a case: what is due by when and why, with the keys that set, keep and remove them."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import settings
from desktop_app.domain.cases import CaseCard, Status
from desktop_app.domain.clocks import DeadlineKind, DeadlineRow
from desktop_app.domain.employers import EmployerKind
from desktop_app.domain.limitation import SUSPENSION, Rule, Suspended, Suspension
from desktop_app.i18n import N_, _
from desktop_app.services import clocks, law
from desktop_app.services.files import OpenFile
from desktop_app.ui.clocks import words
from desktop_app.ui.clocks.date_dialogs import AddDateDialog, DoneDialog, RemoveDialog
from desktop_app.ui.clocks.term_dialogs import SuspendDialog, TermDialog
from desktop_app.ui.common import blur
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.drafts import within_reach
from desktop_app.ui.common.labels import EmptyHint, PlainLabel
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.common.wording import day
from desktop_app.ui.context import Context

_LEAST_HEIGHT = 210


class ClocksPanel(QWidget):
    """The table of dates, the keys, and why the chosen date is the day it is."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._card: CaseCard | None = None
        self._norms: words.Norms = {}
        self._today = settings.today()
        self.add_button = Button(N_("Add a date …"), self, icon="plus")
        self.term_button = Button(N_("Count a term …"), self, icon="scale")
        self.suspend_button = Button(N_("The term did not run …"), self, icon="history")
        self.table = Table[DeadlineRow](self._columns(), self, empty=EmptyHint(words.NO_DATES))
        self.table.setMinimumHeight(_LEAST_HEIGHT)
        # Tab goes in the order of making: from a date to what is done with it.
        self.done_button = Button(N_("Done …"), self, icon="check")
        self.remove_button = Button(N_("Remove …"), self, icon="trash-2")
        self.why = PlainLabel(parent=self, role="hint", wrap=True)
        self._build()
        self._connect()
        Texts(self).redraw(self._write)

    def show_case(self, card: CaseCard) -> None:
        """Read the dates of a case."""
        if self._card is None or self._card.id != card.id:
            self.table.set_rows(())
        self._card = card
        for part, call in (("date", self.add), ("term", self.count), ("suspension", self.suspend)):
            within_reach(self._context.bus, f"case:{card.id}:{part}", self, call)
        self._context.background.run(_read, self._context.file, card.id, owner=self, on_done=self._on_read)

    def add(self, _name: str = "") -> Dialog | None:
        """Ask for a date."""
        return self._open(AddDateDialog)

    def count(self, _name: str = "") -> Dialog | None:
        """Ask what a term is counted from."""
        return self._open(TermDialog)

    def suspend(self, _name: str = "") -> Dialog | None:
        """Ask on which days no term ran."""
        return self._open(SuspendDialog)

    def done(self) -> Dialog | None:
        """Ask what came of the chosen date."""
        row = self.table.current()
        if self._card is None or row is None or not row.is_open:
            return None
        direct = self._card.employer.kind is EmployerKind.HOUSEHOLD
        dialog = DoneDialog(self._context, row, self, direct=direct)
        dialog.open()
        return dialog

    def remove(self) -> Dialog | None:
        """Ask why the chosen date goes."""
        row = self.table.current()
        if self._card is None or row is None or not _can_go(row):
            return None
        dialog = RemoveDialog(self._context, row, self)
        dialog.open()
        return dialog

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(PlainLabel(N_("Dates"), self, role="heading"))
        bar.addStretch()
        for button in (self.add_button, self.term_button, self.suspend_button):
            bar.addWidget(button)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.why, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(bar)
        column.addWidget(self.table, 1)
        keys = QHBoxLayout()
        keys.setSpacing(8)
        keys.addWidget(self.done_button)
        keys.addWidget(self.remove_button)
        keys.addStretch()
        column.addLayout(keys)
        column.addLayout(below)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add)
        self.term_button.clicked.connect(self.count)
        self.suspend_button.clicked.connect(self.suspend)
        self.done_button.clicked.connect(self.done)
        self.remove_button.clicked.connect(self.remove)
        self.table.opened.connect(self._on_opened)
        self.table.chosen.connect(self._write)

    def _columns(self) -> tuple[Column[DeadlineRow], ...]:
        return (
            Column(N_("Day"), _due, width=104, mark=self._mark),
            Column(N_("What happens"), _what, width=226, stretch=True, mark=_kind),
            Column(N_("How it stands"), self._state, width=166),
            Column(N_("Outer day"), _latest, width=96),
            Column(N_("Note"), self._note, width=90, stretch=True, personal=True),
        )

    def _open(self, kind: type[AddDateDialog] | type[TermDialog] | type[SuspendDialog]) -> Dialog | None:
        if self._card is None:
            return None
        dialog = kind(self._context, self._card, self)
        dialog.open()
        return dialog

    def _on_read(self, answer: tuple[tuple[DeadlineRow, ...], words.Norms]) -> None:
        rows, self._norms = answer
        if self._card is not None and all(row.case_id == self._card.id for row in rows):
            self._today = settings.today()
            self.table.set_rows(rows)
            self._write()
            for part, call in (("done", self._on_done_wanted), ("remove", self._on_remove_wanted)):
                within_reach(self._context.bus, f"case:{self._card.id}:{part}", self, call)

    def _on_done_wanted(self, name: str) -> None:
        if self._chosen(name):
            self.done()

    def _on_remove_wanted(self, name: str) -> None:
        if self._chosen(name):
            self.remove()

    def _chosen(self, name: str) -> bool:
        """Put the cursor on the date that a draft is about; whether it is still there."""
        wanted = name.rpartition(":")[2]
        found = [at for at, row in enumerate(self.table.rows) if str(row.id) == wanted]
        for at in found:
            self.table.select_row(at)
        return bool(found)

    def _on_opened(self, _row: DeadlineRow) -> None:
        self.done()

    def _write(self) -> None:
        row = self.table.current()
        opened = self._card is not None and self._card.status is Status.OPEN
        for button in (self.add_button, self.term_button, self.suspend_button):
            button.setEnabled(opened)
        self.done_button.setEnabled(row is not None and row.is_open)
        self.remove_button.setEnabled(row is not None and _can_go(row))
        self.why.setVisible(row is not None)
        if row is not None:
            self.why.show_text("\n".join(self._lines(row)))

    def _lines(self, row: DeadlineRow) -> tuple[str, ...]:
        lines = words.why(row, self._today, self._norms, suspensions_of(self.table.rows))
        over = [blur.name(text) for text in (row.answer_note, row.removed_why) if text]
        return (*lines, *over) or (_("This day was set by hand."),)

    def _mark(self, row: DeadlineRow) -> tuple[str, str]:
        if row.removed_on is not None:
            return words.REMOVED
        return words.DONE if row.done_on is not None else words.standing(row.due_on, self._today, row.latest_on)

    def _state(self, row: DeadlineRow) -> str:
        return words.state_words(row, self._today)

    def _note(self, row: DeadlineRow) -> str:
        workers = self._card.workers if self._card is not None else ()
        name = next((each.person.full_name for each in workers if each.id == row.worker_id), "")
        return " · ".join(filter(None, (name, row.note)))


def suspensions_of(rows: tuple[DeadlineRow, ...]) -> tuple[Suspension, ...]:
    """The days on which the terms of a case did not run."""
    return tuple(
        Suspension(row.started_on, row.due_on, Suspended(row.rule.removeprefix(SUSPENSION)))
        for row in rows
        if row.kind is DeadlineKind.SUSPENSION and row.removed_on is None and row.started_on is not None
    )


def _can_go(row: DeadlineRow) -> bool:
    return row.is_open or (row.kind is DeadlineKind.SUSPENSION and row.removed_on is None)


def _due(row: DeadlineRow) -> str:
    return day(row.due_on)


def _what(row: DeadlineRow) -> str:
    if row.rule == Rule.WAGES.value:
        return _("Wages due on %(day)s", day=day(row.started_on))
    return words.title(row.kind, row.rule)


def _kind(row: DeadlineRow) -> tuple[str, str]:
    return words.ICONS[row.kind], "text" if row.is_open else "muted"


def _latest(row: DeadlineRow) -> str:
    return day(row.latest_on) if row.kind is not DeadlineKind.SUSPENSION else ""


def _read(file: OpenFile, case_id: int) -> tuple[tuple[DeadlineRow, ...], words.Norms]:
    return clocks.listing(file, case_id), law.norms(file)
