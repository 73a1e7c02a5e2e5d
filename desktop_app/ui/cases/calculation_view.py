"""Arrears and penalty of one worker, month by month, as the letter's annex will show them."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.code_names import EVIDENCE
from desktop_app.domain.wages import MonthArrears, WageCalculation
from desktop_app.errors import Message
from desktop_app.i18n import N_, _, format_number, interface, language
from desktop_app.ui.cases.pay_form import write_month
from desktop_app.ui.common.labels import Note, PlainLabel
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.common.wording import day, money

_LEAST_HEIGHT = 180


class CalculationView(QWidget):
    """The months, the totals and what is to be known of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calculation: WageCalculation | None = None
        self.nothing = PlainLabel(N_("Fill in the months: the arrears and the penalty are counted at once."), self)
        self.nothing.setProperty("role", "muted")
        self.nothing.setWordWrap(True)
        self.table = Table[MonthArrears](_columns(), self)
        self.table.setMinimumHeight(_LEAST_HEIGHT)
        self.total = PlainLabel(parent=self, role="heading", wrap=True)
        self.warnings = Note(self, tone="warn")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.nothing, self.total, self.warnings, self.table):
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

    def show_calculation(self, calculation: WageCalculation) -> None:
        """Show what was counted."""
        self._show(calculation)
        self.table.set_rows(calculation.months)
        self.texts.redraw(self._write)

    def _show(self, calculation: WageCalculation | None) -> None:
        self._calculation = calculation
        self.nothing.setVisible(calculation is None)
        self.table.setVisible(calculation is not None)
        self.total.setVisible(calculation is not None)
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
        said = [warning.text(interface()) for warning in found.warnings]
        if found.unallocated:
            said.append(_("%(amount)s was paid beyond what was due.", amount=money(found.unallocated)))
        self.warnings.setVisible(bool(said))
        self.warnings.label.setText("\n".join(said))


def _columns() -> tuple[Column[MonthArrears], ...]:
    return (
        Column(N_("Month"), _month, width=80),
        Column(N_("Due"), _due, width=120, number=True),
        Column(N_("On whose word"), _word, width=150, stretch=True),
        Column(N_("Due on"), _due_on, width=100),
        Column(N_("Paid"), _paid, width=120, number=True),
        Column(N_("Owed"), _owed, width=120, number=True),
        Column(N_("Days"), _days, width=64, number=True),
        Column(N_("Rate, %"), _rate, width=80, number=True),
        Column(N_("Penalty"), _penalty, width=120, number=True),
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
    return " / ".join(format_number(part.days, language()) for part in row.penalty.parts)


def _rate(row: MonthArrears) -> str:
    return " / ".join(format_number(part.rate, language()) for part in row.penalty.parts)


def _penalty(row: MonthArrears) -> str:
    return money(row.penalty.total)
