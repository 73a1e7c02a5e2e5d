"""Everything a worker is owed beyond the wages themselves, in one place and without counting anything twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from desktop_app import law
from desktop_app.domain.complaints import Evidence, PayBasis, WageTerms, WorkerWages
from desktop_app.domain.deductions import Deduction, Deductions, deductions
from desktop_app.domain.leave import EarningsOfMonth, Leave, LeaveClaim, unused_leave
from desktop_app.domain.minimum_wage import MinimumWageGap, PayOfMonth, minimum_wage_gap
from desktop_app.domain.money import NOTHING
from desktop_app.domain.overtime import HoursMonth, Overtime, overtime
from desktop_app.domain.penalty import penalty, unlike
from desktop_app.domain.wages import calculate, due_date
from desktop_app.domain.working_time import last_day, norm_of, working_days
from desktop_app.errors import Message
from desktop_app.i18n import N_
from desktop_app.law import Fact


class ClaimKind(StrEnum):
    """What a sum beyond the wages is for."""

    OVERTIME = "overtime"
    MINIMUM_WAGE = "minimum_wage"
    DEDUCTIONS = "deductions"
    LEAVE = "leave"


CLAIM_KINDS: Final = {
    ClaimKind.OVERTIME: N_("Overtime, nights, days off"),
    ClaimKind.MINIMUM_WAGE: N_("Up to the minimum wage"),
    ClaimKind.DEDUCTIONS: N_("Unlawful deductions"),
    ClaimKind.LEAVE: N_("Unused leave"),
}


@dataclass(frozen=True)
class WorkerPay:
    """What is known of a worker's hours, deductions and leave."""

    hours: tuple[HoursMonth, ...] = ()
    deductions: tuple[Deduction, ...] = ()
    leave: LeaveClaim | None = None


@dataclass(frozen=True)
class ClaimLine:
    """One sum in tenge with the day it fell due and the penalty on it to the day of counting."""

    kind: ClaimKind
    month: date
    amount: Decimal
    due_on: date
    penalty: Decimal


@dataclass(frozen=True)
class PayClaims:
    """All sums beyond the wages in tenge, counted to a day. `amount` and `penalty` add up the rounded lines.

    `set_off` is money received beyond the wages that were due; `total` is what remains with the penalty. A part is None
    when nothing was typed for it or nothing can be counted; `warnings` then say why.
    """

    counted_to: date
    overtime: Overtime | None
    minimum_wage: MinimumWageGap | None
    deductions: Deductions | None
    leave: Leave | None
    lines: tuple[ClaimLine, ...]
    amount: Decimal
    penalty: Decimal
    set_off: Decimal
    total: Decimal
    facts: tuple[Fact, ...]
    warnings: tuple[Message, ...]

    def sum_of(self, kind: ClaimKind) -> Decimal:
        """What one kind comes to in tenge, without penalty."""
        return sum((line.amount for line in self.lines if line.kind is kind), NOTHING)


_NO_TERMS: Final = WageTerms(PayBasis.LUMP_SUM, Decimal(0))
_NO_WAGES: Final = WorkerWages(_NO_TERMS)
_NO_HOUR: Final = N_("%(month)s: type the pay of one hour. The terms of pay do not tell it, so nothing is counted.")
_IN_ARREARS: Final = N_(
    "%(month)s: what was kept back is part of the arrears of that month already, so it is not counted a second time."
)
_OVER_PAY: Final = N_(
    "%(month)s: more was kept back than the pay of that month. No more than this pay is counted: the rest is a debt "
    "that the employer alone says the worker has. Ask about it under Protection."
)
_PENALTY_MARK: Final = N_(
    "The penalty on these sums is counted as on wages, from the day they fell due. To be checked by the lawyer."
)


def count(pay: WorkerPay, wages: WorkerWages | None, counted_to: date) -> PayClaims:
    """Count everything beyond the wages of one worker to `counted_to`, on the worker's word where there are several.

    `wages` carry the money received as payments, so that nothing is claimed twice. Raises InvalidInput for absurd sums
    and days, AppError for months before the law tables.
    """
    known = wages or _NO_WAGES
    counted = calculate(known, counted_to)
    due = {month.month: month.due for month in counted.months}
    rows = tuple(row for row in pay.hours if has_hour_rate(row, known.terms))
    hours = overtime(rows, known.terms) if rows else None
    gap = minimum_wage_gap(_months_of_pay(pay, known, due), known.terms) if due else None
    kept_back = deductions(pay.deductions, due) if pay.deductions else None
    leave = unused_leave(pay.leave, _earnings(pay, known, due)) if pay.leave else None
    arrears = {month.month: month.owed for month in counted.months}
    found = (*_by_month(hours, gap), *_of_deductions(kept_back, arrears))
    lines = tuple(_with_penalty(line, counted_to) for line in (*_dated(found, known.terms), *_final(leave, pay.leave)))
    amount = sum((line.amount for line in lines), NOTHING)
    on_top = sum((line.penalty for line in lines), NOTHING)
    set_off = min(counted.unallocated, amount)
    parts = [part for part in (hours, gap, kept_back, leave) if part is not None]
    warnings = [warning for part in parts for warning in part.warnings]
    return PayClaims(
        counted_to, hours, gap, kept_back, leave, lines, amount, on_top, set_off, amount - set_off + on_top,
        tuple(dict.fromkeys((*(fact for part in parts for fact in part.facts), *_facts(lines, known.terms)))),
        unlike((*warnings, *_warnings(pay, rows, kept_back, arrears, on_top))),
    )  # fmt: skip


