"""Arrears of wages month by month, and the penalty on them."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from desktop_app import law
from desktop_app.domain.complaints import Evidence, PayBasis, WagePayment, WagePeriod, WageTerms, WorkerWages
from desktop_app.domain.money import NOTHING, rounded
from desktop_app.domain.penalty import Penalty, joined, penalty
from desktop_app.errors import Message
from desktop_app.i18n import N_
from desktop_app.law import Fact


@dataclass(frozen=True)
class MonthArrears:
    """One month's wage as one debt. Sums in tenge; `evidence` says on whose word `due` stands.

    `payments` are the payments, or parts of them, counted for this month; `owed` is what remains.
    """

    month: date
    due: Decimal
    due_on: date
    evidence: Evidence
    payments: tuple[WagePayment, ...]
    owed: Decimal
    penalty: Penalty


@dataclass(frozen=True)
class WageCalculation:
    """A worker's whole claim counted to `counted_to`. Every total is the sum of the months' rounded figures.

    `unallocated` tenge were paid beyond what was due by the counted word.
    """

    months: tuple[MonthArrears, ...]
    counted_to: date
    due: Decimal
    paid: Decimal
    arrears: Decimal
    penalty: Decimal
    total: Decimal
    unallocated: Decimal
    facts: tuple[Fact, ...]
    warnings: tuple[Message, ...]


def due_date(month: date, terms: WageTerms) -> date:
    """The day the wage of `month` must be paid: the agreed day of the next month, not later than the law's
    last day, and not later than the final pay after the end of work; on a day off, the eve
    (Labour Code, article 113, items 1 and 4).
    """
    last = int(law.value("pay.last_day", month).fact.number)
    day = min(terms.pay_day or last, last)
    due = _next_month(month).replace(day=day)
    if terms.ended_on is not None:
        final = law.add_working_days(terms.ended_on, int(law.value("pay.final_working_days", month).fact.number))
        due = min(due, final)
    return law.eve(due)


def calculate(wages: WorkerWages, counted_to: date, evidence: Evidence = Evidence.SAYS) -> WageCalculation:
    """Arrears and penalty of one worker to `counted_to`, on the asked word where it exists.

    A month's sum is taken on `evidence`, else on the worker's word, paper, the employer's, else
    rate x quantity. Payments are counted by `_counts`. Raises AppError for days before the law tables.
    """
    periods = sorted(wages.periods, key=lambda period: period.month)
    debts = [_Debt.of(period, wages.terms, evidence) for period in periods]
    counted = [each for each in wages.payments if _counts(each, evidence) and each.paid_on <= counted_to]
    left = _allocate(debts, sorted(counted, key=lambda each: (each.paid_on, each.month is None, each.amount)))
    months = tuple(debt.counted(counted_to) for debt in debts)
    warnings = [warning for month in months for warning in month.penalty.warnings]
    if wages.terms.pay_day and periods:
        warnings += _late_pay_day(wages.terms.pay_day, periods[0].month)
    arrears = sum((month.owed for month in months), NOTHING)
    total_penalty = sum((month.penalty.total for month in months), NOTHING)
    return WageCalculation(
        months=months,
        counted_to=counted_to,
        due=sum((month.due for month in months), NOTHING),
        paid=sum((part.amount for month in months for part in month.payments), NOTHING),
        arrears=arrears,
        penalty=total_penalty,
        total=arrears + total_penalty,
        unallocated=left,
        facts=tuple(dict.fromkeys(fact for month in months for fact in month.penalty.facts)),
        warnings=_unlike(warnings),
    )


class _Debt:
    """A month's wage while payments are being counted against it."""

    def __init__(self, month: date, due: Decimal, due_on: date, evidence: Evidence) -> None:
        self.month = month
        self.due = due
        self.due_on = due_on
        self.evidence = evidence
        self.owed = due
        self.payments: list[WagePayment] = []

    @classmethod
    def of(cls, period: WagePeriod, terms: WageTerms, evidence: Evidence) -> _Debt:
        due, word = _due(period, terms, evidence)
        return cls(period.month, due, period.due_on or due_date(period.month, terms), word)

    def take(self, payment: WagePayment, amount: Decimal) -> Decimal:
        """Count as much of `amount` as is still owed; what is left of it."""
        part = min(amount, self.owed)
        if part > 0:
            self.owed -= part
            self.payments.append(WagePayment(payment.paid_on, part, self.month, payment.evidence))
        return amount - part

    def counted(self, counted_to: date) -> MonthArrears:
        late = [part for part in self.payments if part.paid_on > self.due_on]
        parts = [penalty(part.amount, self.due_on, part.paid_on) for part in late]
        if self.owed > 0 and counted_to > self.due_on:
            parts.append(penalty(self.owed, self.due_on, counted_to, paid=False))
        return MonthArrears(
            self.month, self.due, self.due_on, self.evidence, tuple(self.payments), self.owed, joined(tuple(parts))
        )


def _due(period: WagePeriod, terms: WageTerms, evidence: Evidence) -> tuple[Decimal, Evidence]:
    sums = {Evidence.SAYS: period.says, Evidence.PAPER: period.paper, Evidence.ADMITS: period.admits}
    for word in (evidence, Evidence.SAYS, Evidence.PAPER, Evidence.ADMITS):
        stated = sums[word]
        if stated is not None:
            return rounded(stated), word
    whole = terms.basis in (PayBasis.MONTHLY, PayBasis.LUMP_SUM)
    quantity = Decimal(1) if period.quantity is None and whole else period.quantity or Decimal(0)
    return rounded(terms.rate if whole else terms.rate * quantity), Evidence.SAYS


def _counts(payment: WagePayment, evidence: Evidence) -> bool:
    """What only the employer claims to have paid counts only when the employer's word is asked for."""
    return payment.evidence is not Evidence.ADMITS or evidence is Evidence.ADMITS


def _allocate(debts: list[_Debt], payments: list[WagePayment]) -> Decimal:
    """Count each payment for its month, the rest and payments without a month for the oldest debt."""
    left = NOTHING
    for payment in payments:
        rest = payment.amount
        own = [debt for debt in debts if debt.month == payment.month]
        for debt in (*own, *debts):
            rest = debt.take(payment, rest)
        left += rest
    return left


def _late_pay_day(pay_day: int, month: date) -> list[Message]:
    last = int(law.value("pay.last_day", month).fact.number)
    if pay_day <= last:
        return []
    msgid = N_("The agreed pay day %(agreed)d is later than the law allows; day %(last)d is counted.")
    return [Message(msgid, {"agreed": pay_day, "last": last})]


def _unlike(warnings: list[Message]) -> tuple[Message, ...]:
    seen: list[Message] = []
    for warning in warnings:
        if warning not in seen:
            seen.append(warning)
    return tuple(seen)


def _next_month(month: date) -> date:
    return month.replace(day=monthrange(month.year, month.month)[1]) + timedelta(days=1)
