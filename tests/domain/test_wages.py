"""Arrears of wages: months, due dates, payments, on whose word, and the columns that add up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desktop_app.domain.complaints import Evidence, PayBasis, WagePayment, WagePeriod, WageTerms, WorkerWages
from desktop_app.domain.wages import WageCalculation, calculate, due_date
from desktop_app.errors import AppError, InvalidInput
from desktop_app.i18n import for_language

MARCH, APRIL, MAY = date(2025, 3, 1), date(2025, 4, 1), date(2025, 5, 1)
MONTHLY = WageTerms(PayBasis.MONTHLY, Decimal(100_000))
ON = date(2026, 9, 30)


def wages(*periods: WagePeriod, terms: WageTerms = MONTHLY, paid: tuple[WagePayment, ...] = ()) -> WorkerWages:
    return WorkerWages(terms, periods, paid)


def said(calculation: WageCalculation) -> list[str]:
    return [warning.text(for_language("en")) for warning in calculation.warnings]


@pytest.mark.parametrize(
    ("month", "pay_day", "due"),
    [
        ("2025-04-01", None, "2025-05-08"),  # 10 May 2025 is a Saturday after Victory Day
        ("2025-03-01", None, "2025-04-10"),
        ("2025-05-01", None, "2025-06-10"),
        ("2025-05-01", 5, "2025-06-05"),
        ("2025-05-01", 7, "2025-06-05"),  # the 7th is a Saturday, the 6th is Kurban Ait
        ("2025-05-01", 10, "2025-06-10"),
        ("2025-05-01", 15, "2025-06-10"),  # later than the law allows
        ("2025-05-01", 31, "2025-06-10"),
        ("2025-12-01", None, "2026-01-09"),
        ("2025-12-01", 1, "2025-12-31"),  # 1 January is a day off
        ("2015-12-01", None, "2016-01-08"),  # the first pay day under the Code
        ("2024-02-01", None, "2024-03-07"),  # a Sunday after the women's day
    ],
)
def test_due_dates(month: str, pay_day: int | None, due: str) -> None:
    terms = replace(MONTHLY, pay_day=pay_day)
    assert due_date(date.fromisoformat(month), terms) == date.fromisoformat(due)


@pytest.mark.parametrize(
    ("month", "ended", "due"),
    [
        ("2025-05-01", "2025-05-16", "2025-05-21"),  # Friday: three working days on is Wednesday
        ("2025-04-01", "2025-05-16", "2025-05-08"),  # fell due before the end
        ("2025-04-01", "2025-04-25", "2025-04-30"),
        ("2025-05-01", "2025-05-31", "2025-06-04"),
        ("2025-06-01", "2025-05-16", "2025-07-10"),  # a month after the end has its own term
    ],
)
def test_the_final_pay_falls_due_after_three_working_days(month: str, ended: str, due: str) -> None:
    terms = replace(MONTHLY, ended_on=date.fromisoformat(ended))
    assert due_date(date.fromisoformat(month), terms) == date.fromisoformat(due)


def test_april_2025_is_due_on_the_eve_and_counted_from_it() -> None:
    """Situations, row 3: 85,000 due on 8 May 2025, paid on 13 May."""
    paid = (WagePayment(date(2025, 5, 13), Decimal(85_000), APRIL),)
    found = calculate(wages(WagePeriod(APRIL, says=Decimal(85_000)), paid=paid), date(2025, 6, 1))
    (month,) = found.months
    assert month.due_on == date(2025, 5, 8)
    assert [part.days for part in month.penalty.parts] == [5]
    assert found.arrears == 0
    assert found.penalty == found.total == Decimal("240.15")


def test_a_crew_worker_paid_by_the_shift() -> None:
    """Situation 1: 10,000 a shift, 26, 24 and 22 shifts of March to May 2025, nothing paid."""
    terms = WageTerms(PayBasis.DAILY, Decimal(10_000))
    periods = [WagePeriod(m, quantity=Decimal(q)) for m, q in ((MARCH, 26), (APRIL, 24), (MAY, 22))]
    found = calculate(wages(*periods, terms=terms), date(2025, 6, 30))
    assert [month.due for month in found.months] == [260_000, 240_000, 220_000]
    assert [str(month.due_on) for month in found.months] == ["2025-04-10", "2025-05-08", "2025-06-10"]
    assert [month.penalty.parts[0].days for month in found.months] == [81, 53, 20]
    assert [month.penalty.total for month in found.months] == [
        Decimal("11900.34"),  # 260,000 x 16.50 % x 1.25 x 81 / 365
        Decimal("7187.67"),
        Decimal("2486.30"),
    ]
    assert found.arrears == 720_000
    assert found.penalty == Decimal("21574.31")
    assert found.total == Decimal("741574.31")
    assert not any(month.penalty.parts[0].paid for month in found.months)


@pytest.mark.parametrize(
    ("basis", "rate", "quantity", "due"),
    [
        (PayBasis.MONTHLY, "180000", None, "180000.00"),
        (PayBasis.MONTHLY, "180000", "20", "180000.00"),  # days beside a monthly rate are a note
        (PayBasis.DAILY, "10000", "26", "260000.00"),
        (PayBasis.HOURLY, "1250.50", "160.5", "200705.25"),
        (PayBasis.PIECE, "0.333", "1000.5", "333.17"),
        (PayBasis.LUMP_SUM, "500000", None, "500000.00"),
        (PayBasis.DAILY, "10000", None, "0.00"),
    ],
)
def test_rate_and_quantity_make_the_sum_when_nobody_names_one(
    basis: PayBasis, rate: str, quantity: str | None, due: str
) -> None:
    period = WagePeriod(MARCH, quantity=Decimal(quantity) if quantity else None)
    found = calculate(wages(period, terms=WageTerms(basis, Decimal(rate))), ON)
    assert found.months[0].due == Decimal(due)
    assert found.months[0].evidence is Evidence.SAYS


SAYS, PAPER, ADMITS = Evidence.SAYS, Evidence.PAPER, Evidence.ADMITS


@pytest.mark.parametrize(
    ("says", "paper", "admits", "asked", "due", "word"),
    [
        (300, 200, 100, SAYS, 300, SAYS),
        (300, 200, 100, PAPER, 200, PAPER),
        (300, 200, 100, ADMITS, 100, ADMITS),
        (None, 200, 100, SAYS, 200, PAPER),
        (None, None, 100, SAYS, 100, ADMITS),
        (300, None, 100, PAPER, 300, SAYS),
        (None, 200, None, ADMITS, 200, PAPER),
        (300, 200, 0, ADMITS, 0, ADMITS),  # admits nothing: zero is a word too
        (None, None, None, PAPER, 100_000, SAYS),
    ],
)
def test_the_sum_stands_on_the_asked_word(
    says: int | None, paper: int | None, admits: int | None, asked: Evidence, due: int, word: Evidence
) -> None:
    sums = [None if each is None else Decimal(each) for each in (says, paper, admits)]
    period = WagePeriod(MARCH, says=sums[0], paper=sums[1], admits=sums[2])
    found = calculate(wages(period), ON, asked)
    assert found.months[0].due == due
    assert found.months[0].evidence is word


@pytest.mark.parametrize(
    ("evidence", "asked", "counts"),
    [
        (SAYS, SAYS, True),
        (PAPER, SAYS, True),
        (ADMITS, SAYS, False),
        (ADMITS, PAPER, False),
        (ADMITS, ADMITS, True),
        (SAYS, ADMITS, True),
    ],
)
def test_what_only_the_employer_claims_to_have_paid(evidence: Evidence, asked: Evidence, counts: bool) -> None:
    paid = (WagePayment(date(2025, 4, 20), Decimal(40_000), MARCH, evidence),)
    found = calculate(wages(WagePeriod(MARCH), paid=paid), ON, asked)
    assert found.paid == (40_000 if counts else 0)
    assert found.arrears == (60_000 if counts else 100_000)


def test_each_part_payment_has_its_own_day_and_rate() -> None:
    """Base rate 16.50 until 12 October 2025, then 18.00."""
    paid = (
        WagePayment(date(2025, 4, 30), Decimal(30_000), MARCH),
        WagePayment(date(2025, 10, 13), Decimal(20_000), MARCH),
    )
    found = calculate(wages(WagePeriod(MARCH), paid=paid), date(2025, 12, 10))
    (month,) = found.months
    parts = [(part.amount, part.days, part.rate, part.paid) for part in month.penalty.parts]
    assert parts == [
        (Decimal(30_000), 20, Decimal("16.50"), True),
        (Decimal(20_000), 186, Decimal("18.00"), True),
        (Decimal(50_000), 244, Decimal("18.00"), False),
    ]
    # 339.0411 + 2293.1507 + 7520.5479, rounded once
    assert month.penalty.total == Decimal("10152.74")


def test_an_advance_reduces_the_debt_without_penalty() -> None:
    paid = (WagePayment(date(2025, 3, 20), Decimal(60_000), MARCH),)
    found = calculate(wages(WagePeriod(MARCH), paid=paid), date(2025, 4, 20))
    assert [(part.amount, part.days) for part in found.months[0].penalty.parts] == [(Decimal(40_000), 10)]


def test_too_much_for_a_month_goes_to_the_oldest_debt_and_then_is_left() -> None:
    paid = (WagePayment(date(2025, 7, 1), Decimal(350_000), MAY),)
    found = calculate(wages(WagePeriod(MAY), WagePeriod(MARCH), WagePeriod(APRIL), paid=paid), ON)
    assert [month.month for month in found.months] == [MARCH, APRIL, MAY]
    assert [month.owed for month in found.months] == [0, 0, 0]
    assert found.paid == 300_000
    assert found.unallocated == 50_000


def test_a_payment_without_a_month_goes_to_the_oldest_debt() -> None:
    paid = (WagePayment(date(2025, 7, 1), Decimal(150_000)),)
    found = calculate(wages(WagePeriod(MARCH), WagePeriod(APRIL), WagePeriod(MAY), paid=paid), ON)
    assert [month.owed for month in found.months] == [0, 50_000, 100_000]
    assert found.months[1].payments == (WagePayment(date(2025, 7, 1), Decimal(50_000), APRIL),)


def test_a_payment_named_for_its_month_comes_before_one_without_a_month_on_the_same_day() -> None:
    day = date(2025, 7, 1)
    paid = (WagePayment(day, Decimal(100_000)), WagePayment(day, Decimal(100_000), MARCH))
    found = calculate(wages(WagePeriod(MARCH), WagePeriod(APRIL), paid=paid), ON)
    assert [month.owed for month in found.months] == [0, 0]
    assert found.unallocated == 0


def test_two_payments_of_one_day_are_listed_alike_however_they_were_typed() -> None:
    day = date(2025, 7, 1)
    paid = (WagePayment(day, Decimal(100_000), MARCH), WagePayment(day, Decimal(100_000), APRIL))
    periods = (WagePeriod(MARCH, says=Decimal(60_000)), WagePeriod(APRIL, says=Decimal(80_000)), WagePeriod(MAY))
    typed = calculate(wages(*periods, paid=paid), ON)
    assert [each.amount for each in typed.months[2].payments] == [40_000, 20_000]
    assert calculate(wages(*periods, paid=paid[::-1]), ON) == typed


def test_paid_on_the_day_it_was_due_is_not_late() -> None:
    paid = (WagePayment(date(2025, 4, 10), Decimal(100_000), MARCH),)
    found = calculate(wages(WagePeriod(MARCH), paid=paid), ON)
    assert found.months[0].due_on == date(2025, 4, 10)
    assert not found.months[0].penalty.parts


def test_a_payment_after_the_day_of_counting_is_not_yet_made() -> None:
    paid = (WagePayment(date(2025, 7, 1), Decimal(100_000), MARCH),)
    assert calculate(wages(WagePeriod(MARCH), paid=paid), date(2025, 6, 30)).arrears == 100_000
    assert calculate(wages(WagePeriod(MARCH), paid=paid), date(2025, 7, 1)).arrears == 0


def test_a_pay_day_later_than_the_law_allows_is_said() -> None:
    """Situation 5: a contract with pay day on the 15th."""
    terms = WageTerms(PayBasis.MONTHLY, Decimal(100_000), pay_day=15)
    found = calculate(wages(WagePeriod(MARCH), terms=terms), date(2025, 4, 20))
    assert found.months[0].due_on == date(2025, 4, 10)
    assert any("15" in text and "10" in text for text in said(found))
    assert not said(calculate(wages(WagePeriod(MARCH), terms=replace(terms, pay_day=10)), date(2025, 4, 20)))


def test_a_due_date_by_hand_is_taken_as_it_stands() -> None:
    found = calculate(wages(WagePeriod(APRIL, due_on=date(2025, 5, 10))), date(2025, 5, 13))
    assert found.months[0].due_on == date(2025, 5, 10)
    assert found.months[0].penalty.parts[0].days == 3


def test_pay_that_is_not_late_yet_is_said() -> None:
    found = calculate(wages(WagePeriod(MARCH), WagePeriod(APRIL)), date(2025, 5, 7))
    assert found.months[1].penalty.total == 0
    (text,) = said(found)
    assert "04.2025" in text
    assert "08.05.2025" in text
    assert not said(calculate(wages(WagePeriod(MARCH), WagePeriod(APRIL)), date(2025, 5, 8)))


def test_a_claim_leaves_out_the_month_that_falls_due_later() -> None:
    crew = wages(WagePeriod(MARCH), WagePeriod(APRIL))
    eve, day = date(2025, 5, 7), date(2025, 5, 8)
    claimed = calculate(crew, eve, only_due=True)
    assert [month.month for month in claimed.months] == [MARCH]
    assert claimed.arrears == claimed.months[0].owed == claimed.due
    assert not said(claimed)
    assert calculate(crew, day, only_due=True) == calculate(crew, day)


def test_past_the_confirmed_rates_the_warning_comes_once() -> None:
    found = calculate(wages(WagePeriod(MARCH), WagePeriod(APRIL)), date(2026, 11, 21))
    assert found.penalty > 0
    (text,) = said(found)
    assert "26.10.2026" in text


def test_it_names_what_it_rests_on() -> None:
    terms = replace(MONTHLY, ended_on=date(2025, 5, 16))
    keys = [fact.key for fact in calculate(wages(WagePeriod(MAY), terms=terms), ON).facts]
    assert keys[:4] == ["lc.113.1", "pay.last_day", "lc.113.4", "pay.final_working_days"]
    assert {"lc.113.3", "base_rate", "penalty.coefficient", "penalty.days_in_year"} <= set(keys)
    assert len(keys) == len(set(keys))
    assert "lc.113.4" not in [fact.key for fact in calculate(wages(WagePeriod(MAY)), ON).facts]


def test_nothing_worked_nothing_owed() -> None:
    found = calculate(wages(), ON)
    assert found.due == found.total == 0
    assert not found.months
    assert not found.facts
    assert not found.warnings


@pytest.mark.parametrize("absurd", ["-1", "1e18", "NaN", "Infinity"])
def test_absurd_sums_are_refused(absurd: str) -> None:
    worst = Decimal(absurd)
    stories = (
        wages(WagePeriod(MARCH, says=worst)),
        wages(WagePeriod(MARCH), terms=WageTerms(PayBasis.MONTHLY, worst)),
        wages(WagePeriod(MARCH), paid=(WagePayment(date(2025, 4, 20), worst, MARCH),)),
    )
    for story in stories:
        with pytest.raises(InvalidInput):
            calculate(story, ON)


def test_rate_times_quantity_may_not_be_absurd_either() -> None:
    terms = WageTerms(PayBasis.PIECE, Decimal(10) ** 12)
    with pytest.raises(InvalidInput):
        calculate(wages(WagePeriod(MARCH, quantity=Decimal(2)), terms=terms), ON)


def test_months_before_the_code_are_refused() -> None:
    with pytest.raises(AppError):
        calculate(wages(WagePeriod(date(2015, 11, 1))), ON)
