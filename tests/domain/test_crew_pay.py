from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.complaints import PayBasis, WageTerms
from desktop_app.domain.crew_pay import CrewPay, OwnPay, months_between, wages_of
from desktop_app.errors import InvalidInput

MARCH, APRIL, MAY = (date(2025, month, 1) for month in (3, 4, 5))
SHIFTS = WageTerms(PayBasis.DAILY, Decimal(10000))


def test_the_crew_of_the_first_situation():
    pay = CrewPay(SHIFTS, months_between(date(2025, 3, 5), date(2025, 5, 20)))
    wages = wages_of(pay, OwnPay(quantities={MARCH: Decimal(26), APRIL: Decimal(24), MAY: Decimal(22)}))
    assert [(period.month, period.quantity) for period in wages.periods] == [(MARCH, 26), (APRIL, 24), (MAY, 22)]
    assert wages.terms == SHIFTS


def test_months_without_work_are_left_out_and_an_own_rate_counts():
    wages = wages_of(CrewPay(SHIFTS, (MARCH, APRIL)), OwnPay(Decimal(12000), {APRIL: Decimal(3)}))
    assert [period.month for period in wages.periods] == [APRIL]
    assert wages.terms.rate == 12000


def test_one_quantity_belongs_to_the_only_month():
    wages = wages_of(CrewPay(SHIFTS, (MARCH,)), OwnPay(quantity=Decimal(26)))
    assert wages.periods[0].quantity == 26
    with pytest.raises(InvalidInput) as caught:
        wages_of(CrewPay(SHIFTS, (MARCH, APRIL)), OwnPay(quantity=Decimal(26)))
    assert caught.value.problems[0].field == "quantity"


def test_a_sum_owed_is_the_workers_word_for_the_only_month():
    monthly = WageTerms(PayBasis.MONTHLY, Decimal(0))
    assert wages_of(CrewPay(monthly, (MARCH,)), OwnPay(owed=Decimal(90000))).periods[0].says == 90000
    lump = WageTerms(PayBasis.LUMP_SUM, Decimal(0))
    assert wages_of(CrewPay(lump, (MARCH, MAY)), OwnPay(owed=Decimal(90000))).periods[0].month == MAY
    with pytest.raises(InvalidInput):
        wages_of(CrewPay(monthly, (MARCH, APRIL)), OwnPay(owed=Decimal(90000)))


def test_pay_by_the_month_needs_no_quantity():
    monthly = WageTerms(PayBasis.MONTHLY, Decimal(150000))
    assert [each.quantity for each in wages_of(CrewPay(monthly, (MARCH, APRIL)), OwnPay()).periods] == [None, None]


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.dates(date(2000, 1, 1), date(2030, 1, 1)))
def test_months_are_in_order_without_gaps(first, last):
    months = months_between(first, last)
    assert bool(months) == ((first.year, first.month) <= (last.year, last.month))
    for one, next_one in pairwise(months):
        assert (next_one - one).days in (28, 29, 30, 31)
        assert next_one.day == one.day == 1
