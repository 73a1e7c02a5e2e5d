"""Unused leave: worked cases by article, and what must hold for every time of work."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app import law
from desktop_app.domain.leave import EarningsOfMonth, LeaveClaim, unused_leave
from desktop_app.errors import InvalidInput

YEAR = LeaveClaim(date(2025, 4, 1), date(2026, 3, 31), average=Decimal(6_000))

WORKED = [
    # norm, from, to, agreed days, used, average of a day, unused days, compensation
    ("lc.88", "2025-04-01", "2026-03-31", None, "0", "6000", Fraction(24), "144000.00"),
    ("lc.88", "2025-04-01", "2026-03-31", "30", "0", "6000", Fraction(30), "180000.00"),
    ("lc.88", "2025-04-01", "2026-03-31", "20", "0", "6000", Fraction(20), "120000.00"),
    ("lc.96.2", "2025-04-01", "2026-03-31", None, "10", "6000", Fraction(14), "84000.00"),
    ("lc.96.2", "2025-04-01", "2026-03-31", None, "10.5", "6000", Fraction(27, 2), "81000.00"),
    ("lc.96.2", "2025-04-01", "2026-03-31", None, "24", "6000", Fraction(0), "0.00"),
    ("lc.96.2", "2025-04-01", "2026-03-31", None, "30", "6000", Fraction(0), "0.00"),
    ("lc.96.2", "2024-04-01", "2026-03-31", None, "14", "6000", Fraction(34), "204000.00"),  # all years, not the last
    ("lc.96.2", "2022-04-01", "2026-03-31", None, "0", "1000", Fraction(96), "96000.00"),
    ("lc.88", "2025-04-01", "2025-06-12", None, "0", "5000", Fraction(24 * 73, 365), "24000.00"),  # 73 / 365 = 1/5
    ("lc.88", "2025-04-01", "2025-04-01", None, "0", "3650", Fraction(24, 365), "240.00"),
    ("lc.88", "2024-02-29", "2025-02-28", None, "0", "1000", Fraction(24), "24000.00"),  # a year from a leap day
    ("lc.88", "2025-04-01", "2026-06-12", None, "0", "5000", 24 + Fraction(24 * 73, 365), "144000.00"),
    ("lc.96.2", "2025-04-01", "2026-03-31", None, "0", "0", Fraction(24), "0.00"),
]


@pytest.mark.parametrize(("norm", "first", "last", "agreed", "used", "average", "unused", "compensation"), WORKED)
def test_worked_cases(
    norm: str, first: str, last: str, agreed: str | None, used: str, average: str, unused: Fraction, compensation: str
) -> None:
    claim = LeaveClaim(
        date.fromisoformat(first), date.fromisoformat(last), agreed and Decimal(agreed), Decimal(used), Decimal(average)
    )
    found = unused_leave(claim)
    assert found.unused == unused
    assert found.compensation == Decimal(compensation)
    assert norm in {fact.key for fact in found.facts}
    assert law.fact(norm).confidence in ("V", "V-old", "S")
    short = agreed is not None and Decimal(agreed) < 24
    assert short == any("shorter than the law" in warning.msgid for warning in found.warnings)


def months(*earned: tuple[str, str, int]) -> list[EarningsOfMonth]:
    return [
        EarningsOfMonth(date.fromisoformat(f"{month}-01"), Decimal(pay), Fraction(days)) for month, pay, days in earned
    ]


AVERAGES = [
    # norm, earnings, average of a calendar day, compensation of 24 days: earnings / working days x 5 / 7
    ("lc.114", months(("2026-02", "140000", 20)), Fraction(5_000), "120000.00"),
    ("lc.114", months(("2026-02", "140000", 20), ("2026-01", "70000", 10)), Fraction(5_000), "120000.00"),
    ("lc.114", months(("2026-02", "100000", 21)), Fraction(100_000 * 5, 147), "81632.65"),
    # only the twelve calendar months before the last one count, that one only where nothing came before
    ("lc.114", months(("2026-02", "140000", 20), ("2026-03", "999999", 21)), Fraction(5_000), "120000.00"),
    ("lc.114", months(("2026-02", "140000", 20), ("2025-02", "999999", 20)), Fraction(5_000), "120000.00"),
    ("lc.114", months(("2026-03", "147000", 21)), Fraction(5_000), "120000.00"),
]


@pytest.mark.parametrize(("norm", "earned", "average", "compensation"), AVERAGES)
def test_the_average_day_is_counted_from_the_earnings_and_marked(
    norm: str, earned: list[EarningsOfMonth], average: Fraction, compensation: str
) -> None:
    found = unused_leave(replace(YEAR, average=None), earned)
    assert found.average is not None
    assert found.average.exact == average
    assert found.compensation == Decimal(compensation)
    assert {norm, "lc.90"} <= {fact.key for fact in found.facts}
    assert any("to be checked by the lawyer" in warning.msgid for warning in found.warnings)


def test_an_average_that_was_entered_stands_before_the_earnings() -> None:
    found = unused_leave(YEAR, months(("2026-02", "140000", 20)))
    assert found.average is not None
    assert found.average.entered
    assert found.compensation == 144_000
    assert "lc.114" not in {fact.key for fact in found.facts}


def test_without_any_average_the_days_are_told_and_no_sum() -> None:
    found = unused_leave(replace(YEAR, average=None))
    assert (found.unused, found.average, found.compensation) == (24, None, None)
    assert found.warnings
    assert unused_leave(replace(YEAR, average=None), months(("2026-02", "1", 0))).compensation is None


def test_days_in_the_wrong_order_and_absurd_sums_are_refused() -> None:
    for wrong in (replace(YEAR, to_day=date(2025, 3, 31)), replace(YEAR, average=Decimal("1e13"))):
        with pytest.raises(InvalidInput):
            unused_leave(wrong)


SUMS = st.integers(0, 10**7).map(lambda number: Decimal(number) / 100)
CLAIMS = st.builds(
    lambda first, days, used, average: LeaveClaim(
        first, first + timedelta(days=days), None, Decimal(used) / 10, average
    ),
    st.dates(date(2016, 1, 1), date(2024, 12, 31)),
    st.integers(0, 2_000),
    st.integers(0, 1_000),
    SUMS,
)


@given(CLAIMS, st.integers(0, 400))
def test_longer_work_never_brings_less(claim: LeaveClaim, more: int) -> None:
    longer = replace(claim, to_day=claim.to_day + timedelta(days=more))
    before, after = unused_leave(claim), unused_leave(longer)
    assert after.unused >= before.unused
    assert before.compensation is not None
    assert after.compensation is not None
    assert after.compensation >= before.compensation
    assert before.compensation.as_tuple().exponent == -2
    assert type(before.unused) is Fraction


@given(CLAIMS, st.integers(0, 100))
def test_leave_taken_comes_off_and_never_below_nothing(claim: LeaveClaim, more: int) -> None:
    found = unused_leave(claim)
    assert found.unused == max(found.earned - Fraction(claim.used_days), 0)
    less = unused_leave(replace(claim, used_days=claim.used_days + more))
    assert 0 <= less.unused <= found.unused


@given(st.dates(date(2016, 1, 1), date(2020, 12, 31)), st.integers(1, 6))
def test_whole_years_bring_whole_leave(first: date, years: int) -> None:
    try:
        last = first.replace(year=first.year + years) - timedelta(days=1)
    except ValueError:
        last = date(first.year + years, 2, 28)
    found = unused_leave(LeaveClaim(first, last))
    assert found.earned == 24 * years
    assert sum(year.worked for year in found.years) == (last - first).days + 1


@given(st.lists(st.tuples(st.integers(1, 12), SUMS, st.integers(1, 23)), min_size=1, max_size=6))
def test_the_order_of_months_changes_nothing(rows: list[tuple[int, Decimal, int]]) -> None:
    earned = [EarningsOfMonth(date(2025, month, 1), pay, Fraction(days)) for month, pay, days in rows]
    claim = LeaveClaim(date(2025, 1, 1), date(2026, 1, 31))
    assert unused_leave(claim, earned) == unused_leave(claim, reversed(earned))