def has_hour_rate(row: HoursMonth, terms: WageTerms) -> bool:
    """Whether the pay of an hour is given or can be counted from the terms."""
    by_terms = terms.basis not in (PayBasis.PIECE, PayBasis.LUMP_SUM) and terms.rate > 0
    return row.hour is not None or by_terms


def evidence_of(pay: WorkerPay) -> frozenset[Evidence]:
    """On whose words the figures stand."""
    words = [*(row.evidence for row in pay.hours), *(row.evidence for row in pay.deductions)]
    return frozenset(words if pay.leave is None else [*words, pay.leave.evidence])


def _months_of_pay(pay: WorkerPay, wages: WorkerWages, due: dict[date, Decimal]) -> Iterator[PayOfMonth]:
    worked = {row.month.replace(day=1): row.worked for row in pay.hours if row.worked is not None}
    terms = wages.terms
    for period in wages.periods:
        month = period.month.replace(day=1)
        hours = period.quantity if terms.basis is PayBasis.HOURLY else None
        days = period.quantity if terms.basis is PayBasis.DAILY else _days_to_the_end(month, terms)
        yield PayOfMonth(month, due[month], worked.get(month, hours), days)


def _days_to_the_end(month: date, terms: WageTerms) -> Decimal | None:
    """The working days to the last day of work, where that lies within a month of monthly pay."""
    ended = terms.ended_on
    if ended is None or terms.basis is not PayBasis.MONTHLY or not month <= ended < last_day(month):
        return None
    return Decimal(working_days(month, ended))


def _earnings(pay: WorkerPay, wages: WorkerWages, due: dict[date, Decimal]) -> Iterator[EarningsOfMonth]:
    """The months of the wage story with the working days they were earned in, within the time of the leave claim."""
    for month in _months_of_pay(pay, wages, due):
        norm = norm_of(month.month, wages.terms)
        if month.days is not None:
            days = Fraction(month.days)
        elif month.hours is not None and norm.hours:
            days = min(Fraction(month.hours) / norm.hours, Fraction(1)) * norm.days
        elif pay.leave is not None:
            first, last = max(month.month, pay.leave.from_day), min(last_day(month.month), pay.leave.to_day)
            days = Fraction(working_days(first, last))
        else:
            continue
        yield EarningsOfMonth(month.month, month.pay, days)


def _by_month(hours: Overtime | None, gap: MinimumWageGap | None) -> Iterator[tuple[ClaimKind, date, Decimal]]:
    for owed in hours.months if hours else ():
        yield ClaimKind.OVERTIME, owed.month, owed.owed
    for lacking in gap.months if gap else ():
        yield ClaimKind.MINIMUM_WAGE, lacking.month, lacking.gap


def _of_deductions(
    kept_back: Deductions | None, arrears: dict[date, Decimal]
) -> Iterator[tuple[ClaimKind, date, Decimal]]:
    """What was kept back of the pay there was, less what the arrears of the month hold of it already."""
    for month in kept_back.months if kept_back else ():
        taken = min(month.unlawful, month.pay) if month.pay else month.unlawful
        yield ClaimKind.DEDUCTIONS, month.month, max(taken - arrears.get(month.month, NOTHING), NOTHING)


def _dated(found: Iterable[tuple[ClaimKind, date, Decimal]], terms: WageTerms) -> Iterator[ClaimLine]:
    for kind, month, amount in found:
        if amount:
            yield ClaimLine(kind, month, amount, due_date(month.replace(day=1), terms), NOTHING)


def _final(leave: Leave | None, claim: LeaveClaim | None) -> Iterator[ClaimLine]:
    """The compensation falls due with the final pay (Labour Code, article 113, item 4)."""
    if leave is not None and claim is not None and leave.compensation:
        days = int(law.value("pay.final_working_days", claim.to_day).fact.number)
        due_on = law.add_working_days(claim.to_day, days)
        yield ClaimLine(ClaimKind.LEAVE, claim.to_day, leave.compensation, due_on, NOTHING)


def _with_penalty(line: ClaimLine, counted_to: date) -> ClaimLine:
    return replace(line, penalty=penalty(line.amount, line.due_on, counted_to, paid=False).total)


def _facts(lines: tuple[ClaimLine, ...], terms: WageTerms) -> Iterator[Fact]:
    if lines:
        yield law.fact("lc.113.1")
    if any(line.penalty for line in lines):
        yield law.fact("lc.113.3")
    if any(line.kind is ClaimKind.LEAVE for line in lines) or (lines and terms.ended_on is not None):
        yield law.fact("lc.113.4")


def _warnings(
    pay: WorkerPay,
    rows: tuple[HoursMonth, ...],
    kept_back: Deductions | None,
    arrears: dict[date, Decimal],
    on_top: Decimal,
) -> Iterator[Message]:
    for row in pay.hours:
        if row not in rows:
            yield Message(_NO_HOUR, {"month": f"{row.month:%m.%Y}"})
    for month in kept_back.months if kept_back else ():
        if month.unlawful and arrears.get(month.month, NOTHING):
            yield Message(_IN_ARREARS, {"month": f"{month.month:%m.%Y}"})
        if month.pay and month.unlawful > month.pay:
            yield Message(_OVER_PAY, {"month": f"{month.month:%m.%Y}"})
    if on_top:
        yield Message(_PENALTY_MARK)
