"""The statutory penalty: the worked figures, and what must hold for every debt."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop_app import law
from desktop_app.domain.penalty import joined, penalty
from desktop_app.errors import AppError, InvalidInput
from desktop_app.i18n import for_language

FIRST, LAST = date(2016, 1, 1), date(2027, 12, 31)
RATE_DAYS = tuple(
    fact.effective_from for fact in law.facts() if fact.key == "base_rate" and fact.effective_from is not None
)


def tiyn(low: int = 0) -> st.SearchStrategy[Decimal]:
    return st.integers(low, 10**11).map(lambda whole: Decimal(whole) / 100)


DEBTS = tiyn()
DUES = st.dates(FIRST, LAST)
LATE = st.integers(0, 1500).map(timedelta)


@pytest.mark.parametrize(
    ("debt", "due", "paid", "days", "rate", "coefficient", "total"),
    [
        ("100000", "2026-01-10", "2026-02-09", 30, "18.00", "1.25", "1849.32"),
        ("250000", "2026-09-10", "2026-11-21", 72, "16.25", "1.25", "10017.12"),
        ("85000", "2025-05-08", "2025-05-13", 5, "16.50", "1.25", "240.15"),
        ("180000", "2021-02-10", "2021-03-27", 45, "9.00", "1.25", "2496.58"),
        ("1234567", "2023-02-10", "2023-02-11", 1, "16.75", "1.25", "708.18"),
        ("300000", "2020-04-10", "2020-04-20", 10, "9.50", "1.00", "780.82"),
        ("85000", "2025-05-10", "2025-05-13", 3, "16.50", "1.25", "144.09"),
        ("300000", "2020-01-10", "2020-01-20", 10, "9.25", "1.00", "760.27"),
        # the official refinancing rate counts until the end of March 2017, whatever the base rate
        ("100000", "2017-02-10", "2017-03-31", 49, "5.50", "1.00", "738.36"),
        ("100000", "2017-02-10", "2017-04-01", 50, "11.00", "1.00", "1506.85"),
    ],
)
def test_worked_figures(debt: str, due: str, paid: str, days: int, rate: str, coefficient: str, total: str) -> None:
    found = penalty(Decimal(debt), date.fromisoformat(due), date.fromisoformat(paid))
    (part,) = found.parts
    assert (part.days, part.rate, part.coefficient) == (days, Decimal(rate), Decimal(coefficient))
    assert part.divisor == 365
    assert found.total == Decimal(total)
    assert found.total.as_tuple().exponent == -2


def test_a_part_can_be_recomputed_by_hand() -> None:
    (part,) = penalty(Decimal(100_000), date(2026, 1, 10), date(2026, 2, 9)).parts
    assert part.amount == 100_000
    assert (part.due_on, part.until) == (date(2026, 1, 10), date(2026, 2, 9))
    assert part.rate_from == date(2025, 10, 13)
    assert part.paid
    by_hand = part.amount * part.rate / 100 * part.coefficient * part.days / part.divisor
    assert by_hand.quantize(Decimal("0.01"), ROUND_HALF_UP) == Decimal("1849.32")
    assert part.exact == pytest.approx(by_hand)


def test_a_leap_year_has_no_366th_part() -> None:
    """1 January 2024 to 31 December 2024 are 365 days after the day of payment, at one divisor."""
    (part,) = penalty(Decimal(36_500), date(2024, 1, 1), date(2024, 12, 31)).parts
    assert (part.days, part.divisor) == (365, 365)
    assert part.exact == Decimal(36_500) * part.rate / 100 * part.coefficient


def test_the_29th_of_february_is_a_day() -> None:
    with_leap = penalty(Decimal(100_000), date(2024, 2, 9), date(2024, 3, 1)).parts[0]
    without = penalty(Decimal(100_000), date(2023, 2, 9), date(2023, 3, 1)).parts[0]
    assert (with_leap.days, without.days) == (21, 20)


def test_paid_on_the_day_or_before_costs_nothing() -> None:
    for paid in (date(2026, 1, 9), date(2026, 1, 10)):
        found = penalty(Decimal(100_000), date(2026, 1, 10), paid)
        assert (found.total, found.parts[0].days) == (Decimal("0.00"), 0)


@pytest.mark.parametrize(
    ("paid", "coefficient"), [(date(2020, 5, 15), "1"), (date(2020, 5, 16), "1.25"), (date(2020, 12, 16), "1.25")]
)
def test_the_coefficient_is_that_of_the_day_of_payment(paid: date, coefficient: str) -> None:
    (part,) = penalty(Decimal(100_000), date(2020, 4, 10), paid).parts
    assert part.coefficient == Decimal(coefficient)


def test_one_rate_counts_for_all_days_though_it_changed_in_between() -> None:
    """The base rate was 18.00 from October 2025, 17.00 from June 2026, 16.75 from 27 July 2026."""
    (part,) = penalty(Decimal(100_000), date(2026, 5, 8), date(2026, 7, 27)).parts
    assert (part.rate, part.rate_from) == (Decimal("16.75"), date(2026, 7, 27))
    (eve,) = penalty(Decimal(100_000), date(2026, 5, 8), date(2026, 7, 26)).parts
    assert eve.rate == Decimal("17.00")


def test_a_half_tiyn_is_rounded_up() -> None:
    """50 x 9 % x 1.25 x 73 / 365 is 1.125 exactly."""
    found = penalty(Decimal(50), date(2020, 7, 21), date(2020, 10, 2))
    assert found.parts[0].exact == Decimal("1.125")
    assert found.total == Decimal("1.13")


def test_a_half_tiyn_of_two_endless_parts_is_rounded_up_too() -> None:
    """10 for 1 day and 52 for 70 days are the same 1.125, though neither part ends in decimals."""
    due = date(2020, 7, 21)
    parts = tuple(
        penalty(Decimal(debt), due, due + timedelta(days=days), paid=True) for debt, days in ((10, 1), (52, 70))
    )
    assert joined(parts).total == Decimal("1.13")


@pytest.mark.parametrize("debt", ["-0.01", "-1", "1000000000000.01", "1e18", "NaN", "sNaN", "Infinity", "-Infinity"])
def test_an_absurd_debt_is_refused(debt: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        penalty(Decimal(debt), date(2026, 1, 10), date(2026, 2, 9))
    assert [problem.field for problem in refusal.value.problems] == ["debt"]


def test_the_largest_debt_is_counted_to_the_tiyn() -> None:
    found = penalty(Decimal(10) ** 12, date(2026, 1, 10), date(2026, 2, 9))
    assert found.total == Decimal("18493150684.93")


@pytest.mark.parametrize(("due", "paid"), [("2015-12-31", "2016-02-01"), ("2014-01-10", "2026-02-09")])
def test_a_debt_older_than_the_tables_is_refused(due: str, paid: str) -> None:
    with pytest.raises(AppError) as refusal:
        penalty(Decimal(1), date.fromisoformat(due), date.fromisoformat(paid))
    assert "01.01.2016" in refusal.value.text(for_language("ru"))


def test_past_the_confirmed_rates_there_is_a_figure_and_a_warning() -> None:
    found = penalty(Decimal(100_000), date(2026, 9, 10), date(2026, 10, 27))
    assert found.total > 0
    (warning,) = found.warnings
    assert "26.10.2026" in warning.text(for_language("kk"))
    assert not penalty(Decimal(100_000), date(2026, 9, 10), date(2026, 10, 26)).warnings


def test_it_names_what_it_rests_on() -> None:
    found = penalty(Decimal(1), date(2026, 1, 10), date(2026, 2, 9))
    assert [fact.key for fact in found.facts] == [
        "lc.113.3",
        "base_rate",
        "penalty.coefficient",
        "penalty.days_in_year",
    ]
    early = penalty(Decimal(1), date(2016, 1, 10), date(2016, 2, 9))
    assert "refinancing_rate" in [fact.key for fact in early.facts]


@given(DEBTS, DUES, st.integers(-400, 1500))
def test_never_negative_and_rounded_half_up(debt: Decimal, due: date, late: int) -> None:
    found = penalty(debt, due, due + timedelta(days=late))
    (part,) = found.parts
    assert found.total >= 0
    assert part.days == max(late, 0)
    exact = Fraction(debt) * Fraction(part.rate) / 100 * Fraction(part.coefficient) * part.days / part.divisor
    off = Fraction(found.total) - exact
    assert -Fraction(5, 1000) < off <= Fraction(5, 1000)


@given(DEBTS, DUES, st.integers(0, 1500), st.integers(0, 200))
def test_more_days_never_cost_less_at_one_rate(debt: Decimal, due: date, late: int, more: int) -> None:
    first = penalty(debt, due, due + timedelta(days=late))
    second = penalty(debt, due, due + timedelta(days=late + more))
    assume(first.parts[0].rate == second.parts[0].rate and first.parts[0].coefficient == second.parts[0].coefficient)
    assert second.total >= first.total
    assert second.parts[0].exact >= first.parts[0].exact


@given(DEBTS, DEBTS, DUES, LATE)
def test_a_larger_debt_never_costs_less(debt: Decimal, more: Decimal, due: date, late: timedelta) -> None:
    assert penalty(debt + more, due, due + late).total >= penalty(debt, due, due + late).total


@given(st.lists(tiyn(low=1), min_size=1, max_size=8), DUES, LATE)
def test_parts_paid_on_one_day_cost_as_much_as_the_whole(amounts: list[Decimal], due: date, late: timedelta) -> None:
    whole = penalty(sum(amounts, Decimal(0)), due, due + late)
    parts = joined(tuple(penalty(amount, due, due + late) for amount in amounts))
    assert parts.total == whole.total
    assert parts.facts == whole.facts
    assert parts.warnings == whole.warnings


@given(st.lists(st.tuples(tiyn(low=1), LATE), min_size=1, max_size=6), DUES)
def test_the_sum_of_parts_is_rounded_once(paid: list[tuple[Decimal, timedelta]], due: date) -> None:
    each = tuple(penalty(amount, due, due + late) for amount, late in paid)
    whole = joined(each)
    assert len(whole.parts) == len(paid)
    assert whole.total == joined(each[::-1]).total
    exact = sum((Fraction(part.exact) for part in whole.parts), Fraction())
    assert abs(Fraction(whole.total) - exact) <= Fraction(5, 1000) + Fraction(1, 10**9)


@pytest.mark.parametrize("day", [day for day in RATE_DAYS if day > date(2017, 4, 1)])
def test_the_rate_of_the_day_of_payment_counts_from_its_first_day(day: date) -> None:
    due = day - timedelta(days=40)
    before = penalty(Decimal(100_000), due, day - timedelta(days=1)).parts[0]
    after = penalty(Decimal(100_000), due, day).parts[0]
    assert before.rate == law.value("base_rate", day - timedelta(days=1)).fact.number
    assert after.rate == law.value("base_rate", day).fact.number
    assert after.rate_from == day
    assert before.rate != after.rate


def test_nothing_joined_costs_nothing() -> None:
    found = joined(())
    assert (found.total, found.parts, found.facts, found.warnings) == (Decimal("0.00"), (), (), ())
