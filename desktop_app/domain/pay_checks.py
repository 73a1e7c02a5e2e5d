"""What is wrong with hours, deductions, leave and promises of payment, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from desktop_app.domain.complaints import WorkerWages
from desktop_app.domain.deductions import Deduction
from desktop_app.domain.instalments import Instalment
from desktop_app.domain.leave import LeaveClaim
from desktop_app.domain.overtime import HoursMonth
from desktop_app.domain.pay_claims import WorkerPay, count
from desktop_app.domain.wage_checks import (
    LONGEST_MONEY_NOTE,
    MOST_ROWS,
    problem_of_amount,
    problem_of_past_day,
    problem_of_text,
)
from desktop_app.errors import AppError, Message, Problem
from desktop_app.i18n import N_

LONGEST_REASON: Final = 500
MOST_HOURS: Final = Decimal(744)
_MOST_DAYS: Final = Decimal(366)
_MOST_USED: Final = Decimal(10_000)
_FINEST: Final = Decimal("0.001")
_LONGEST_PLAN: Final = timedelta(days=3653)


def problems_of_pay(pay: WorkerPay, wages: WorkerWages | None, today: date) -> tuple[Problem, ...]:
    """Problems of one worker's other pay: `hours[1].overtime`, `deductions[0].amount`, `leave.to_day` …"""
    found: list[Problem] = []
    for rows, field in ((pay.hours, "hours"), (pay.deductions, "deductions")):
        if len(rows) > MOST_ROWS:
            message = Message(N_("There are too many rows: at most %(count)s."), {"count": MOST_ROWS})
            return (Problem(field, message),)
    months: set[tuple[int, int]] = set()
    for at, row in enumerate(pay.hours):
        month = (row.month.year, row.month.month)
        if month in months:
            found.append(Problem(f"hours[{at}].month", Message(N_("This month is in the table already."))))
        months.add(month)
        found += _of_hours(row, f"hours[{at}].", today)
    for at, deduction in enumerate(pay.deductions):
        found += _of_deduction(deduction, f"deductions[{at}].", today)
    if pay.leave is not None:
        found += _of_leave(pay.leave, today)
    return tuple(found) or tuple(_of_counting(pay, wages, today))


def problems_of_instalments(rows: tuple[Instalment, ...], today: date) -> tuple[Problem, ...]:
    """Problems of promises: `instalments[2].due_on` …"""
    if len(rows) > MOST_ROWS:
        message = Message(N_("There are too many rows: at most %(count)s."), {"count": MOST_ROWS})
        return (Problem("instalments", message),)
    return tuple(
        problem for at, row in enumerate(rows) for problem in _of_instalment(row, f"instalments[{at}].", today)
    )


def _of_hours(row: HoursMonth, place: str, today: date) -> Iterator[Problem]:
    yield from problem_of_past_day(f"{place}month", row.month.replace(day=1), today)
    for field in ("worked", "overtime", "night", "day_off"):
        hours = getattr(row, field)
        if hours is not None and not _is_number(hours, MOST_HOURS):
            message = N_("Hours of a month are a number from 0 to %(most)s with at most three decimals.")
            yield Problem(place + field, Message(message, {"most": int(MOST_HOURS)}))
    for field in ("hour", "paid"):
        amount = getattr(row, field)
        if amount is not None:
            yield from problem_of_amount(place + field, amount)
    if row.worked is not None and row.overtime > row.worked:
        yield Problem(f"{place}overtime", Message(N_("There is more overtime than hours worked in this month.")))


def _of_deduction(row: Deduction, place: str, today: date) -> Iterator[Problem]:
    yield from problem_of_past_day(f"{place}month", row.month.replace(day=1), today)
    yield from _of_sum(f"{place}amount", row.amount)
    yield from problem_of_text(f"{place}reason", row.reason, LONGEST_REASON)


def _of_leave(claim: LeaveClaim, today: date) -> Iterator[Problem]:
    for field in ("from_day", "to_day"):
        yield from problem_of_past_day(f"leave.{field}", getattr(claim, field), today)
    if claim.to_day < claim.from_day:
        yield Problem("leave.to_day", Message(N_("The last day comes before the first.")))
    if claim.days_a_year is not None and not (claim.days_a_year and _is_number(claim.days_a_year, _MOST_DAYS)):
        yield Problem("leave.days_a_year", Message(N_("Leave is a number of days a year, from 1 to 366.")))
    if not _is_number(claim.used_days, _MOST_USED):
        yield Problem("leave.used_days", Message(N_("Type how many calendar days of leave were taken, 0 if none.")))
    if claim.average is not None:
        yield from problem_of_amount("leave.average", claim.average)


def _of_instalment(row: Instalment, place: str, today: date) -> Iterator[Problem]:
    yield from problem_of_past_day(f"{place}promised_on", row.promised_on, today)
    yield from _of_sum(f"{place}amount", row.amount)
    if row.due_on < row.promised_on:
        yield Problem(f"{place}due_on", Message(N_("The payment cannot be due before the day of the promise.")))
    elif row.due_on > row.promised_on + _LONGEST_PLAN:
        yield Problem(f"{place}due_on", Message(N_("This date is more than ten years away. Check the year.")))
    yield from problem_of_text(f"{place}note", row.note, LONGEST_MONEY_NOTE)


def _of_sum(field: str, amount: Decimal) -> Iterator[Problem]:
    found = tuple(problem_of_amount(field, amount))
    yield from found
    if not found and amount == 0:
        yield Problem(field, Message(N_("Type an amount above zero.")))


def _of_counting(pay: WorkerPay, wages: WorkerWages | None, today: date) -> Iterator[Problem]:
    """What only shows when it is counted: months before the law tables, sums that grow beyond measure."""
    try:
        count(pay, wages, today)
    except AppError as error:
        yield Problem("", error.message)


def _is_number(number: Decimal, most: Decimal) -> bool:
    return number.is_finite() and 0 <= number <= most and not number % _FINEST
