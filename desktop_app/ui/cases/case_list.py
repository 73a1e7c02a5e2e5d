"""The list of cases, newest first, under a filter."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from desktop_app import law, settings
from desktop_app.domain.cases import CaseFilter, CaseRow, Status
from desktop_app.domain.code_names import SECTORS, STATUSES
from desktop_app.errors import Message
from desktop_app.i18n import N_, _, language
from desktop_app.services import cases
from desktop_app.ui.background import Task
from desktop_app.ui.common import blur
from desktop_app.ui.common.buttons import LinkButton, PrimaryButton
from desktop_app.ui.common.fields import ChoiceBox, TextField
from desktop_app.ui.common.labels import EmptyHint
from desktop_app.ui.common.page import Page
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.common.wording import day, money, named
from desktop_app.ui.context import Context

PAGE: Final = 200
_PAUSE_MS: Final = 200
_LONGEST_FILTER: Final = 300
_EMPTY: Final = N_("No cases here. A case begins with the employer and the crew: press Ctrl+N.")


class CaseListPage(Page):
    """`opened(case id)`: Enter or a double click on a row. `new_requested()`: a new case.

    `draft_requested()`: back to the new case that is not saved yet.
    """

    opened = Signal(int)
    new_requested = Signal()
    draft_requested = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(N_("Cases"), parent)
        self._context = context
        self._filter = CaseFilter(limit=PAGE)
        self._task: Task | None = None
        self._more = False
        self.text = TextField(self, placeholder=N_("Number, employer or worker"))
        self.status = ChoiceBox(named(STATUSES, empty=N_("Open and closed")), self)
        self.undated = QCheckBox(self)
        self.due = LinkButton(N_("Due by today only: show all"), self, icon="x")
        self.due.hide()
        self.draft = LinkButton(N_("A new case is not saved yet: go on with it"), self, icon="pencil")
        self.draft.hide()
        self.new_button = PrimaryButton(N_("New case"), self, icon="plus", shortcut="Ctrl+N", keys_elsewhere=True)
        self.table = Table[CaseRow](_columns(), self, empty=EmptyHint(_EMPTY))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        Texts(self).set(self.undated.setText, N_("Without a next date"))
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Read the list again as long as it was."""
        wanted = replace(self._filter, limit=max(PAGE, len(self.table.rows)))
        self._read(wanted, self._on_rows)

    def show_filter(self, wanted: CaseFilter) -> None:
        """Show the list under this filter."""
        self._filter = replace(wanted, limit=PAGE, after_id=None)
        for widget in (self.text, self.status, self.undated):
            widget.blockSignals(True)
        self.text.set_value(wanted.text)
        self.status.set_value(wanted.status)
        self.undated.setChecked(wanted.without_next_date)
        for widget in (self.text, self.status, self.undated):
            widget.blockSignals(False)
        self.due.setVisible(wanted.due_by is not None)
        self.refresh()

    def show_draft(self, there: bool) -> None:
        """Say whether a new case waits unsaved."""
        self.draft.setVisible(there)

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(16)
        bar.addWidget(self.text, 2)
        bar.addWidget(self.status, 1)
        bar.addWidget(self.undated)
        bar.addWidget(self.due)
        bar.addStretch()
        self.content.addWidget(self.draft, 0, Qt.AlignmentFlag.AlignLeft)
        self.content.addLayout(bar)
        self.content.addWidget(self.table, 1)
        self.add_action(self.new_button)

    def _connect(self) -> None:
        self.text.changed.connect(self._pause.start)
        self._pause.timeout.connect(self._on_filter_changed)
        self.status.changed.connect(self._on_filter_changed)
        self.undated.toggled.connect(self._on_filter_changed)
        self.due.clicked.connect(self._on_due_dropped)
        self.new_button.clicked.connect(self.new_requested)
        self.draft.clicked.connect(self.draft_requested)
        self.table.opened.connect(self._on_opened)
        self.table.end_neared.connect(self._on_end_neared)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.text)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._on_down)

    def _on_filter_changed(self) -> None:
        self._filter = CaseFilter(
            text=self.text.value()[:_LONGEST_FILTER],
            status=Status(self.status.value()) if self.status.value() else None,
            without_next_date=self.undated.isChecked(),
            due_by=self._filter.due_by,
            limit=PAGE,
        )
        self._read(self._filter, self._on_rows)

    def _on_due_dropped(self) -> None:
        self.show_filter(replace(self._filter, due_by=None))

    def _on_down(self) -> None:
        self.table.setFocus()
        if self.table.current() is None:
            self.table.select_row(0)

    def _on_opened(self, row: CaseRow) -> None:
        self.opened.emit(row.id)

    def _on_end_neared(self) -> None:
        rows = self.table.rows
        if self._more and rows:
            self._more = False
            self._read(replace(self._filter, after_id=rows[-1].id), self._on_more_rows)

    def _read(self, wanted: CaseFilter, on_done: Any) -> None:
        if self._task is not None:
            self._context.background.cancel(self._task)
        self._task = self._context.background.run(
            cases.page,
            self._context.file,
            wanted,
            owner=self,
            on_done=on_done,
            label=Message(N_("Reading the cases …")),
            cancellable=True,
        )

    def _on_rows(self, rows: tuple[CaseRow, ...]) -> None:
        self._more = len(rows) >= PAGE
        self.table.set_rows(rows)

    def _on_more_rows(self, rows: tuple[CaseRow, ...]) -> None:
        self._more = len(rows) >= PAGE
        self.table.append(rows)


def due_mark(row: CaseRow) -> tuple[str, str] | None:
    """How the next date of a case stands: missing, passed, today, or nothing to say."""
    if row.status is Status.CLOSED:
        return None
    if row.next_date is None:
        return ("triangle-alert", "warn")
    late = (row.next_date - settings.today()).days
    return ("circle-alert", "danger") if late < 0 else ("calendar-clock", "accent") if late == 0 else None


def next_words(row: CaseRow) -> str:
    """The next date and step in words, or that there is none; nothing for a closed case."""
    if row.status is Status.CLOSED:
        return ""
    if row.next_date is None:
        return _("No next date")
    return " · ".join(filter(None, (day(row.next_date), blur.name(row.next_step))))


def _columns() -> tuple[Column[CaseRow], ...]:
    return (
        Column(N_("Number"), _number, width=90),
        Column(N_("Employer"), _employer, width=190, stretch=True, personal=True),
        Column(N_("Workers"), _workers, width=80, personal=True),
        Column(N_("Region"), _region, width=70),
        Column(N_("Sector"), _sector, width=70),
        Column(N_("Next date"), next_words, width=170, stretch=True, mark=due_mark),
        Column(N_("Owed"), _owed, width=90, number=True),
        Column(N_("Status"), _status, width=70, mark=_status_mark),
    )


def _number(row: CaseRow) -> str:
    return row.number


def _employer(row: CaseRow) -> str:
    return row.employer


def _workers(row: CaseRow) -> str:
    if row.workers == 1:
        return row.first_worker
    return _("%(name)s and %(more)d more", name=row.first_worker, more=row.workers - 1)


def _region(row: CaseRow) -> str:
    return law.region_name(row.region, language())


def _sector(row: CaseRow) -> str:
    return _(SECTORS[row.sector])


def _owed(row: CaseRow) -> str:
    return money(row.owed)


def _status(row: CaseRow) -> str:
    return _(STATUSES[row.status])


def _status_mark(row: CaseRow) -> tuple[str, str] | None:
    return ("circle-check", "muted") if row.status is Status.CLOSED else ("circle-dot", "good")
