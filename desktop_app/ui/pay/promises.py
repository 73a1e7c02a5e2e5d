"""The instalments an employer promised, each with what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.cases import CaseCard
from desktop_app.domain.code_names import EVIDENCE
from desktop_app.domain.instalments import PROMISES, Instalments, InstalmentState, Promise
from desktop_app.domain.money import NOTHING
from desktop_app.i18n import N_, _
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.labels import EmptyHint, PlainLabel
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.common.wording import day, money
from desktop_app.ui.context import Context
from desktop_app.ui.pay.take_back_dialog import TakeBackDialog

_EMPTY = N_("No promise yet. When the employer promises to pay in parts, write down each part and its day.")
_MARKS = {
    Promise.KEPT: ("circle-check", "good"),
    Promise.PARTLY: ("circle-dot", "warn"),
    Promise.BROKEN: ("circle-alert", "danger"),
    Promise.NOT_DUE: ("circle", "muted"),
}


@dataclass(frozen=True)
class PromiseRow:
    """One instalment with the worker's name."""

    name: str
    state: InstalmentState


class Promises(QWidget):
    """The instalments by day. `broken(str)`: the sentence that says a promise was broken, empty while none is."""

    broken = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._case_id = 0
        self.total = PlainLabel(parent=self, wrap=True)
        self.take_back_button = Button(N_("Take out …"), self, icon="trash-2")
        self.table = Table[PromiseRow](_columns(), self, empty=EmptyHint(_EMPTY))
        self.texts = Texts(self)
        bar = QHBoxLayout()
        bar.addWidget(self.total, 1)
        bar.addWidget(self.take_back_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addLayout(bar)
        column.addWidget(self.table, 1)
        self.take_back_button.clicked.connect(self._on_take_back)
        self.table.chosen.connect(self._on_chosen)
        self._on_chosen()

    def show_promises(self, card: CaseCard, found: dict[int, Instalments]) -> None:
        """Show what was promised to the crew, the earliest day first."""
        self._case_id = card.id
        names = {worker.id: worker.person.full_name for worker in card.workers}
        rows = [PromiseRow(names[worker], state) for worker, each in found.items() for state in each.states]
        rows.sort(key=_by_day)
        self.table.set_rows(rows)
        self._on_chosen()
        self.texts.redraw(self._write)

    def _write(self) -> None:
        states = [row.state for row in self.table.rows]
        broken = [each for each in states if each.state in (Promise.PARTLY, Promise.BROKEN)]
        overdue = sum((each.missing for each in broken), NOTHING)
        self.total.setText(
            _(
                "Promised %(promised)s, received for it %(received)s.",
                promised=money(_total(each.instalment.amount for each in states)),
                received=money(_total(each.received for each in states)),
            )
            if states
            else ""
        )
        text = N_(
            "The employer broke a promise: what was due on %(day)s did not come whole. Overdue by now: %(sum)s. "
            "Record what was received, or go on to the next step."
        )
        first = broken[0].instalment.due_on if broken else None
        self.broken.emit(_(text, day=day(first), sum=money(overdue)) if broken else "")

    def _on_chosen(self) -> None:
        self.take_back_button.setEnabled(self.table.current() is not None)

    def _on_take_back(self) -> None:
        row = self.table.current()
        if row is not None and row.state.instalment.id is not None:
            TakeBackDialog(self._context, self._case_id, row.state.instalment, self).open()


def _total(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, NOTHING)


def _by_day(row: PromiseRow) -> tuple[str, str]:
    return row.state.instalment.due_on.isoformat(), row.name


def _columns() -> tuple[Column[PromiseRow], ...]:
    return (
        Column(N_("To be paid on"), _due_on, width=90),
        Column(N_("Worker"), _name, width=120, stretch=True, personal=True),
        Column(N_("Promised"), _promised, width=90, number=True),
        Column(N_("Received"), _received, width=90, number=True),
        Column(N_("Kept or not"), _state, width=165, mark=_mark),
        Column(N_("On whose word"), _word, width=100),
        Column(N_("Note"), _note, width=80, stretch=True, personal=True),
    )


def _due_on(row: PromiseRow) -> str:
    return day(row.state.instalment.due_on)


def _name(row: PromiseRow) -> str:
    return row.name


def _promised(row: PromiseRow) -> str:
    return money(row.state.instalment.amount)


def _received(row: PromiseRow) -> str:
    return money(row.state.received)


def _state(row: PromiseRow) -> str:
    state = row.state
    if state.state is Promise.KEPT and state.days_late:
        return _("Kept on %(day)s, late", day=day(state.full_on))
    return _(PROMISES[state.state])


def _mark(row: PromiseRow) -> tuple[str, str]:
    return _MARKS[row.state.state]


def _word(row: PromiseRow) -> str:
    return _(EVIDENCE[row.state.instalment.evidence])


def _note(row: PromiseRow) -> str:
    return row.state.instalment.note
