"""Sums beyond the wages that have fallen due by a day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from desktop_app.domain.complaints import PayBasis, WagePayment, WagePeriod, WageTerms, WorkerWages
from desktop_app.domain.deductions import Deduction
from desktop_app.domain.leave import LeaveClaim
from desktop_app.domain.overtime import HoursMonth
from desktop_app.domain.pay_claims import ClaimKind, PayClaims, WorkerPay, count
from desktop_app.domain.pay_due import only_due
from desktop_app.domain.pay_explained import explained
from desktop_app.i18n import for_language

TERMS = WageTerms(PayBasis.DAILY, Decimal(10_000))


def counted(on: date, *payments: WagePayment) -> PayClaims:
    """October and November 2026 with overtime; leave until 20 November; October is due on 10 November."""
    months = (date(2026, 10, 1), date(2026, 11, 1))
    pay = WorkerPay(
        hours=tuple(HoursMonth(month, overtime=Decimal(8)) for month in months),
        deductions=tuple(Deduction(month, Decimal(5_000)) for month in months),
        leave=LeaveClaim(date(2025, 12, 1), date(2026, 11, 20), average=Decimal(5_000)),
    )
    periods = tuple(WagePeriod(month, Decimal(20)) for month in months)
    paid = tuple(WagePayment(date(2026, 11, 9), Decimal(200_000), month) for month in months)
    return count(pay, WorkerWages(TERMS, periods, (*paid, *payments)), on)


def test_what_falls_due_later_is_left_out_with_its_steps() -> None:
    whole = counted(date(2026, 11, 21))
    due = only_due(whole)
    assert {line.month for line in whole.lines} > {line.month for line in due.lines} == {date(2026, 10, 1)}
    assert due.amount == sum(line.amount for line in due.lines)
    assert due.total == due.amount + due.penalty
    steps = " ".join(explained(due, for_language("en")))
    assert "10.2026" in steps
    assert "11.2026" not in steps
    assert due.leave is None
    assert due.sum_of(ClaimKind.LEAVE) == 0


def test_when_all_has_fallen_due_nothing_changes() -> None:
    whole = counted(date(2026, 12, 21))
    assert only_due(whole) is whole


def test_money_beyond_the_wages_is_taken_off_what_is_due_and_never_more() -> None:
    extra = WagePayment(date(2026, 11, 10), Decimal(100_000))
    due = only_due(counted(date(2026, 11, 21), extra))
    assert due.set_off == due.amount
    assert due.total == due.penalty
