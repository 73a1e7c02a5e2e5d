"""Money of a case, the outcome: claimed, awarded, received, each with its day and worker."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from desktop_app.domain.cases import CaseCard, MoneyEntry, MoneyKind
from desktop_app.domain.code_names import EVIDENCE, MONEY_KINDS
from desktop_app.domain.instalments import Instalments
from desktop_app.domain.money import NOTHING
from desktop_app.domain.wages import WageCalculation
from desktop_app.i18n import N_, _
from desktop_app.services import instalments, pay_claims
from desktop_app.services.files import OpenFile
from desktop_app.services.pay_claims import PayCard
from desktop_app.ui.cases.money_dialog import MoneyDialog
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.drafts import within_reach
from desktop_app.ui.common.labels import EmptyHint, Note, PlainLabel
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.common.wording import day, money
from desktop_app.ui.context import Context
from desktop_app.ui.pay.by_worker import WorkerMoney, columns_by_worker, rows_by_worker
from desktop_app.ui.pay.promise_dialog import PromiseDialog
from desktop_app.ui.pay.promises import Promises

_EMPTY = N_(
    "No money yet. A letter records what it claims; record here what was awarded and what the workers received."
)


_TITLES = (N_("Entries"), N_("By worker"), N_("Promises"))


@dataclass(frozen=True)
class MoneyRow:
    """An entry with the worker's name."""

    name: str
    entry: MoneyEntry


class MoneyTab(QWidget):
    """The entries, newest first, with the sums of each kind."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._card: CaseCard | None = None
        self._counted: dict[int, WageCalculation] = {}
        self.total = PlainLabel(parent=self, role="heading", wrap=True)
        self.record_button = Button(N_("Record money …"), self, icon="coins")
        self.record_button.clicked.connect(self._on_record)
        self.promise_button = Button(N_("Promise of payment …"), self, icon="calendar-clock")
        self.promise_button.clicked.connect(self._on_promise)
        self.alert = Note(self, tone="danger")
        self.alert.hide()
        self.table = Table[MoneyRow](_columns(), self, empty=EmptyHint(_EMPTY))
        self.by_worker = Table[WorkerMoney](columns_by_worker(), self)
        self.promises = Promises(context, self)
        self.promises.broken.connect(self.alert.show_text)
        self.parts = QTabWidget(self)
        self.texts = Texts(self)
        self._build()

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.total, 1)
        bar.addWidget(self.promise_button)
        bar.addWidget(self.record_button)
        for part in (self.table, self.by_worker):
            page = QWidget(self)
            inside = QVBoxLayout(page)
            inside.setContentsMargins(0, 12, 0, 0)
            inside.addWidget(part)
            self.parts.addTab(page, "")
        self.parts.addTab(self.promises, "")
        self.parts.setDocumentMode(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(12)
        column.addLayout(bar)
        column.addWidget(self.alert)
        column.addWidget(self.parts, 1)
        self.texts.redraw(self._name_parts)

    def show_case(self, card: CaseCard, counted: dict[int, WageCalculation]) -> None:
        """Show the money of a case."""
        if self._card is None or self._card.id != card.id:
            self.alert.hide()
        self._card, self._counted = card, counted
        self.by_worker.set_rows(rows_by_worker(card, counted, {}))
        self._context.background.run(
            _read, self._context.file, card.id, owner=self, on_done=partial(self._on_read, card.id)
        )
        within_reach(self._context.bus, f"case:{card.id}:money", self, self._on_record_wanted)
        within_reach(self._context.bus, f"case:{card.id}:promise", self, self._on_promise_wanted)
        rows = [MoneyRow(worker.person.full_name, entry) for worker in card.workers for entry in worker.money]
        rows.sort(key=_by_day, reverse=True)
        self.table.set_rows(rows)
        self.texts.redraw(self._write)

    def _write(self) -> None:
        sums: dict[MoneyKind, Decimal] = dict.fromkeys(MoneyKind, NOTHING)
        for row in self.table.rows:
            sums[row.entry.kind] += row.entry.amount
        self.total.setText(
            _(
                "Claimed %(claimed)s, awarded %(awarded)s, received %(received)s.",
                claimed=money(sums[MoneyKind.CLAIMED]),
                awarded=money(sums[MoneyKind.AWARDED]),
                received=money(sums[MoneyKind.RECEIVED]),
            )
        )

    def _on_record_wanted(self, _name: str) -> None:
        self._on_record()

    def _on_record(self) -> None:
        if self._card is not None:
            MoneyDialog(self._context, self._card, self._counted, self).open()

    def _on_promise_wanted(self, _name: str) -> None:
        self._on_promise()

    def _on_promise(self) -> None:
        if self._card is not None:
            PromiseDialog(self._context, self._card, self).open()

    def _on_read(self, case_id: int, found: tuple[dict[int, PayCard], dict[int, Instalments]]) -> None:
        if self._card is not None and self._card.id == case_id:
            self.by_worker.set_rows(rows_by_worker(self._card, self._counted, found[0]))
            self.promises.show_promises(self._card, found[1])

    def _name_parts(self) -> None:
        for at, title in enumerate(_TITLES):
            self.parts.setTabText(at, _(title))


def _read(file: OpenFile, case_id: int) -> tuple[dict[int, PayCard], dict[int, Instalments]]:
    return pay_claims.read(file, case_id), instalments.states(file, case_id)


def _by_day(row: MoneyRow) -> tuple[str, str]:
    return row.entry.on.isoformat(), row.name


def _columns() -> tuple[Column[MoneyRow], ...]:
    return (
        Column(N_("Day"), _day, width=110),
        Column(N_("Worker"), _name, width=200, stretch=True, personal=True),
        Column(N_("Kind"), _kind, width=120, mark=_mark),
        Column(N_("Amount"), _amount, width=140, number=True),
        Column(N_("On whose word"), _word, width=130),
        Column(N_("Note"), _note, width=160, stretch=True, personal=True),
    )


def _day(row: MoneyRow) -> str:
    return day(row.entry.on)


def _name(row: MoneyRow) -> str:
    return row.name


def _kind(row: MoneyRow) -> str:
    return _(MONEY_KINDS[row.entry.kind])


def _mark(row: MoneyRow) -> tuple[str, str] | None:
    return {
        MoneyKind.CLAIMED: ("file-text", "muted"),
        MoneyKind.AWARDED: ("scale", "accent"),
        MoneyKind.RECEIVED: ("circle-check", "good"),
    }[row.entry.kind]


def _amount(row: MoneyRow) -> str:
    return money(row.entry.amount)


def _word(row: MoneyRow) -> str:
    return _(EVIDENCE[row.entry.evidence]) if row.entry.evidence is not None else ""


def _note(row: MoneyRow) -> str:
    return row.entry.note
