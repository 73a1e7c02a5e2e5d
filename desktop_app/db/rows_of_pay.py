"""Columns of hours, deductions, leave and promised instalments from the frozen dataclasses of the domain, and back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Protocol

from desktop_app.domain.complaints import Evidence
from desktop_app.domain.deductions import Consent, Deduction, Ground
from desktop_app.domain.instalments import Instalment
from desktop_app.domain.leave import LeaveClaim
from desktop_app.domain.money import from_tiyn, to_tiyn
from desktop_app.domain.overtime import HoursMonth

Columns = dict[str, Any]


class HoursColumns(Protocol):
    """A row with the columns of a month of hours."""

    month: date
    worked: str | None
    overtime: str | None
    night: str | None
    day_off: str | None
    hour_tiyn: int | None
    paid_tiyn: int | None
    word: str


class DeductionColumns(Protocol):
    """A row with the columns of a deduction."""

    month: date
    amount_tiyn: int
    ground: str
    consent: str
    word: str


class LeaveColumns(Protocol):
    """A row with the columns of a leave claim."""

    from_day: date
    to_day: date
    days_a_year: str | None
    used_days: str
    average_tiyn: int | None
    word: str


class InstalmentColumns(Protocol):
    """A row with the columns of a promised instalment."""

    id: int
    promised_on: date
    due_on: date
    amount_tiyn: int
    word: str


def columns_of_hours(hours: HoursMonth) -> Columns:
    """The columns of a month of hours but the worker's."""
    return {
        "month": hours.month,
        "worked": _text(hours.worked),
        "overtime": _text(hours.overtime or None),
        "night": _text(hours.night or None),
        "day_off": _text(hours.day_off or None),
        "hour_tiyn": _tiyn(hours.hour),
        "paid_tiyn": _tiyn(hours.paid),
        "word": hours.evidence.value,
    }


def hours_of(row: HoursColumns) -> HoursMonth:
    """A month of hours from its columns."""
    none = Decimal(0)
    return HoursMonth(
        row.month,
        _number(row.worked),
        _number(row.overtime) or none,
        _number(row.night) or none,
        _number(row.day_off) or none,
        _tenge(row.hour_tiyn),
        _tenge(row.paid_tiyn),
        Evidence(row.word or Evidence.SAYS),
    )


def columns_of_deduction(deduction: Deduction) -> Columns:
    """The columns of a deduction but the worker's."""
    return {
        "month": deduction.month,
        "amount_tiyn": to_tiyn(deduction.amount),
        "ground": deduction.ground.value,
        "consent": deduction.consent.value,
        "reason": deduction.reason,
        "word": deduction.evidence.value,
    }


def deduction_of(row: DeductionColumns, reason: str) -> Deduction:
    """A deduction from its columns; `reason` may stand behind a seal."""
    word = Evidence(row.word or Evidence.SAYS)
    return Deduction(row.month, from_tiyn(row.amount_tiyn), Ground(row.ground), Consent(row.consent), reason, word)


def columns_of_leave(claim: LeaveClaim) -> Columns:
    """The columns of a leave claim but the worker's."""
    return {
        "from_day": claim.from_day,
        "to_day": claim.to_day,
        "days_a_year": _text(claim.days_a_year),
        "used_days": f"{claim.used_days:f}",
        "average_tiyn": _tiyn(claim.average),
        "word": claim.evidence.value,
    }


def leave_of(row: LeaveColumns) -> LeaveClaim:
    """A leave claim from its columns."""
    return LeaveClaim(
        row.from_day,
        row.to_day,
        _number(row.days_a_year),
        _number(row.used_days) or Decimal(0),
        _tenge(row.average_tiyn),
        Evidence(row.word or Evidence.SAYS),
    )


def columns_of_instalment(promised: Instalment) -> Columns:
    """The columns of a promised instalment but the worker's."""
    return {
        "promised_on": promised.promised_on,
        "due_on": promised.due_on,
        "amount_tiyn": to_tiyn(promised.amount),
        "word": promised.evidence.value,
        "note": promised.note,
    }


def instalment_of(row: InstalmentColumns, note: str) -> Instalment:
    """A promised instalment from its columns; `note` may stand behind a seal."""
    word = Evidence(row.word or Evidence.SAYS)
    return Instalment(row.promised_on, row.due_on, from_tiyn(row.amount_tiyn), word, note, row.id)


def _text(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"


def _number(text: str | None) -> Decimal | None:
    return None if not text else Decimal(text)


def _tiyn(amount: Decimal | None) -> int | None:
    return None if amount is None else to_tiyn(amount)


def _tenge(tiyn: int | None) -> Decimal | None:
    return None if tiyn is None else from_tiyn(tiyn)
