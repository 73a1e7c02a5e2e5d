"""One worker's wage story: terms, months on three words, payments, and the claim counted while one types."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import settings
from desktop_app.domain.code_names import EVIDENCE
from desktop_app.domain.complaints import Evidence, PayBasis, WageTerms, WorkerWages
from desktop_app.domain.crew_pay import COUNTED, months_between
from desktop_app.domain.exchange import InTenge, in_tenge
from desktop_app.domain.wage_checks import problems_of_wages
from desktop_app.domain.wages import WageCalculation, calculate
from desktop_app.errors import AppError, InvalidInput, Problem
from desktop_app.i18n import N_
from desktop_app.ui.background import Task
from desktop_app.ui.cases.calculation_view import CalculationView
from desktop_app.ui.cases.pay_form import MonthField, TermsForm
from desktop_app.ui.cases.wage_rows import (
    month_columns,
    payment_columns,
    payments_of,
    periods_of,
    row_of_payment,
    row_of_period,
)
from desktop_app.ui.common.buttons import Button, LinkButton
from desktop_app.ui.common.drafts import Part
from desktop_app.ui.common.fields import ChoiceBox, DateField
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.grid import EditGrid
from desktop_app.ui.common.grid_rows import GridRow
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.typed_values import write_month
from desktop_app.ui.common.wording import named
from desktop_app.ui.context import Context

_PAUSE_MS: Final = 250


class WageEditor(QWidget):
    """Shows and reads WorkerWages. `changed` when something was typed."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._task: Task | None = None
        self._loading = False
        self._due_day = False
        self.terms = TermsForm(self, columns=2, exchange=True)
        self.months = EditGrid(month_columns(counted=False, due_day=False), self, lines=3)
        self.payments = EditGrid(payment_columns(), self, lines=2)
        self.first, self.last = MonthField(self), MonthField(self)
        self.span, self.counting = Form(self), Form(self, columns=2)
        self.counted_to = DateField(self)
        self.word = ChoiceBox(named(EVIDENCE), self)
        self.result = CalculationView(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._build()
        self._connect()
        self.clear()

    def clear(self) -> None:
        """Begin with nothing: pay by the month, counted to today."""
        self.show_wages(None)

    def show_wages(self, wages: WorkerWages | None) -> None:
        """Show what the file knows of a worker's wages, nothing when there is no complaint yet."""
        self._loading = True
        self.terms.clear_problems()
        self.terms.show_terms(wages.terms if wages else WageTerms(PayBasis.MONTHLY, Decimal(0)))
        self.months.set_rows([row_of_period(period) for period in wages.periods] if wages else [])
        self.payments.set_rows([row_of_payment(payment) for payment in wages.payments] if wages else [])
        self._due_day = any(period.due_on for period in wages.periods) if wages else False
        if self.counted_to.text() == "":
            self.counting.set_values(counted_to=settings.today())
        self._loading = False
        self._renew_columns()
        self._count()

    def wages(self) -> WorkerWages:
        """The wages as typed. InvalidInput names every field and cell that makes no sense."""
        problems: list[Problem] = []
        for grid, place in ((self.months, "periods"), (self.payments, "payments")):
            problems += [Problem(f"{place}[{at}].{column.key}", why) for at, column, why in grid.problems()]
        terms = None
        try:
            terms = self.terms.terms()
        except InvalidInput as error:
            problems += error.problems
        if problems or terms is None:
            raise InvalidInput(tuple(problems))
        counted = self.terms.basis.value() in COUNTED
        return WorkerWages(terms, periods_of(self.months, counted=counted), payments_of(self.payments))

    def draft(self) -> Any:
        """The wages as texts."""
        return {"due_day": self._due_day} | {name: part.draft() for name, part in self._parts().items()}

    def take_draft(self, content: Any) -> None:
        """Put back what `draft` gave."""
        if not isinstance(content, dict):
            return
        self._due_day = content.get("due_day") is True
        for name, part in self._parts().items():
            part.take_draft(content.get(name))
        self._renew_columns()

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Show problems beside their fields: `rate`, `periods[1].says`, `payments[0].amount`."""
        of_terms = []
        for problem in problems:
            place, _bracket, rest = problem.field.partition("[")
            grid = {"periods": self.months, "payments": self.payments}.get(place)
            if grid is None or not rest:
                of_terms.append(problem)
                continue
            number, _end, key = rest.partition("].")
            grid.tell([(int(number), key, problem.message)])
        if of_terms:
            self.terms.show_problems(of_terms)

    def _parts(self) -> dict[str, Part]:
        parts: dict[str, Part] = {"terms": self.terms, "months": self.months, "payments": self.payments}
        return parts | {"span": self.span, "counting": self.counting}

    def _build(self) -> None:
        self.due_button = LinkButton(N_("Another due day"), self)
        self.due_button.clicked.connect(self._on_due_day)
        fill = Button(N_("Add the months"), self, icon="calendar-days")
        fill.clicked.connect(self._on_fill)
        self.span.add("first", N_("First unpaid month"), self.first)
        self.span.add("last", N_("Last unpaid month"), self.last)
        months = QHBoxLayout()
        months.addWidget(fill)
        months.addStretch()
        months.addWidget(self.due_button)
        self.counting.add("counted_to", N_("Count the penalty to"), self.counted_to)
        self.counting.add("word", N_("Count on whose word"), self.word)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.terms)
        column.addLayout(_heading(N_("Months of work"), self.months))
        column.addWidget(self.span)
        column.addLayout(months)
        column.addWidget(self.months)
        column.addLayout(_heading(N_("Payments so far"), self.payments))
        column.addWidget(self.payments)
        column.addWidget(PlainLabel(N_("What is owed"), self, role="heading"))
        column.addWidget(self.counting)
        column.addWidget(self.result)

    def _connect(self) -> None:
        for part in (self.terms, self.months, self.payments):
            part.changed.connect(self._on_changed)
        self.terms.basis.changed.connect(self._renew_columns)
        self.counting.changed.connect(self._pause.start)
        self._pause.timeout.connect(self._count)

    def _on_changed(self) -> None:
        if not self._loading:
            self._pause.start()
            self.changed.emit()

    def _renew_columns(self) -> None:
        counted = self.terms.basis.value() in COUNTED
        self.months.set_columns(month_columns(counted=counted, due_day=self._due_day))
        self.due_button.setHidden(self._due_day)

    def _on_due_day(self) -> None:
        self._due_day = True
        self._renew_columns()

    def _on_fill(self) -> None:
        """Add a row for each month that is not there yet."""
        try:
            first, last = self.first.value(), self.last.value()
        except AppError:
            return
        if first is None:
            self.first.setFocus()
            return
        there = {row.texts.get("month") for row in self.months.rows}
        wanted = [write_month(month) for month in months_between(first, last or first)]
        self.months.add_rows([GridRow({"month": month}) for month in wanted if month not in there])

    def _count(self) -> None:
        """Count the claim away from the window's thread; what cannot be read yet is said where it stands."""
        try:
            wages, counted_to = self.wages(), self.counted_to.value() or settings.today()
        except AppError:
            self.result.show_nothing()
            return
        if not wages.periods or problems_of_wages(wages, settings.today()):
            self.result.show_nothing()
            return
        if self._task is not None:
            self._context.background.cancel(self._task)
        self._task = self._context.background.run(
            _counted,
            wages,
            counted_to,
            Evidence(self.word.value()),
            owner=self,
            on_done=self._on_counted,
            on_error=self._on_not_counted,
            cancellable=True,
        )

    def _on_counted(self, counted: tuple[WageCalculation, InTenge | None]) -> None:
        self.result.show_calculation(*counted)

    def _on_not_counted(self, error: AppError) -> None:
        self.result.show_error(error.message)


def _counted(wages: WorkerWages, counted_to: date, evidence: Evidence) -> tuple[WageCalculation, InTenge | None]:
    return calculate(wages, counted_to, evidence), in_tenge(wages.terms.rate, wages.terms)


def _heading(msgid: str, grid: EditGrid) -> QHBoxLayout:
    """A heading with the key that takes a row out of the table below."""
    remove = LinkButton(N_("Remove the row"), grid, icon="trash-2")
    remove.clicked.connect(grid.remove_current)
    row = QHBoxLayout()
    row.addWidget(PlainLabel(msgid, grid, role="heading"))
    row.addStretch()
    row.addWidget(remove)
    return row
