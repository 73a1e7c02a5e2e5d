"""Months of work and payments as rows of text cells, and back."""

from __future__ import annotations

from typing import Final

from desktop_app.domain.code_names import EVIDENCE
from desktop_app.domain.complaints import Evidence, WagePayment, WagePeriod
from desktop_app.errors import InvalidInput, Message, Problem
from desktop_app.i18n import N_, parse_day
from desktop_app.imports.crew_cells import read_quantity, read_sum
from desktop_app.ui.common.grid import EditGrid
from desktop_app.ui.common.grid_rows import GridColumn, GridRow
from desktop_app.ui.common.typed_values import read_month, write_month, write_quantity, write_sum
from desktop_app.ui.common.wording import day, named

_NO_MONTH: Final = Message(N_("Type the month and the year, for example 03.2025."))
_NO_DAY: Final = Message(N_("Type the day of the payment."))
_NO_AMOUNT: Final = Message(N_("Type an amount, for example 180 000."))


def month_columns(*, counted: bool, due_day: bool) -> tuple[GridColumn, ...]:
    """The columns of the months; `counted` adds that of days, shifts, hours or pieces, `due_day` that of a day the
    month fell due on by agreement."""
    quantity = GridColumn("quantity", N_("Quantity"), read=read_quantity, write=write_quantity, width=90, number=True)
    return (
        GridColumn("month", N_("Month"), read=read_month, write=write_month, width=90),
        *((quantity,) if counted else ()),
        _sum("says", N_("By the worker")),
        _sum("paper", N_("By paper")),
        _sum("admits", N_("Admitted")),
        *((GridColumn("due_on", N_("Due on"), read=parse_day, write=day, width=110),) if due_day else ()),
    )


def payment_columns() -> tuple[GridColumn, ...]:
    """The columns of the payments."""
    return (
        GridColumn("paid_on", N_("Paid on"), read=parse_day, write=day, width=110),
        _sum("amount", N_("Amount, ₸")),
        GridColumn("month", N_("For the month"), read=read_month, write=write_month, width=110),
        GridColumn("evidence", N_("On whose word"), choices=named(EVIDENCE), width=180, stretch=True),
    )


def row_of_period(period: WagePeriod) -> GridRow:
    """A month of work as texts."""
    values = {
        "month": write_month(period.month),
        "quantity": write_quantity(period.quantity),
        "says": write_sum(period.says),
        "paper": write_sum(period.paper),
        "admits": write_sum(period.admits),
        "due_on": day(period.due_on),
    }
    return GridRow({key: text for key, text in values.items() if text})


def row_of_payment(payment: WagePayment) -> GridRow:
    """A payment as texts."""
    month = write_month(payment.month) if payment.month is not None else ""
    texts = {"paid_on": day(payment.paid_on), "amount": write_sum(payment.amount), "month": month}
    return GridRow(texts | {"evidence": payment.evidence.value})


def periods_of(grid: EditGrid, *, counted: bool) -> tuple[WagePeriod, ...]:
    """The months as typed; a month must be named."""
    found = []
    for at, row in enumerate(grid.rows):
        month, quantity, says, paper, admits, due_on = (
            grid.rows_model.value(row, key) for key in ("month", "quantity", "says", "paper", "admits", "due_on")
        )
        if month is None:
            raise InvalidInput((Problem(f"periods[{at}].month", _NO_MONTH),))
        found.append(WagePeriod(month, quantity if counted else None, says, paper, admits, due_on))
    return tuple(found)


def payments_of(grid: EditGrid) -> tuple[WagePayment, ...]:
    """The payments as typed; day and amount must be named."""
    found = []
    for at, row in enumerate(grid.rows):
        paid_on, amount, month = (grid.rows_model.value(row, key) for key in ("paid_on", "amount", "month"))
        for key, value, message in (("paid_on", paid_on, _NO_DAY), ("amount", amount, _NO_AMOUNT)):
            if value is None:
                raise InvalidInput((Problem(f"payments[{at}].{key}", message),))
        found.append(WagePayment(paid_on, amount, month, Evidence(row.texts.get("evidence") or Evidence.SAYS)))
    return tuple(found)


def _sum(key: str, title: str) -> GridColumn:
    return GridColumn(key, title, read=read_sum, write=write_sum, width=110, number=True)
