"""Arrears and penalty of one worker, month by month, as the letter's annex will show them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.code_names import EVIDENCE
from desktop_app.domain.complaints import Evidence
from desktop_app.domain.exchange import InTenge
from desktop_app.domain.wages import MonthArrears, WageCalculation
from desktop_app.errors import Message
from desktop_app.i18n import N_, _, format_number, interface, language
from desktop_app.ui.common.labels import Note, PlainLabel
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.common.typed_values import write_month, write_quantity
from desktop_app.ui.common.wording import day, money

_LEAST_HEIGHT = 180


class CalculationView(QWidget):
    """The months, the totals and what is to be known of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calculation: WageCalculation | None = None
        self._rate: InTenge | None = None
        self.nothing = PlainLabel(N_("Fill in the months: the arrears and the penalty are counted at once."), self)
        self.nothing.setProperty("role", "muted")
        self.nothing.setWordWrap(True)
        self.table = Table[MonthArrears](_columns(()), self)
        self.table.setMinimumHeight(_LEAST_HEIGHT)
        self.total = PlainLabel(parent=self, role="heading", wrap=True)
        self.exchange = PlainLabel(parent=self, role="muted", wrap=True)
        self.warnings = Note(self, tone="warn")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.nothing, self.total, self.exchange, self.warnings, self.table):
            column.addWidget(widget)
        self.texts = Texts(self)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Nothing can be counted yet."""
        self._show(None)

    def show_error(self, message: Message) -> None:
        """Say why it cannot be counted."""
        self._show(None)
        self.nothing.set_message(message)

    def show_calculation(self, calculation: WageCalculation, rate: InTenge | None = None) -> None:
        """Show what was counted; `rate` is the agreed rate in tenge where the promise was in another currency."""
        self._show(calculation)
        self._rate = rate
        self.exchange.setVisible(rate is not None)
        self.table.set_columns(_columns(calculation.months))
        self.table.set_rows(calculation.months)
        self.texts.redraw(self._write)

    def _show(self, calculation: WageCalculation | None) -> None:
        self._calculation = calculation
        self.nothing.setVisible(calculation is None)
        self.table.setVisible(calculation is not None)
        self.total.setVisible(calculation is not None)
        self.exchange.setVisible(False)
        self.warnings.setVisible(False)
        if calculation is None:
            self.nothing.set_text(N_("Fill in the months: the arrears and the penalty are counted at once."))

    def _write(self) -> None:
        found = self._calculation
        if found is None:
            return
        self.total.setText(
            _(
                "Owed %(arrears)s, penalty to %(day)s %(penalty)s, together %(total)s.",
                arrears=money(found.arrears),
                day=day(found.counted_to),
                penalty=money(found.penalty),
                total=money(found.total),
            )
        )
        rate = self._rate
        if rate is not None:
            self.exchange.setText(_exchange(rate))
        said = [warning.text(interface()) for warning in (*(rate.warnings if rate else ()), *found.warnings)]
        if found.unallocated:
            said.append(_("%(amount)s was paid beyond what was due.", amount=money(found.unallocated)))
        self.warnings.show_text("\n".join(said))


def _exchange(rate: InTenge) -> str:
    return _(
        "%(amount)s %(currency)s × %(rate)s ₸ = %(tenge)s. Rate of %(day)s, source: %(source)s.",
        amount=write_quantity(rate.amount),
        currency=rate.currency,
        rate=write_quantity(rate.rate),
        tenge=money(rate.tenge),
        day=day(rate.on),
        source=rate.source,
    )


def _columns(months: Sequence[MonthArrears]) -> tuple[Column[MonthArrears], ...]:
    """The columns; on whose word a sum stands and what was paid only where there is something to tell."""
    words = any(month.evidence is not Evidence.SAYS for month in months)
    paid = any(month.payments for month in months)
    return (
        Column(N_("Month"), _month, width=70, stretch=True),
        Column(N_("Due"), _due, width=90, number=True),
        *((Column(N_("On whose word"), _word, width=100),) if words else ()),
        Column(N_("Due on"), _due_on, width=90),
        *((Column(N_("Paid"), _paid, width=80, number=True),) if paid else ()),
        Column(N_("Owed"), _owed, width=90, number=True),
        Column(N_("Days × rate, %"), _days, width=60, number=True),
        Column(N_("Penalty"), _penalty, width=90, number=True),
    )


def _month(row: MonthArrears) -> str:
    return write_month(row.month)


def _due(row: MonthArrears) -> str:
    return money(row.due)


def _word(row: MonthArrears) -> str:
    return _(EVIDENCE[row.evidence])


def _due_on(row: MonthArrears) -> str:
    return day(row.due_on)


def _paid(row: MonthArrears) -> str:
    return money(sum((payment.amount for payment in row.payments), row.due - row.due))


def _owed(row: MonthArrears) -> str:
    return money(row.owed)


def _days(row: MonthArrears) -> str:
    """The days and the rate of each part of the debt: 590 × 16,25."""
    lang = language()
    parts = row.penalty.parts
    return ", ".join(f"{format_number(part.days, lang)} × {format_number(part.rate, lang)}" for part in parts)


def _penalty(row: MonthArrears) -> str:
    return money(row.penalty.total)
