"""Logging wage arrears for a crew and counting them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from desktop_app.domain.cases import CaseFilter, MoneyEntry, MoneyKind, NewWageComplaint
from desktop_app.domain.complaints import Evidence, PayBasis, WagePayment, WagePeriod, WageTerms, WorkerWages
from desktop_app.errors import AppError, InvalidInput
from desktop_app.services import cases, complaints, money
from desktop_app.services.files import OpenFile
from tests.services.situations import SHIFTS, SHIFTS_DUE, TODAY, opened, unpaid

EVERYTHING = WorkerWages(
    WageTerms(PayBasis.HOURLY, Decimal("1250.50"), pay_day=5, ended_on=date(2025, 6, 1)),
    (
        WagePeriod(date(2025, 4, 1), Decimal("160.5"), Decimal("200000.25"), Decimal(0), None, date(2025, 5, 7)),
        WagePeriod(date(2025, 5, 1), None, Decimal(90_000), None, Decimal("0.01")),
    ),
    (
        WagePayment(date(2025, 5, 20), Decimal("50000.10"), date(2025, 4, 1), Evidence.PAPER),
        WagePayment(date(2025, 5, 21), Decimal(1_000), None, Evidence.ADMITS),
    ),
)


def test_a_wage_complaint_comes_back_as_it_was_typed(file: OpenFile) -> None:
    card = unpaid(file, EVERYTHING)
    assert [worker.wages for worker in card.workers] == [EVERYTHING, EVERYTHING]


def test_arrears_are_counted_for_every_worker(file: OpenFile) -> None:
    card = unpaid(file)
    counted = complaints.calculations(file, card.id, TODAY)
    assert {worker_id: sums.arrears for worker_id, sums in counted.items()} == {
        worker.id: SHIFTS_DUE for worker in card.workers
    }
    assert all(sums.penalty > 0 and sums.total == sums.arrears + sums.penalty for sums in counted.values())
    assert cases.page(file, CaseFilter())[0].owed == 2 * SHIFTS_DUE


def test_money_received_counts_as_a_payment(file: OpenFile) -> None:
    card = unpaid(file)
    entry = MoneyEntry(card.workers[0].id, MoneyKind.RECEIVED, Decimal(700_000), TODAY - timedelta(30))
    money.record(file, card.id, (entry, replace(entry, kind=MoneyKind.CLAIMED)))
    counted = complaints.calculations(file, card.id, TODAY)
    assert counted[card.workers[0].id].arrears == SHIFTS_DUE - 700_000
    assert counted[card.workers[1].id].arrears == SHIFTS_DUE
    row = cases.page(file, CaseFilter())[0]
    assert (row.owed, row.received) == (2 * SHIFTS_DUE - 700_000, Decimal(700_000))
    assert cases.card(file, card.id).workers[0].wages == SHIFTS


def test_a_second_complaint_replaces_the_first(file: OpenFile) -> None:
    card = unpaid(file)
    half = replace(SHIFTS, periods=SHIFTS.periods[:1])
    complaints.log_wage_arrears(file, NewWageComplaint(card.id, ((card.workers[0].id, half),)))
    after = cases.card(file, card.id)
    assert [worker.wages for worker in after.workers] == [half, SHIFTS]
    assert cases.page(file, CaseFilter())[0].owed == SHIFTS_DUE + 260_000


def test_the_complaint_sets_the_next_date_but_keeps_it_when_it_names_none(file: OpenFile) -> None:
    card = opened(file)
    pair = (card.workers[0].id, SHIFTS)
    complaints.log_wage_arrears(file, NewWageComplaint(card.id, (pair,), date(2026, 12, 1), "позвонить"))
    complaints.log_wage_arrears(file, NewWageComplaint(card.id, (pair,)))
    after = cases.card(file, card.id)
    assert (after.next_date, after.next_step) == (date(2026, 12, 1), "позвонить")
    assert after.version == card.version + 1


def test_months_are_kept_by_their_first_day(file: OpenFile) -> None:
    card = unpaid(file, replace(SHIFTS, periods=(WagePeriod(date(2025, 3, 17), Decimal(1)),)))
    assert card.workers[0].wages is not None
    assert card.workers[0].wages.periods[0].month == date(2025, 3, 1)


@pytest.mark.parametrize("amount", ["-1", "1e18", "NaN", "0.001"])
def test_wrong_sums_write_nothing(file: OpenFile, amount: str) -> None:
    card = unpaid(file)
    wrong = replace(SHIFTS, payments=(WagePayment(TODAY + timedelta(1), Decimal(amount)),))
    with pytest.raises(InvalidInput) as caught:
        complaints.log_wage_arrears(
            file, NewWageComplaint(card.id, ((card.workers[0].id, SHIFTS), (card.workers[1].id, wrong)), TODAY, "x")
        )
    assert [problem.field for problem in caught.value.problems] == [
        "workers[1].payments[0].amount",
        "workers[1].payments[0].paid_on",
    ]
    assert cases.card(file, card.id) == card


def test_a_complaint_speaks_for_workers_of_the_case(file: OpenFile) -> None:
    card, other = opened(file), opened(file)
    for workers in (((other.workers[0].id, SHIFTS),), (), ((card.workers[0].id, SHIFTS),) * 2):
        with pytest.raises(InvalidInput):
            complaints.log_wage_arrears(file, NewWageComplaint(card.id, workers))
    with pytest.raises(AppError):
        complaints.log_wage_arrears(file, NewWageComplaint(99, ((card.workers[0].id, SHIFTS),)))
    assert cases.card(file, card.id) == card


def test_work_before_the_first_known_rate_is_refused_and_not_stored(file: OpenFile) -> None:
    card = opened(file)
    ancient = replace(SHIFTS, periods=(WagePeriod(date(1999, 1, 1), Decimal(1)),))
    with pytest.raises(AppError):
        complaints.log_wage_arrears(file, NewWageComplaint(card.id, ((card.workers[0].id, ancient),)))
    assert cases.card(file, card.id) == card
