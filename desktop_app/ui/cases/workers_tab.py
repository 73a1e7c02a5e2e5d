"""The crew of a case: who, what is owed to each, what came back."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.at_risk import NO
from desktop_app.domain.cases import CaseCard, CaseWorker, MoneyKind
from desktop_app.domain.code_names import SEXES
from desktop_app.domain.money import NOTHING
from desktop_app.domain.people import Sex
from desktop_app.domain.wages import WageCalculation
from desktop_app.i18n import N_, _, country_name, language
from desktop_app.ui.cases.add_workers import AddWorkersDialog
from desktop_app.ui.cases.safety_dialog import SafetyDialog
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.drafts import within_reach
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.common.wording import money, partial_day
from desktop_app.ui.context import Context


@dataclass(frozen=True)
class WorkerRow:
    """A worker with the sums of the claim in tenge; `counted` is None without a wage complaint."""

    worker: CaseWorker
    counted: WageCalculation | None
    received: Decimal

    @property
    def name(self) -> str:
        """The worker's name."""
        return self.worker.person.full_name


def worker_rows(card: CaseCard, counted: dict[int, WageCalculation]) -> tuple[WorkerRow, ...]:
    """The crew with its sums, in the order of the case."""
    return tuple(WorkerRow(worker, counted.get(worker.id), received_by(worker)) for worker in card.workers)


def received_by(worker: CaseWorker) -> Decimal:
    """Tenge that reached a worker through the centre's work."""
    return sum((entry.amount for entry in worker.money if entry.kind is MoneyKind.RECEIVED), NOTHING)


class WorkersTab(QWidget):
    """`wages_requested(worker id)`: Enter or a double click on a worker."""

    wages_requested = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._card: CaseCard | None = None
        self.table = Table[WorkerRow](_columns(), self)
        self.total = PlainLabel(parent=self, role="heading", wrap=True)
        self.add_button = Button(N_("Add workers …"), self, icon="user-plus")
        self.person_button = Button(N_("Open the person"), self, icon="user")
        self.wages_button = Button(N_("Wages of this worker"), self, icon="banknote")
        self.safety_button = Button(N_("Safe contact …"), self, icon="lock")
        self.texts = Texts(self)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for button in (self.wages_button, self.person_button, self.add_button):
            bar.addWidget(button)
        bar.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.total, 1)
        head.addWidget(self.safety_button)
        column.addLayout(head)
        column.addLayout(bar)
        column.addWidget(self.table, 1)
        self.table.opened.connect(self._on_opened)
        self.table.chosen.connect(self._on_chosen)
        self.add_button.clicked.connect(self._on_add)
        self.person_button.clicked.connect(self._on_person)
        self.wages_button.clicked.connect(self._on_wages)
        self.safety_button.clicked.connect(self.ask_safety)
        self._on_chosen()

    def show_case(self, card: CaseCard, counted: dict[int, WageCalculation]) -> None:
        """Show the crew of a case."""
        self._card = card
        within_reach(self._context.bus, f"case:{card.id}:workers", self, self._on_add_wanted)
        within_reach(self._context.bus, f"case:{card.id}:safety", self, self._on_safety_wanted)
        self.table.set_rows(worker_rows(card, counted))
        if self.table.current() is None:
            self.table.select_row(0)
        self.texts.redraw(self._write)

    def ask_safety(self) -> SafetyDialog | None:
        """Ask where the worker that is chosen sleeps and how they are reached without harm."""
        row = self.table.current()
        if row is None or self._card is None:
            return None
        crew = tuple(worker.id for worker in self._card.workers)
        dialog = SafetyDialog(self._context, self._card.id, row.worker, crew, self)
        dialog.open()
        return dialog

    def _write(self) -> None:
        rows = self.table.rows
        known = [row.counted for row in rows if row.counted is not None]
        owed = sum((each.arrears for each in known), NOTHING)
        penalty = sum((each.penalty for each in known), NOTHING)
        received = sum((row.received for row in rows), NOTHING)
        self.total.setText(
            _(
                "Owed %(owed)s, penalty to today %(penalty)s, received %(received)s.",
                owed=money(owed),
                penalty=money(penalty),
                received=money(received),
            )
        )

    def _on_opened(self, row: WorkerRow) -> None:
        self.wages_requested.emit(row.worker.id)

    def _on_chosen(self) -> None:
        for button in (self.person_button, self.wages_button, self.safety_button):
            button.setEnabled(self.table.current() is not None)

    def _on_person(self) -> None:
        row = self.table.current()
        if row is not None:
            self._context.bus.open_requested.emit("person", row.worker.person_id)

    def _on_wages(self) -> None:
        row = self.table.current()
        if row is not None:
            self.wages_requested.emit(row.worker.id)

    def _on_safety_wanted(self, name: str) -> None:
        worker_id = name.rpartition(":")[2]
        for at, row in enumerate(self.table.rows):
            if str(row.worker.id) == worker_id:
                self.table.select_row(at)
                self.ask_safety()

    def _on_add_wanted(self, _name: str) -> None:
        self._on_add()

    def _on_add(self) -> None:
        if self._card is not None:
            AddWorkersDialog(self._context, self._card.id, self).open()


def _columns() -> tuple[Column[WorkerRow], ...]:
    return (
        Column(N_("Full name"), _name, width=110, stretch=True, personal=True),
        Column(N_("Born"), _birth, width=100, personal=True),
        Column(N_("Sex"), _sex, width=65),
        Column(N_("Citizenship"), _citizenship, width=90),
        Column(N_("Phone"), _phone, width=80, personal=True, mark=_unsafe),
        Column(N_("Owed"), _owed, width=80, number=True),
        Column(N_("Penalty"), _penalty, width=80, number=True),
        Column(N_("Received"), _received, width=80, number=True),
    )


def _name(row: WorkerRow) -> str:
    return row.name


def _birth(row: WorkerRow) -> str:
    return partial_day(row.worker.person.birth)


def _sex(row: WorkerRow) -> str:
    sex = row.worker.person.sex
    return "" if sex is Sex.UNKNOWN else _(SEXES[sex])


def _citizenship(row: WorkerRow) -> str:
    return country_name(row.worker.person.citizenship, language())


def _phone(row: WorkerRow) -> str:
    return _("do not call") if row.worker.person.phone_safe == NO else row.worker.person.phone


def _unsafe(row: WorkerRow) -> tuple[str, str] | None:
    return ("triangle-alert", "danger") if row.worker.person.phone_safe == NO else None


def _owed(row: WorkerRow) -> str:
    return money(row.counted.arrears) if row.counted is not None else ""


def _penalty(row: WorkerRow) -> str:
    return money(row.counted.penalty) if row.counted is not None else ""


def _received(row: WorkerRow) -> str:
    return money(row.received) if row.received else ""
