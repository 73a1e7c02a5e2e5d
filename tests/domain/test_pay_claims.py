"""All sums beyond the wages together: claimed once, due on their day, explained to the last step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app import law
from desktop_app.domain.complaints import Evidence, PayBasis, WagePayment, WagePeriod, WageTerms, WorkerWages
from desktop_app.domain.deductions import Consent, Deduction, Ground, deductions
from desktop_app.domain.leave import LeaveClaim, unused_leave
from desktop_app.domain.minimum_wage import PayOfMonth, minimum_wage_gap
from desktop_app.domain.overtime import HoursMonth, overtime
from desktop_app.domain.pay_claims import ClaimKind, WorkerPay, count, evidence_of
from desktop_app.domain.pay_explained import explained
from desktop_app.domain.penalty import penalty
from desktop_app.errors import Message
from desktop_app.i18n import for_language

FEBRUARY = date(2026, 2, 1)
ON = date(2026, 9, 30)
MONTHLY = WageTerms(PayBasis.MONTHLY, Decimal(160_000))
WAGES = WorkerWages(MONTHLY, (WagePeriod(FEBRUARY),))
PAID = replace(WAGES, payments=(WagePayment(date(2026, 3, 10), Decimal(160_000), FEBRUARY),))
LOW = WorkerWages(replace(MONTHLY, rate=Decimal(60_000)), (WagePeriod(FEBRUARY),))
ENDED = replace(WAGES, terms=replace(MONTHLY, ended_on=date(2026, 2, 27)))
FINE = Deduction(FEBRUARY, Decimal(30_000), Ground.FINE, Consent.NO)
DEBT = Deduction(FEBRUARY, Decimal(200_000), Ground.RECRUITMENT, Consent.NO)
COURT = Deduction(FEBRUARY, Decimal(90_000), Ground.COURT)
HOURS = HoursMonth(FEBRUARY, overtime=Decimal(10))
LEAVE = LeaveClaim(date(2025, 3, 1), date(2026, 2, 27), average=Decimal(5_000), used_days=Decimal(24 * 364) / 365)

WORKED = [
    # norm, pay, wages, what is claimed by kind, due day of the first line
    ("lc.108", WorkerPay((HOURS,)), WAGES, {ClaimKind.OVERTIME: "15000.00"}, "2026-03-10"),
    ("lc.113.4", WorkerPay((HOURS,)), ENDED, {ClaimKind.OVERTIME: "15000.00"}, "2026-03-04"),
    ("lc.103.2", WorkerPay(), LOW, {ClaimKind.MINIMUM_WAGE: "25000.00"}, "2026-03-10"),
    (
        "lc.104",
        WorkerPay((HoursMonth(FEBRUARY, Decimal(128)),)),
        LOW,
        {ClaimKind.MINIMUM_WAGE: "8000.00"},
        "2026-03-10",
    ),
    ("lc.115", WorkerPay(deductions=(FINE,)), PAID, {ClaimKind.DEDUCTIONS: "30000.00"}, "2026-03-10"),
    ("lc.115", WorkerPay(deductions=(FINE,)), WAGES, {}, ""),  # the arrears hold it already
    ("lc.115", WorkerPay(deductions=(DEBT,)), WAGES, {}, ""),  # more than the pay, all of it in the arrears
    ("lc.115", WorkerPay(deductions=(DEBT,)), PAID, {ClaimKind.DEDUCTIONS: "160000.00"}, "2026-03-10"),
    ("lc.115.3", WorkerPay(deductions=(COURT,)), PAID, {ClaimKind.DEDUCTIONS: "10000.00"}, "2026-03-10"),
    ("lc.115", WorkerPay(deductions=(FINE,)), None, {ClaimKind.DEDUCTIONS: "30000.00"}, "2026-03-10"),
    (
        "lc.96.2",
        WorkerPay(leave=replace(LEAVE, used_days=Decimal(0))),
        None,
        {ClaimKind.LEAVE: "119671.23"},
        "2026-03-04",
    ),
    (
        "lc.113.3",
        WorkerPay((HOURS,), (FINE,)),
        PAID,
        {ClaimKind.OVERTIME: "15000.00", ClaimKind.DEDUCTIONS: "30000.00"},
        "2026-03-10",
    ),
]


@pytest.mark.parametrize(("norm", "pay", "wages", "claimed", "due"), WORKED)
def test_worked_claims(
    norm: str, pay: WorkerPay, wages: WorkerWages | None, claimed: dict[ClaimKind, str], due: str
) -> None:
    found = count(pay, wages, ON)
    assert {kind: found.sum_of(kind) for kind in ClaimKind if found.sum_of(kind)} == {
        kind: Decimal(amount) for kind, amount in claimed.items()
    }
    assert norm in {fact.key for fact in found.facts}
    if due:
        assert found.lines[0].due_on == date.fromisoformat(due)
    for line in found.lines:
        assert line.penalty == penalty(line.amount, line.due_on, ON, paid=False).total
    assert found.total == found.amount + found.penalty - found.set_off


def test_what_is_not_due_yet_bears_no_penalty() -> None:
    found = count(WorkerPay((HOURS,)), WAGES, date(2026, 3, 1))
    assert (found.amount, found.penalty) == (15_000, 0)


def test_a_row_without_the_pay_of_an_hour_hides_no_other() -> None:
    piece = WorkerWages(WageTerms(PayBasis.PIECE, Decimal(50)), (WagePeriod(FEBRUARY, says=Decimal(90_000)),))
    march = HoursMonth(date(2026, 3, 1), overtime=Decimal(2), hour=Decimal(1_000), paid=Decimal(0))
    found = count(WorkerPay((HOURS, march)), piece, ON)
    assert found.sum_of(ClaimKind.OVERTIME) == 3_000
    assert any("type the pay of one hour" in warning.msgid for warning in found.warnings)


def test_the_average_day_comes_from_the_months_of_the_wages() -> None:
    """February 2026: 160,000 in 20 working days: 8,000 x 5 / 7; a year of leave for a year of work."""
    claim = LeaveClaim(date(2025, 4, 1), date(2026, 3, 31))
    found = count(WorkerPay(leave=claim), WAGES, ON)
    assert found.leave is not None
    assert found.leave.compensation == Decimal("137142.86")
    assert found.lines[-1].due_on == date(2026, 4, 3)
    days = WorkerWages(WageTerms(PayBasis.DAILY, Decimal(8_000)), (WagePeriod(FEBRUARY, Decimal(20)),))
    assert count(WorkerPay(leave=claim), days, ON).leave == found.leave


@pytest.mark.parametrize(("row", "told"), [(FINE, False), (DEBT, True)])
def test_a_debt_above_the_pay_is_told_apart_from_what_was_kept_back(row: Deduction, told: bool) -> None:
    warnings = count(WorkerPay(deductions=(row,)), WAGES, ON).warnings
    assert told == any("more was kept back than the pay" in warning.msgid for warning in warnings)


def test_on_whose_words_it_stands() -> None:
    pay = WorkerPay((replace(HOURS, evidence=Evidence.PAPER),), (replace(FINE, evidence=Evidence.ADMITS),), LEAVE)
    assert evidence_of(pay) == frozenset(Evidence)
    assert evidence_of(WorkerPay()) == frozenset()


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_every_step_is_written_in_every_language(lang: str) -> None:
    night = HoursMonth(FEBRUARY, Decimal(128), Decimal(10), Decimal(4), paid=Decimal(0))
    claim = LeaveClaim(date(2025, 4, 1), date(2026, 3, 31), used_days=Decimal(4))
    lines = explained(count(WorkerPay((night, replace(HOURS, month=date(2026, 3, 1))), (FINE, COURT), claim), LOW, ON),
                      for_language(lang))  # fmt: skip
    assert len(lines) >= 9
    assert all("%(" not in line for line in lines)


def test_the_written_product_comes_out_by_hand() -> None:
    lines = explained(count(WorkerPay((HOURS,)), WAGES, ON), for_language("en"))
    assert tuple(line.replace("\u00a0", " ") for line in lines) == (
        "02.2026, one hour: 160,000.00 ₸ for the month / 160 hours of the norm = 1,000. Working days: 20.",
        "02.2026, overtime: 10 × 160,000 / 160 × 1.5 = 15,000.",
        "02.2026, rounded: 15,000.00 ₸.",
    )


SUMS = st.integers(0, 10**8).map(lambda number: Decimal(number) / 100)
MONTHS = st.integers(1, 9).map(lambda month: date(2026, month, 1))
ROWS = st.builds(HoursMonth, MONTHS, overtime=st.integers(0, 100).map(Decimal), paid=st.none() | SUMS)
KEPT_BACK = st.builds(Deduction, MONTHS, SUMS, st.sampled_from(Ground), st.sampled_from(Consent))
PAYS = st.builds(
    WorkerPay,
    st.lists(ROWS, max_size=3).map(tuple),
    st.lists(KEPT_BACK, max_size=3).map(tuple),
    st.none() | st.just(LEAVE),
)
STORIES = st.builds(
    lambda rate, months, paid: WorkerWages(
        replace(MONTHLY, rate=rate),
        tuple(WagePeriod(month) for month in sorted(set(months))),
        tuple(WagePayment(ON, amount) for amount in paid),
    ),
    SUMS,
    st.lists(MONTHS, max_size=3),
    st.lists(SUMS, max_size=2),
)


@settings(deadline=None)
@given(PAYS, STORIES)
def test_sums_add_up_and_no_sum_is_below_nothing(pay: WorkerPay, wages: WorkerWages) -> None:
    found = count(pay, wages, ON)
    assert found.amount == sum((line.amount for line in found.lines), Decimal(0))
    assert found.penalty == sum((line.penalty for line in found.lines), Decimal(0))
    assert 0 <= found.set_off <= found.amount
    assert found.total >= 0
    assert all(line.amount > 0 and type(line.amount) is Decimal for line in found.lines)
    back = count(WorkerPay(pay.hours[::-1], pay.deductions[::-1], pay.leave), wages, ON)
    assert (back.amount, back.penalty, back.total) == (found.amount, found.penalty, found.total)


@settings(deadline=None)
@given(PAYS, STORIES, SUMS)
def test_money_received_never_raises_the_claim(pay: WorkerPay, wages: WorkerWages, more: Decimal) -> None:
    richer = replace(wages, payments=(*wages.payments, WagePayment(ON, more)))
    lower = count(replace(pay, deductions=()), richer, ON)
    assert lower.total <= count(replace(pay, deductions=()), wages, ON).total


def test_a_value_nobody_confirmed_for_long_is_told_wherever_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each calculator passes on what the law tables say of the age of their values."""
    aged = Message("older than a year")
    asked = law.value

    def old(key: str, on: date) -> law.Dated:
        return replace(asked(key, on), warnings=(aged,))

    monkeypatch.setattr(law, "value", old)
    assert aged in overtime((HOURS,), MONTHLY).warnings
    assert aged in deductions((COURT,), {FEBRUARY: Decimal(1)}).warnings
    assert aged in unused_leave(LEAVE).warnings
    assert aged in minimum_wage_gap([PayOfMonth(FEBRUARY, Decimal(1))], MONTHLY).warnings
    assert aged in count(WorkerPay((HOURS,)), WAGES, ON).warnings
