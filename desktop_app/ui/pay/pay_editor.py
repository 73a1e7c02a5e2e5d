"""One worker's hours, deductions and leave, and what is owed for them counted while one types."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import settings
from desktop_app.domain.code_names import EVIDENCE
from desktop_app.domain.complaints import Evidence, WorkerWages
from desktop_app.domain.leave import LeaveClaim
from desktop_app.domain.letters import Norm
from desktop_app.domain.pay_claims import PayClaims, WorkerPay, count
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.services import pay_claims
from desktop_app.ui.background import Task
from desktop_app.ui.common.buttons import LinkButton
from desktop_app.ui.common.fields import AmountField, ChoiceBox, DateField
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.grid import EditGrid
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.wording import named
from desktop_app.ui.context import Context
from desktop_app.ui.pay.claims_view import ClaimsView
from desktop_app.ui.pay.fields import QuantityField
from desktop_app.ui.pay.pay_rows import (
    deduction_columns,
    deductions_in,
    hours_columns,
    hours_in,
    row_of_deduction,
    row_of_hours,
)

_PAUSE_MS: Final = 250
_FIRST_DAY: Final = Message(N_("Type the first day of work that the leave is counted from."))
_LAST_DAY: Final = Message(N_("Type the last day of work."))


class PayEditor(QWidget):
    """Shows and reads WorkerPay. `changed` when something was typed. `wages` gives the worker's wages as they stand."""

    changed = Signal()

    def __init__(
        self, context: Context, wages: Callable[[], WorkerWages | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._wages = context, wages
        self._task: Task | None = None
        self._loading = False
        self.norms: dict[str, Norm] = {}
        """What the lawyer has confirmed, as last read."""
        self.hours = EditGrid(hours_columns(), self, lines=3)
        self.deductions = EditGrid(deduction_columns(), self, lines=3)
        self.leave = LeaveForm(self)
        self.counting = Form(self, columns=2)
        self.counting.add("counted_to", N_("Count the penalty to"), DateField(self))
        self.counting.set_values(counted_to=settings.today())
        self.result = ClaimsView(context, self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._build()
        self._connect()

    def show_pay(self, pay: WorkerPay) -> None:
        """Show what the file knows of a worker."""
        self._loading = True
        self.hours.set_rows([row_of_hours(row) for row in pay.hours])
        self.deductions.set_rows([row_of_deduction(row) for row in pay.deductions])
        self.leave.clear_problems()
        self.leave.show_claim(pay.leave)
        self._loading = False
        self.count()

    def pay(self) -> WorkerPay:
        """Hours, deductions and leave as typed. InvalidInput names every cell and field that makes no sense."""
        problems: list[Problem] = []
        for grid, place in ((self.hours, "hours"), (self.deductions, "deductions")):
            problems += [Problem(f"{place}[{at}].{column.key}", why) for at, column, why in grid.problems()]
        leave = None
        try:
            leave = self.leave.claim()
        except InvalidInput as error:
            problems += [Problem(f"leave.{each.field}", each.message) for each in error.problems]
        if problems:
            raise InvalidInput(tuple(problems))
        return WorkerPay(hours_in(self.hours), deductions_in(self.deductions), leave)

    def draft(self) -> Any:
        """What was typed, as texts."""
        return {"hours": self.hours.draft(), "deductions": self.deductions.draft(), "leave": self.leave.draft()}

    def take_draft(self, content: Any) -> None:
        """Put back what `draft` gave."""
        if isinstance(content, dict):
            self.hours.take_draft(content.get("hours"))
            self.deductions.take_draft(content.get("deductions"))
            self.leave.take_draft(content.get("leave"))

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Show problems beside their cells and fields: `hours[1].overtime`, `deductions[0].amount`, `leave.to_day`."""
        of_leave = []
        for problem in problems:
            place, _bracket, rest = problem.field.partition("[")
            grid = {"hours": self.hours, "deductions": self.deductions}.get(place)
            if grid is None or not rest:
                of_leave.append(Problem(problem.field.removeprefix("leave."), problem.message))
                continue
            number, _end, key = rest.partition("].")
            grid.tell([(int(number), key, problem.message)])
        if of_leave:
            self.leave.show_problems(of_leave)

    def count(self) -> None:
        """Count away from the window's thread; what cannot be read yet is said where it stands."""
        try:
            pay, counted_to = self.pay(), self.counting.value("counted_to") or settings.today()
        except AppError:
            self.result.show_nothing()
            return
        wages = self._wages()
        if pay == WorkerPay() and wages is None:
            self.result.show_nothing()
            return
        found = pay_claims.problems(pay, wages, settings.today())
        if found:
            self.result.show_nothing(found[0].message)
            return
        if self._task is not None:
            self._context.background.cancel(self._task)
        self._task = self._context.background.run(
            count, pay, wages, counted_to,
            owner=self, on_done=self._on_counted, on_error=self._on_not_counted, cancellable=True,
        )  # fmt: skip

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        hint = PlainLabel(
            N_(
                "Night hours on a day off stand in both columns. Leave “Paid” empty when nobody knows what was paid "
                "for these hours, and “An hour” to count it from the terms of pay."
            ),
            self,
            role="hint",
            wrap=True,
        )
        column.addLayout(_heading(N_("Hours beyond the usual"), self.hours))
        column.addWidget(hint)
        column.addWidget(self.hours)
        column.addLayout(_heading(N_("Kept back from the pay"), self.deductions))
        column.addWidget(self.deductions)
        column.addWidget(PlainLabel(N_("Leave that was not used"), self, role="heading"))
        column.addWidget(self.leave)
        column.addWidget(PlainLabel(N_("What is owed beyond the wages"), self, role="heading"))
        column.addWidget(self.counting)
        column.addWidget(self.result)

    def _connect(self) -> None:
        for part in (self.hours, self.deductions, self.leave):
            part.changed.connect(self._on_changed)
        self.counting.changed.connect(self._pause.start)
        self._pause.timeout.connect(self.count)

    def _on_changed(self) -> None:
        if not self._loading:
            self._pause.start()
            self.changed.emit()

    def _on_counted(self, claims: PayClaims) -> None:
        self.result.show_claims(claims, self.norms)

    def _on_not_counted(self, error: AppError) -> None:
        self.result.show_nothing(error.message)


class LeaveForm(Form):
    """The fields of a leave claim; nothing typed means there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        # One below the other: two Kazakh names side by side are wider than what a narrow window leaves.
        super().__init__(parent, columns=1)
        self.add("from_day", N_("Worked from"), DateField(self))
        self.add("to_day", N_("Last day of work"), DateField(self))
        self.add("used_days", N_("Days of leave taken"), QuantityField(self), hint=N_("Empty: none"))
        self.add("days_a_year", N_("Leave agreed, days a year"), QuantityField(self), hint=N_("Empty: as the law says"))
        self.add("average", N_("Average pay of a day, ₸"), AmountField(self), hint=N_("Empty: counted from the wages"))
        self.add("evidence", N_("On whose word"), ChoiceBox(named(EVIDENCE), self))

    def claim(self) -> LeaveClaim | None:
        """The claim as typed, None when nothing was. InvalidInput when a field makes no sense or a day is missing."""
        values = self.values()
        typed = {name: value for name, value in values.items() if name != "evidence" and value is not None}
        if not typed:
            return None
        missing = [
            Problem(name, message)
            for name, message in (("from_day", _FIRST_DAY), ("to_day", _LAST_DAY))
            if values[name] is None
        ]
        if missing:
            raise InvalidInput(tuple(missing))
        return LeaveClaim(
            values["from_day"],
            values["to_day"],
            values["days_a_year"],
            values["used_days"] or Decimal(0),
            values["average"],
            Evidence(values["evidence"] or Evidence.SAYS),
        )

    def show_claim(self, claim: LeaveClaim | None) -> None:
        """Show a claim of the file, empty fields without one."""
        self.set_values(
            from_day=claim and claim.from_day,
            to_day=claim and claim.to_day,
            used_days=claim and (claim.used_days or None),
            days_a_year=claim and claim.days_a_year,
            average=claim and claim.average,
            evidence=claim.evidence if claim else Evidence.SAYS,
        )


def _heading(msgid: str, grid: EditGrid) -> QHBoxLayout:
    """A heading with the key that takes a row out of the table below."""
    remove = LinkButton(N_("Remove the row"), grid, icon="trash-2")
    remove.clicked.connect(grid.remove_current)
    row = QHBoxLayout()
    row.addWidget(PlainLabel(msgid, grid, role="heading"))
    row.addStretch()
    row.addWidget(remove)
    return row
