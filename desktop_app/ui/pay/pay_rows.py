"""Hours, deductions and promises as rows of text cells, and back."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from desktop_app.domain.code_names import EVIDENCE
from desktop_app.domain.complaints import Evidence
from desktop_app.domain.deductions import CONSENTS, GROUNDS, Consent, Deduction, Ground
from desktop_app.domain.instalments import Instalment
from desktop_app.domain.overtime import HoursMonth
from desktop_app.errors import InvalidInput, Message, Problem
from desktop_app.i18n import N_, parse_day
from desktop_app.imports.crew_cells import read_quantity, read_sum
from desktop_app.ui.common.grid import EditGrid
from desktop_app.ui.common.grid_rows import GridColumn, GridRow
from desktop_app.ui.common.typed_values import read_month, write_month, write_quantity, write_sum
from desktop_app.ui.common.wording import day, named

# An empty cell says nothing; that nobody knows is a choice of its own.
_NOT_KNOWN: Final = "not_known"
_CONSENTS: Final = {consent.value or _NOT_KNOWN: name for consent, name in CONSENTS.items()}
_NO_MONTH: Final = Message(N_("Type the month and the year, for example 03.2025."))
_NO_AMOUNT: Final = Message(N_("Type an amount, for example 180 000."))
_NO_DAY: Final = Message(N_("Type the day of the payment."))


def hours_columns() -> tuple[GridColumn, ...]:
    """The columns of the hours grid: a row a month."""
    return (
        GridColumn("month", N_("Month"), read=read_month, write=write_month, width=80),
        _quantity("worked", N_("All hours")),
        _quantity("overtime", N_("Overtime")),
        _quantity("night", N_("Night")),
        _quantity("day_off", N_("Days off")),
        _sum("hour", N_("An hour, ₸")),
        _sum("paid", N_("Paid, ₸")),
        GridColumn("evidence", N_("On whose word"), choices=named(EVIDENCE), width=120, stretch=True),
    )


def deduction_columns() -> tuple[GridColumn, ...]:
    """The columns of the deductions."""
    return (
        GridColumn("month", N_("Month"), read=read_month, write=write_month, width=80),
        _sum("amount", N_("Amount, ₸")),
        GridColumn("ground", N_("What for"), choices=named(GROUNDS), width=150, stretch=True),
        GridColumn("consent", N_("Worker agreed"), choices=named(_CONSENTS), width=110),
        GridColumn("reason", N_("What the employer says"), width=120, stretch=True, personal=True),
        GridColumn("evidence", N_("On whose word"), choices=named(EVIDENCE), width=120),
    )


def plan_columns() -> tuple[GridColumn, ...]:
    """The columns of a plan of instalments."""
    return (
        GridColumn("due_on", N_("To be paid on"), read=parse_day, write=day, width=140),
        _sum("amount", N_("Amount, ₸"), width=160),
        GridColumn("note", N_("Note"), width=200, stretch=True, personal=True),
    )


def row_of_hours(hours: HoursMonth) -> GridRow:
    """A month of hours as texts; hours of nothing are left empty."""
    texts = {
        "month": write_month(hours.month),
        "worked": write_quantity(hours.worked),
        "overtime": write_quantity(hours.overtime or None),
        "night": write_quantity(hours.night or None),
        "day_off": write_quantity(hours.day_off or None),
        "hour": write_sum(hours.hour),
        "paid": write_sum(hours.paid),
        "evidence": hours.evidence.value,
    }
    return GridRow({key: text for key, text in texts.items() if text})


def row_of_deduction(deduction: Deduction) -> GridRow:
    """A deduction as texts."""
    texts = {
        "month": write_month(deduction.month),
        "amount": write_sum(deduction.amount),
        "ground": deduction.ground.value,
        "consent": deduction.consent.value or _NOT_KNOWN,
        "reason": deduction.reason,
        "evidence": deduction.evidence.value,
    }
    return GridRow({key: text for key, text in texts.items() if text})


def hours_in(grid: EditGrid) -> tuple[HoursMonth, ...]:
    """The months of hours as typed; a month must be named."""
    none = Decimal(0)
    return tuple(
        HoursMonth(
            _needed(values["month"], f"hours[{at}].month", _NO_MONTH),
            values["worked"],
            values["overtime"] or none,
            values["night"] or none,
            values["day_off"] or none,
            values["hour"],
            values["paid"],
            Evidence(values["evidence"] or Evidence.SAYS),
        )
        for at, values in _values(grid, "worked", "overtime", "night", "day_off", "hour", "paid", "evidence")
    )


def deductions_in(grid: EditGrid) -> tuple[Deduction, ...]:
    """The deductions as typed; month and amount must be named."""
    return tuple(
        Deduction(
            _needed(values["month"], f"deductions[{at}].month", _NO_MONTH),
            _needed(values["amount"], f"deductions[{at}].amount", _NO_AMOUNT),
            Ground(values["ground"] or Ground.UNKNOWN),
            _consent(values["consent"]),
            values["reason"] or "",
            Evidence(values["evidence"] or Evidence.SAYS),
        )
        for at, values in _values(grid, "amount", "ground", "consent", "reason", "evidence")
    )


def plan_in(grid: EditGrid, promised_on: Any, evidence: Evidence) -> tuple[Instalment, ...]:
    """The promises as typed; day and amount must be named."""
    model = grid.rows_model
    return tuple(
        Instalment(
            promised_on,
            _needed(model.value(row, "due_on"), f"instalments[{at}].due_on", _NO_DAY),
            _needed(model.value(row, "amount"), f"instalments[{at}].amount", _NO_AMOUNT),
            evidence,
            row.texts.get("note", ""),
        )
        for at, row in enumerate(grid.rows)
    )


def _consent(code: str | None) -> Consent:
    return Consent.UNKNOWN if not code or code == _NOT_KNOWN else Consent(code)


def _values(grid: EditGrid, *keys: str) -> Iterator[tuple[int, dict[str, Any]]]:
    for at, row in enumerate(grid.rows):
        yield at, {key: grid.rows_model.value(row, key) for key in ("month", *keys)}


def _needed(value: Any, field: str, why: Message) -> Any:
    if value is None:
        raise InvalidInput((Problem(field, why),))
    return value


def _quantity(key: str, title: str) -> GridColumn:
    return GridColumn(key, title, read=read_quantity, write=write_quantity, width=80, number=True)


def _sum(key: str, title: str, width: int = 90) -> GridColumn:
    return GridColumn(key, title, read=read_sum, write=write_sum, width=width, number=True)
