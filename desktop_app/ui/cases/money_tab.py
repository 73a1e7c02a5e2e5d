"""Money of a case, the outcome: claimed, awarded, received, each with its day and worker."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.cases import CaseCard, MoneyEntry, MoneyKind
from desktop_app.domain.code_names import MONEY_KINDS
from desktop_app.domain.money import NOTHING
from desktop_app.domain.wages import WageCalculation
from desktop_app.i18n import N_, _
from desktop_app.ui.cases.money_dialog import MoneyDialog
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.drafts import within_reach
from desktop_app.ui.common.labels import EmptyHint, PlainLabel
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.common.wording import day, money
from desktop_app.ui.context import Context

_EMPTY = N_(
    "No money yet. A letter records what it claims; record here what was awarded and what the workers received."
)


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
        self.table = Table[MoneyRow](_columns(), self, empty=EmptyHint(_EMPTY))
        self.texts = Texts(self)
        bar = QHBoxLayout()
        bar.addWidget(self.total, 1)
        bar.addWidget(self.record_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(12)
        column.addLayout(bar)
        column.addWidget(self.table, 1)

    def show_case(self, card: CaseCard, counted: dict[int, WageCalculation]) -> None:
        """Show the money of a case."""
        self._card, self._counted = card, counted
        within_reach(self._context.bus, f"case:{card.id}:money", self, self._on_record_wanted)
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


def _by_day(row: MoneyRow) -> tuple[str, str]:
    return row.entry.on.isoformat(), row.name


def _columns() -> tuple[Column[MoneyRow], ...]:
    return (
        Column(N_("Day"), _day, width=110),
        Column(N_("Worker"), _name, width=200, stretch=True, personal=True),
        Column(N_("Kind"), _kind, width=120, mark=_mark),
        Column(N_("Amount"), _amount, width=140, number=True),
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


def _note(row: MoneyRow) -> str:
    return row.entry.note
