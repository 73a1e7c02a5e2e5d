"""Promises in another currency: worked sums, and what must hold for every rate."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.complaints import PayBasis, WagePeriod, WageTerms, WorkerWages
from desktop_app.domain.crew_pay import CrewPay, OwnPay, wages_of
from desktop_app.domain.exact import in_words, shown, tenge
from desktop_app.domain.exchange import CURRENCIES, in_tenge
from desktop_app.domain.wages import calculate

DAY = date(2026, 3, 2)
DOLLARS = WageTerms(PayBasis.MONTHLY, Decimal(500), None, None, "USD", Decimal("470.25"), DAY, "National Bank")


@pytest.mark.parametrize(
    ("norm", "currency", "amount", "rate", "result"),
    [
        ("lc.113.1", "USD", "500", "470.25", "235125.00"),
        ("lc.113.1", "RUB", "40000", "5.87", "234800.00"),
        ("lc.113.1", "UZS", "3000000", "0.038771", "116313.00"),
        ("lc.113.1", "EUR", "0.01", "0.5", "0.01"),  # half a tiyn is rounded up
        ("lc.113.1", "KGS", "35000.55", "5.42", "189702.98"),  # 189,702.981
        ("lc.113.1", "USD", "0", "470.25", "0.00"),
    ],
)
def test_worked_sums(norm: str, currency: str, amount: str, rate: str, result: str) -> None:
    terms = replace(DOLLARS, currency=currency, exchange_rate=Decimal(rate), rate=Decimal(amount))
    found = in_tenge(terms.rate, terms)
    assert found is not None
    assert (found.tenge, found.on, found.source) == (Decimal(result), DAY, "National Bank")
    assert [fact.key for fact in found.facts] == [norm]
    assert "checked by the lawyer" in found.warnings[0].msgid
    counted = calculate(WorkerWages(terms, (WagePeriod(date(2026, 2, 1)),)), date(2026, 3, 1))
    assert counted.due == Decimal(result)


def test_tenge_stay_as_they_are() -> None:
    terms = WageTerms(PayBasis.DAILY, Decimal("10000.50"))
    assert in_tenge(terms.rate, terms) is None
    assert terms.rate_in_tenge is terms.rate
    assert replace(DOLLARS, exchange_rate=None).rate_in_tenge == 500
    assert "KZT" in CURRENCIES


def test_a_line_of_the_crew_with_its_own_rate_keeps_the_currency() -> None:
    wages = wages_of(CrewPay(DOLLARS, (date(2026, 2, 1),)), OwnPay(rate=Decimal(600)))
    assert wages.terms == replace(DOLLARS, rate=Decimal(600))


@pytest.mark.parametrize(
    ("exact", "written"),
    [(Fraction(1, 3), "0.3333"), (Fraction(5, 2), "2.5"), (Fraction(100), "100"), (Fraction(2, 3), "0.6667")],
)
def test_a_figure_between_two_steps(exact: Fraction, written: str) -> None:
    assert f"{shown(exact):f}" == written


def test_hours_within_a_sentence() -> None:
    assert (in_words(Decimal("41.50")), in_words(Decimal(100))) == ("41.5", "100")


AMOUNTS = st.integers(0, 10**12).map(lambda number: Decimal(number) / 100)
RATES = st.integers(1, 10**9).map(lambda number: Decimal(number) / 10**6)


@given(AMOUNTS, RATES, AMOUNTS)
def test_more_money_is_never_fewer_tenge_and_rounding_is_half_a_tiyn(
    amount: Decimal, rate: Decimal, more: Decimal
) -> None:
    terms = replace(DOLLARS, exchange_rate=rate)
    found, larger = in_tenge(amount, terms), in_tenge(amount + more, terms)
    assert found is not None
    assert larger is not None
    assert larger.tenge >= found.tenge
    assert abs(Fraction(found.tenge) - Fraction(amount) * Fraction(rate)) <= Fraction(1, 200)
    assert type(found.tenge) is Decimal
    assert found.tenge.as_tuple().exponent == -2


@given(st.fractions(min_value=0, max_value=10**9), st.fractions(min_value=0, max_value=10**9))
def test_rounding_keeps_the_order(one: Fraction, other: Fraction) -> None:
    assert (tenge(one) <= tenge(other)) or one > other
