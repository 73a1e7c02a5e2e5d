"""Pay below the minimum wage: worked cases by article and year, and what must hold for every pay."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app import law
from desktop_app.domain.complaints import PayBasis, WageTerms
from desktop_app.domain.minimum_wage import PayOfMonth, ShareFrom, hourly_minimum, minimum_wage_gap
from desktop_app.errors import InvalidInput

MONTHLY = WageTerms(PayBasis.MONTHLY, Decimal(60_000))
DAILY = WageTerms(PayBasis.DAILY, Decimal(3_000))
HOURLY = WageTerms(PayBasis.HOURLY, Decimal(400))

WORKED = [
    # norm, month, terms, pay, hours, days, gap. Situation 3 of the samples: 60,000 a month for the whole norm.
    ("lc.103.2", "2026-02-01", MONTHLY, "60000", None, None, "25000.00"),
    ("lc.103.2", "2025-02-01", MONTHLY, "60000", None, None, "25000.00"),
    ("lc.103.2", "2024-02-01", MONTHLY, "85000", None, None, "0.00"),
    ("lc.103.2", "2024-02-01", MONTHLY, "84999.99", None, None, "0.01"),
    ("lc.103.2", "2023-02-01", MONTHLY, "60000", None, None, "10000.00"),
    ("lc.103.2", "2022-02-01", MONTHLY, "60000", None, None, "0.00"),
    ("lc.103.2", "2021-02-01", MONTHLY, "40000", None, None, "2500.00"),
    ("lc.103.2", "2019-02-01", MONTHLY, "42500", None, None, "0.00"),
    ("lc.103.2", "2018-02-01", MONTHLY, "28000", None, None, "284.00"),
    ("lc.103.2", "2026-02-01", MONTHLY, "0", None, None, "85000.00"),
    ("lc.104", "2026-02-01", MONTHLY, "30000", "80", None, "12500.00"),  # 80 of 160 hours
    ("lc.104", "2026-02-01", MONTHLY, "20000", "53", None, "8156.25"),  # 85,000 x 53 / 160 = 28,156.25
    ("lc.104", "2026-02-01", MONTHLY, "60000", "200", None, "25000.00"),  # beyond the norm is not beyond the minimum
    ("lc.104", "2026-02-01", DAILY, "30000", None, "10", "12500.00"),  # 10 of 20 days
    ("lc.104", "2026-02-01", DAILY, "78000", None, "26", "7000.00"),
    ("lc.104", "2026-02-01", HOURLY, "64000", "160", None, "21000.00"),
    ("lc.104", "2026-06-01", HOURLY, "1", "1", None, "481.95"),  # 85,000 / 176 = 482.954…
    ("lc.104", "2026-02-01", HOURLY, "0", "0", None, "0.00"),
    ("lc.104", "2026-02-01", MONTHLY, "30000", "80", "20", "12500.00"),  # hours tell more than days
]


@pytest.mark.parametrize(("norm", "month", "terms", "pay", "hours", "days", "gap"), WORKED)
def test_worked_cases(
    norm: str, month: str, terms: WageTerms, pay: str, hours: str | None, days: str | None, gap: str
) -> None:
    row = PayOfMonth(date.fromisoformat(month), Decimal(pay), hours and Decimal(hours), days and Decimal(days))
    found = minimum_wage_gap([row], terms)
    assert found.gap == Decimal(gap)
    assert found.gap.as_tuple().exponent == -2
    assert (norm in {fact.key for fact in found.facts}) == bool(found.gap)


def test_where_the_time_is_not_known_other_pay_is_left_out_with_a_word() -> None:
    february = date(2026, 2, 1)
    for terms in (DAILY, HOURLY, replace(MONTHLY, basis=PayBasis.PIECE), replace(MONTHLY, basis=PayBasis.LUMP_SUM)):
        found = minimum_wage_gap([PayOfMonth(february, Decimal(1))], terms)
        assert found.months == ()
        assert [warning.params for warning in found.warnings] == [{"month": "02.2026"}]
    whole = minimum_wage_gap([PayOfMonth(february, Decimal(1))], MONTHLY)
    assert whole.months[0].share_from is ShareFrom.WHOLE


def test_past_and_before_the_table() -> None:
    later = minimum_wage_gap([PayOfMonth(date(2027, 2, 1), Decimal(80_000))], MONTHLY)
    assert later.gap == 5_000
    assert any("31.12.2026" in str(warning.params) for warning in later.warnings)
    before = minimum_wage_gap([PayOfMonth(date(2017, 2, 1), Decimal(1))], MONTHLY)
    assert before.months == ()
    assert "01.01.2018" in str(before.warnings[0].params)


def test_the_hourly_minimum_is_the_month_by_the_average_hours_of_the_year() -> None:
    """2026 by the calendar; 400 an hour lies below it, and the screen says so without adding a sum."""
    least = hourly_minimum(date(2026, 2, 1), HOURLY)
    assert Fraction(450) < least < Fraction(560)
    told = minimum_wage_gap([PayOfMonth(date(2026, 2, 1), Decimal(85_000), Decimal(160))], HOURLY)
    assert told.gap == 0
    assert any("hourly minimum" in warning.msgid for warning in told.warnings)


def test_absurd_pay_is_refused() -> None:
    for pay in ("-1", "1e13", "NaN"):
        with pytest.raises(InvalidInput):
            minimum_wage_gap([PayOfMonth(date(2026, 2, 1), Decimal(pay))], MONTHLY)


SUMS = st.integers(0, 2 * 10**7).map(lambda number: Decimal(number) / 100)
ROWS = st.builds(
    PayOfMonth,
    st.dates(date(2018, 1, 1), date(2026, 12, 1)).map(lambda day: day.replace(day=1)),
    SUMS,
    st.none() | st.integers(0, 744).map(Decimal),
    st.none() | st.integers(0, 31).map(Decimal),
)


@given(st.lists(ROWS, max_size=5))
def test_the_order_changes_nothing_and_months_add_up(rows: list[PayOfMonth]) -> None:
    whole = minimum_wage_gap(rows, MONTHLY)
    assert whole.gap == minimum_wage_gap(reversed(rows), MONTHLY).gap
    assert whole.gap == sum((minimum_wage_gap([row], MONTHLY).gap for row in rows), Decimal(0))


@given(ROWS, SUMS)
def test_more_pay_never_lacks_more_and_the_gap_fills_it_exactly(row: PayOfMonth, more: Decimal) -> None:
    (found,) = minimum_wage_gap([row], MONTHLY).months
    assert 0 <= found.gap <= found.least <= found.minimum
    assert found.gap == max(found.least - row.pay, 0)
    assert minimum_wage_gap([replace(row, pay=row.pay + more)], MONTHLY).gap <= found.gap
    assert minimum_wage_gap([replace(row, pay=row.pay + found.gap)], MONTHLY).gap == 0
    assert type(found.gap) is Decimal


@given(ROWS, st.integers(0, 100))
def test_more_hours_never_lower_what_is_due(row: PayOfMonth, more: int) -> None:
    hours = row.hours or Decimal(0)
    less = minimum_wage_gap([replace(row, hours=hours)], MONTHLY).gap
    assert minimum_wage_gap([replace(row, hours=hours + more)], MONTHLY).gap >= less


@given(ROWS)
def test_the_minimum_is_that_of_the_month(row: PayOfMonth) -> None:
    (found,) = minimum_wage_gap([row], MONTHLY).months
    assert found.minimum == law.value("minimum_wage", row.month).fact.number
