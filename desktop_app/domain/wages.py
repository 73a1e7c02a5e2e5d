"""Arrears of wages month by month, and the penalty on them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby

from desktop_app import law
from desktop_app.domain.complaints import Evidence, PayBasis, WagePayment, WagePeriod, WageTerms, WorkerWages
from desktop_app.domain.money import NOTHING, rounded
from desktop_app.domain.penalty import Penalty, joined, penalty, refuse_absurd, unlike
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
    following = _next_month(month)
    last = _last_pay_day(following)
    due = following.replace(day=min(terms.pay_day or last, last))
    final = _final_pay(month, terms)
    return law.eve(min(due, final) if final else due)


def calculate(
    wages: WorkerWages, counted_to: date, evidence: Evidence = Evidence.SAYS, *, only_due: bool = False
) -> WageCalculation:
    """Arrears and penalty of one worker to `counted_to`, on the asked word where it exists.

    A month's sum is taken on `evidence`, else on the worker's word, paper, the employer's, else
    rate x quantity. Payments up to `counted_to` are counted: for the month they name, the rest and those
    that name none for the oldest debt; a payment that only the employer claims counts on his word alone.
    `only_due` leaves out the months that fall due after `counted_to`: nothing can be claimed for them yet.
    Raises InvalidInput for absurd sums, AppError for days before the law tables.
    """
    periods = sorted(wages.periods, key=lambda period: period.month)
    debts = [_Debt.of(period, wages.terms, evidence) for period in periods]
    counted = [each for each in wages.payments if _counts(each, evidence) and each.paid_on <= counted_to]
    left = _allocate(debts, counted)
    months = tuple(debt.counted(counted_to) for debt in debts if debt.due_on <= counted_to or not only_due)
    arrears = sum((month.owed for month in months), NOTHING)
    total_penalty = sum((month.penalty.total for month in months), NOTHING)
    facts = (*_due_facts(months, wages.terms), *(fact for month in months for fact in month.penalty.facts))
    return WageCalculation(
        months=months,
        counted_to=counted_to,
        due=sum((month.due for month in months), NOTHING),
        paid=sum((part.amount for month in months for part in month.payments), NOTHING),
        arrears=arrears,
        penalty=total_penalty,
        total=arrears + total_penalty,
        unallocated=left,
        facts=tuple(dict.fromkeys(facts)),
        warnings=unlike(_warnings(months, wages.terms, counted_to)),
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
        month = period.month.replace(day=1)
        return cls(month, due, period.due_on or due_date(month, terms), word)

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
    """The month's sum in tenge and on whose word it stands."""
    sums = {Evidence.SAYS: period.says, Evidence.PAPER: period.paper, Evidence.ADMITS: period.admits}
    for word in (evidence, Evidence.SAYS, Evidence.PAPER, Evidence.ADMITS):
        stated = sums[word]
        if stated is not None:
            refuse_absurd(stated, word)
            return rounded(stated), word
    whole = terms.basis in (PayBasis.MONTHLY, PayBasis.LUMP_SUM)
    agreed = terms.rate_in_tenge if whole else terms.rate_in_tenge * (period.quantity or NOTHING)
    refuse_absurd(agreed, "rate")
    return rounded(agreed), Evidence.SAYS


def _counts(payment: WagePayment, evidence: Evidence) -> bool:
    """What only the employer claims to have paid counts only when the employer's word is asked for."""
    return payment.evidence is not Evidence.ADMITS or evidence is Evidence.ADMITS


def _allocate(debts: list[_Debt], payments: list[WagePayment]) -> Decimal:
    """Count payments day by day against the debts; what was paid beyond them.

    Within a day every payment first goes to the month it names, then the rests go to the oldest debts:
    so the order in which payments were typed changes nothing.
    """
    left = NOTHING
    for _day, paid in groupby(sorted(payments, key=_typed_order), key=_paid_on):
        rests = []
        for payment in paid:
            refuse_absurd(payment.amount, "amount")
            rests.append((payment, _take(_of_month(debts, payment.month), payment, payment.amount)))
        left += sum((_take(debts, payment, rest) for payment, rest in rests), NOTHING)
    return left


def _take(debts: list[_Debt], payment: WagePayment, amount: Decimal) -> Decimal:
    for debt in debts:
        amount = debt.take(payment, amount)
    return amount


def _of_month(debts: list[_Debt], month: date | None) -> list[_Debt]:
    return [debt for debt in debts if month is not None and debt.month == month.replace(day=1)]


def _paid_on(payment: WagePayment) -> date:
    return payment.paid_on


def _typed_order(payment: WagePayment) -> tuple[date, date, Evidence, Decimal]:
    return payment.paid_on, payment.month or date.max, payment.evidence, payment.amount


def _warnings(months: tuple[MonthArrears, ...], terms: WageTerms, counted_to: date) -> Iterator[Message]:
    for month in months:
        yield from month.penalty.warnings
    if months and terms.pay_day is not None:
        last = _last_pay_day(_next_month(months[0].month))
        if terms.pay_day > last:
            text = N_("The agreed pay day %(agreed)d is later than the law allows; day %(last)d is counted.")
            yield Message(text, {"agreed": terms.pay_day, "last": last})
    for month in months:
        if month.owed > 0 and month.due_on > counted_to:
            text = N_("The pay for %(month)s falls due only on %(day)s, after the day of counting: it is not late yet.")
            yield Message(text, {"month": f"{month.month:%m.%Y}", "day": f"{month.due_on:%d.%m.%Y}"})


def _due_facts(months: tuple[MonthArrears, ...], terms: WageTerms) -> Iterator[Fact]:
    """What the due dates rest on: the term of payment and, where work has ended, that of the final pay."""
    if months:
        yield law.fact("lc.113.1")
        yield law.value("pay.last_day", _next_month(months[0].month)).fact
    if terms.ended_on is not None and any(_final_pay(month.month, terms) for month in months):
        yield law.fact("lc.113.4")
        yield law.value("pay.final_working_days", terms.ended_on).fact


def _last_pay_day(in_month: date) -> int:
    """The last day of the month `in_month` on which the wage of the month before may lawfully be paid."""
    return int(law.value("pay.last_day", in_month).fact.number)


def _final_pay(month: date, terms: WageTerms) -> date | None:
    """The last day of the final pay; None while work goes on or for a month after its end."""
    if terms.ended_on is None or month.replace(day=1) > terms.ended_on:
        return None
    return law.add_working_days(terms.ended_on, int(law.value("pay.final_working_days", terms.ended_on).fact.number))


def _next_month(month: date) -> date:
    return month.replace(day=monthrange(month.year, month.month)[1]) + timedelta(days=1)
