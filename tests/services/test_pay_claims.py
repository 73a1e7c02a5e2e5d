"""Hours, deductions and leave of a crew: kept with their word, counted with the wages, claimed once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from desktop_app.db import models
from desktop_app.domain.cases import CaseFilter, MoneyEntry, MoneyKind, NewWageComplaint
from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.domain.changes import Kind
from desktop_app.domain.complaints import Evidence, PayBasis, WagePayment, WagePeriod, WageTerms, WorkerWages
from desktop_app.domain.deductions import Consent, Deduction, Ground
from desktop_app.domain.leave import LeaveClaim
from desktop_app.domain.overtime import HoursMonth
from desktop_app.domain.pay_claims import ClaimKind, WorkerPay
from desktop_app.errors import AppError, InvalidInput, NotAllowed
from desktop_app.services import cases, complaints, files, money, pay_claims, sealed, staff
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services.situations import TODAY, opened, unpaid

MARCH = date(2026, 3, 1)
MONTHLY = WorkerWages(WageTerms(PayBasis.MONTHLY, Decimal(180_000)), (WagePeriod(MARCH),))
PAY = WorkerPay(
    (
        HoursMonth(
            MARCH, Decimal("200.5"), Decimal(10), Decimal(4), Decimal(8), paid=Decimal(0), evidence=Evidence.PAPER
        ),
    ),
    (Deduction(date(2026, 2, 1), Decimal(20_000), Ground.FINE, Consent.NO, "штраф =1+1", Evidence.ADMITS),),
    LeaveClaim(date(2025, 4, 1), date(2026, 3, 31), None, Decimal("10.5"), Decimal(6_000), Evidence.PAPER),
)


def test_what_is_typed_comes_back_with_its_word(file: OpenFile) -> None:
    card = unpaid(file, MONTHLY)
    first, second = (worker.id for worker in card.workers)
    saved = pay_claims.save(file, card.id, (first,), PAY)
    assert saved.kinds == {Kind.CASE, Kind.MONEY}
    read = pay_claims.read(file, card.id)
    assert read[first].pay == PAY
    assert read[second].pay == WorkerPay()
    assert pay_claims.known(file, card.id) == {first: PAY}
    pay_claims.save(file, card.id, (first, second), replace(PAY, hours=()))
    assert [each.pay for each in pay_claims.read(file, card.id).values()] == [replace(PAY, hours=())] * 2
    pay_claims.save(file, card.id, (first,), WorkerPay())
    assert pay_claims.read(file, card.id)[first].pay == WorkerPay()


def test_the_totals_hold_wages_and_everything_else_once(file: OpenFile) -> None:
    """10 x 1,250 x 1.5, 4 x 1,250 x 1.5, 8 x 1,250 x 1.5 for hours; 20,000 kept back; 13.5 days at 6,000."""
    card = unpaid(file, MONTHLY)
    worker = card.workers[0].id
    pay_claims.save(file, card.id, (worker,), PAY)
    totals = {each.worker_id: each for each in pay_claims.totals(file, card.id, TODAY)}
    claims = totals[worker].claims
    assert claims.sum_of(ClaimKind.OVERTIME) == Decimal("41250.00")
    assert claims.sum_of(ClaimKind.DEDUCTIONS) == 20_000
    assert claims.sum_of(ClaimKind.LEAVE) == 81_000
    assert totals[worker].wages is not None
    assert totals[worker].total == totals[worker].wages.total + claims.total
    assert claims.total == claims.amount + claims.penalty
    assert cases.card(file, card.id).workers[0].wages == MONTHLY


def test_the_list_of_cases_keeps_showing_arrears_alone(file: OpenFile) -> None:
    card = unpaid(file, MONTHLY)
    pay_claims.save(file, card.id, (card.workers[0].id,), PAY)
    assert cases.page(file, CaseFilter())[0].owed == 360_000


def test_money_received_beyond_the_wages_is_set_off(file: OpenFile) -> None:
    card = unpaid(file, MONTHLY)
    worker = card.workers[0].id
    pay_claims.save(file, card.id, (worker,), PAY)
    before = pay_claims.counted(file, card.id, TODAY)[worker]
    money.record(file, card.id, (MoneyEntry(worker, MoneyKind.RECEIVED, Decimal(200_000), TODAY),))
    after = pay_claims.counted(file, card.id, TODAY)[worker]
    assert after.set_off == 20_000
    assert after.total == before.total - 20_000


def test_what_is_wrong_is_named_and_nothing_is_written(file: OpenFile) -> None:
    card = unpaid(file, MONTHLY)
    worker = card.workers[0].id
    pay_claims.save(file, card.id, (worker,), PAY)
    wrong = WorkerPay(
        (
            HoursMonth(MARCH, Decimal(100), Decimal(101)),
            HoursMonth(MARCH, overtime=Decimal(-1)),
            HoursMonth(date(2027, 1, 1), night=Decimal("1e9"), hour=Decimal("0.001")),
        ),
        (Deduction(MARCH, Decimal(0)), Deduction(MARCH, Decimal(5), reason="x" * 501)),
        LeaveClaim(TODAY, TODAY - timedelta(1), Decimal(0), Decimal(-1), Decimal("1e18")),
    )
    with pytest.raises(InvalidInput) as caught:
        pay_claims.save(file, card.id, (worker,), wrong)
    assert [problem.field for problem in caught.value.problems] == [
        "hours[0].overtime", "hours[1].month", "hours[1].overtime", "hours[2].month", "hours[2].night",
        "hours[2].hour", "deductions[0].amount", "deductions[1].reason", "leave.to_day", "leave.days_a_year",
        "leave.used_days", "leave.average",
    ]  # fmt: skip
    assert pay_claims.read(file, card.id)[worker].pay == PAY


def test_a_worker_of_another_case_and_months_before_the_tables_are_refused(file: OpenFile) -> None:
    card, other = unpaid(file, MONTHLY), opened(file)
    with pytest.raises(InvalidInput):
        pay_claims.save(file, card.id, (other.workers[0].id,), PAY)
    with pytest.raises(InvalidInput):
        pay_claims.save(file, card.id, (), PAY)
    old = WorkerPay((HoursMonth(date(2014, 3, 1), overtime=Decimal(1)),))
    with pytest.raises(InvalidInput) as caught:
        pay_claims.save(file, card.id, (card.workers[0].id,), old)
    assert "01.01.2016" in str(caught.value.problems[0].message.params)
    with pytest.raises(AppError):
        pay_claims.save(file, 99, (1,), PAY)


def test_one_worker_who_cannot_be_counted_hides_nobody(file: OpenFile) -> None:
    card = unpaid(file, MONTHLY)
    first, second = (worker.id for worker in card.workers)
    pay_claims.save(file, card.id, (first, second), PAY)
    with file.db.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE hours_month SET month = '2014-01-01' WHERE case_worker_id = ?", (first,))
    counted = pay_claims.counted(file, card.id, TODAY)
    assert counted[first].lines == ()
    assert counted[first].warnings
    assert counted[second].lines


def test_behind_a_seal_the_reason_is_read_only_with_the_key(file: OpenFile) -> None:
    """What is written after sealing goes behind the seal as well; sums stay, to be counted."""
    path = file.path
    staff.add(file, NewStaffMember("lawyer", "Заңгер", Role.LAWYER, factories.PASSWORD))
    staff.add(file, NewStaffMember("staff", "Әріптес", Role.STAFF, factories.PASSWORD))
    files.close(file)
    lawyer = factories.sign_in(path, "lawyer")
    card = unpaid(lawyer, MONTHLY)
    worker = card.workers[0].id
    sealed.seal_case(lawyer, card.id)
    pay_claims.save(lawyer, card.id, (worker,), PAY)
    assert pay_claims.read(lawyer, card.id)[worker].pay == PAY
    with lawyer.db.read() as session:
        assert [row.reason for row in session.query(models.Deduction)] == [""]
    files.close(lawyer)
    colleague = factories.sign_in(path, "staff")
    seen = pay_claims.read(colleague, card.id)[worker].pay
    assert seen == replace(PAY, deductions=(replace(PAY.deductions[0], reason=""),))
    with pytest.raises(NotAllowed):
        pay_claims.save(colleague, card.id, (worker,), seen)
    files.close(colleague)


def test_a_promise_in_dollars_is_counted_at_the_rate_of_its_day(file: OpenFile) -> None:
    """500 US dollars a month at 470.25: 235,125 tenge; the rate, its day and its source come back."""
    terms = WageTerms(
        PayBasis.MONTHLY, Decimal(500), None, None, "USD", Decimal("470.25"), date(2026, 3, 2), " National  Bank "
    )
    card = unpaid(file, WorkerWages(terms, (WagePeriod(MARCH),)))
    kept = card.workers[0].wages
    assert kept is not None
    assert kept.terms == replace(terms, exchange_source="National Bank")
    counted = complaints.calculations(file, card.id, TODAY)[card.workers[0].id]
    assert counted.arrears == Decimal("235125.00")


def test_a_currency_needs_rate_day_and_source(file: OpenFile) -> None:
    card = opened(file)
    terms = WageTerms(PayBasis.MONTHLY, Decimal(500), currency="USD")
    worse = replace(terms, currency="ZZZ", exchange_rate=Decimal("0"), exchange_on=TODAY + timedelta(1))
    for wrong, fields in (
        (terms, ["exchange_rate", "exchange_on", "exchange_source"]),
        (worse, ["currency", "exchange_rate", "exchange_on", "exchange_source"]),
        (replace(terms, currency="KZT", week_hours=Decimal(169)), ["week_hours"]),
    ):
        complaint = NewWageComplaint(card.id, ((card.workers[0].id, WorkerWages(wrong, (WagePeriod(MARCH),))),))
        with pytest.raises(InvalidInput) as caught:
            complaints.log_wage_arrears(file, complaint)
        assert [problem.field for problem in caught.value.problems] == [f"workers[0].{field}" for field in fields]


def test_a_deduction_that_stands_in_the_arrears_is_not_claimed_twice(file: OpenFile) -> None:
    """180,000 due, 150,000 paid, 30,000 kept back as a fine: the arrears hold it, so nothing comes on top."""
    paid = replace(MONTHLY, payments=(WagePayment(date(2026, 4, 10), Decimal(150_000), MARCH),))
    card = unpaid(file, paid)
    worker = card.workers[0].id
    pay_claims.save(file, card.id, (worker,), WorkerPay(deductions=(Deduction(MARCH, Decimal(30_000), Ground.FINE),)))
    (totals, _other) = pay_claims.totals(file, card.id, TODAY)
    assert totals.wages is not None
    assert totals.wages.arrears == 30_000
    assert totals.claims.sum_of(ClaimKind.DEDUCTIONS) == 0
    assert totals.claims.deductions is not None
    assert totals.claims.deductions.unlawful == 30_000
