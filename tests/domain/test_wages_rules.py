"""What must hold for every story of wages, and that no number of law stands in the code."""

from __future__ import annotations

import ast
import inspect
import random
import re
from datetime import date, timedelta
from decimal import Decimal
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain import deadlines, penalty, wages
from desktop_app.domain.complaints import Evidence, PayBasis, WagePayment, WagePeriod, WageTerms, WorkerWages
from desktop_app.domain.wages import WageCalculation, calculate, due_date

MONTHS = tuple(date(year, month, 1) for year in (2019, 2020, 2024, 2025) for month in range(1, 13))
DAYS = st.dates(date(2019, 1, 1), date(2026, 10, 26))
SUMS = st.integers(0, 10**9).map(lambda whole: Decimal(whole) / 100)
MAYBE = st.none() | SUMS
EVIDENCE = st.sampled_from(Evidence)

TERMS = st.builds(
    WageTerms,
    st.sampled_from(PayBasis),
    SUMS,
    st.none() | st.integers(1, 31),
    st.none() | st.dates(*(MONTHS[0], MONTHS[-1])),
)
PERIODS = st.lists(
    st.builds(WagePeriod, st.sampled_from(MONTHS), st.none() | st.integers(0, 31).map(Decimal), MAYBE, MAYBE, MAYBE),
    max_size=5,
    unique_by=lambda period: period.month,
)
PAYMENTS = st.lists(st.builds(WagePayment, DAYS, SUMS, st.none() | st.sampled_from(MONTHS), EVIDENCE), max_size=6)
STORIES = st.builds(WorkerWages, TERMS, PERIODS.map(tuple), PAYMENTS.map(tuple))


def figures(found: WageCalculation) -> list[tuple[object, ...]]:
    """What a reader sees of each month."""
    totals = (found.due, found.paid, found.arrears, found.penalty, found.total, found.unallocated)
    return [(m.month, m.due, m.due_on, m.owed, m.penalty.total, m.payments) for m in found.months] + [totals]


@given(STORIES, DAYS, EVIDENCE)
def test_nothing_is_negative_and_columns_add_up(story: WorkerWages, on: date, asked: Evidence) -> None:
    found = calculate(story, on, asked)
    for month in found.months:
        assert month.due >= 0
        assert month.owed >= 0
        assert month.penalty.total >= 0
        assert month.owed == month.due - sum((each.amount for each in month.payments), Decimal(0))
    assert found.due == sum(month.due for month in found.months)
    assert found.arrears == sum(month.owed for month in found.months) == found.due - found.paid
    assert found.penalty == sum(month.penalty.total for month in found.months)
    assert found.total == found.arrears + found.penalty
    for figure in (found.due, found.arrears, found.penalty, found.total):
        assert figure.as_tuple().exponent == -2


@given(STORIES, DAYS, EVIDENCE)
def test_every_tenge_paid_is_counted_once(story: WorkerWages, on: date, asked: Evidence) -> None:
    found = calculate(story, on, asked)
    counted = [
        each.amount
        for each in story.payments
        if each.paid_on <= on and (each.evidence is not Evidence.ADMITS or asked is Evidence.ADMITS)
    ]
    assert found.paid + found.unallocated == sum(counted, Decimal(0))


@given(STORIES, DAYS, EVIDENCE, st.randoms(use_true_random=False))
def test_the_order_of_typing_is_irrelevant(story: WorkerWages, on: date, asked: Evidence, dice: random.Random) -> None:
    periods, payments = list(story.periods), list(story.payments)
    dice.shuffle(periods)
    dice.shuffle(payments)
    mixed = WorkerWages(story.terms, tuple(periods), tuple(payments))
    assert figures(calculate(mixed, on, asked)) == figures(calculate(story, on, asked))


@given(STORIES, DAYS, EVIDENCE)
def test_every_part_of_a_month_ends_late_and_all_parts_are_its_late_money(
    story: WorkerWages, on: date, asked: Evidence
) -> None:
    for month in calculate(story, on, asked).months:
        late = sum((each.amount for each in month.payments if each.paid_on > month.due_on), Decimal(0))
        late += month.owed if on > month.due_on else 0
        assert sum((part.amount for part in month.penalty.parts), Decimal(0)) == late
        assert all(part.days > 0 for part in month.penalty.parts)
        assert all(part.until <= on for part in month.penalty.parts)


@given(SUMS, st.sampled_from(MONTHS), st.lists(st.integers(1, 99), min_size=1, max_size=5), DAYS, DAYS)
def test_a_payment_in_pieces_on_one_day_costs_what_it_costs_whole(
    due: Decimal, month: date, shares: list[int], paid_on: date, on: date
) -> None:
    pieces = tuple(WagePayment(paid_on, Decimal(share), month) for share in shares)
    whole = (WagePayment(paid_on, Decimal(sum(shares)), month),)
    terms, period = WageTerms(PayBasis.MONTHLY, due), (WagePeriod(month),)
    in_pieces = calculate(WorkerWages(terms, period, pieces), on)
    at_once = calculate(WorkerWages(terms, period, whole), on)
    assert in_pieces.total == at_once.total
    assert in_pieces.unallocated == at_once.unallocated


@given(st.sampled_from(MONTHS), TERMS)
def test_pay_falls_due_within_the_law(month: date, terms: WageTerms) -> None:
    due = due_date(month, terms)
    latest = due_date(month, WageTerms(terms.basis, terms.rate))
    assert due <= latest
    assert latest - timedelta(days=20) < month + timedelta(days=31)


@pytest.mark.parametrize("module", [penalty, wages, deadlines], ids=lambda module: module.__name__)
def test_no_number_of_law_stands_in_the_code(module: ModuleType) -> None:
    """Rates, terms, divisors and the numbers of articles come from resources/law; citations are keys or docstrings."""
    plain = {0, 1, 2, 100}  # nothing, one (a day, the first of a month), a half, per cent
    tree = ast.parse(inspect.getsource(module))
    constants = [(each.lineno, each.value) for each in ast.walk(tree) if isinstance(each, ast.Constant)]
    numbers = [(line, value) for line, value in constants if isinstance(value, int | float) and value not in plain]
    assert not numbers
    texts = [(line, value) for line, value in constants if isinstance(value, str)]
    assert not [(line, value) for line, value in texts if re.fullmatch(r"[\d.,_e ]+", value)]
