"""Promised instalments: worked plans, and what must hold for every plan and every receipt."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.instalments import Instalment, Promise, Receipt, alert, equal_parts, instalments

PROMISED = date(2026, 9, 1)
FIRST, SECOND, THIRD = date(2026, 9, 30), date(2026, 10, 31), date(2026, 11, 30)
TODAY = date(2026, 11, 21)
PLAN = tuple(Instalment(PROMISED, due, Decimal(100_000)) for due in (FIRST, SECOND, THIRD))
KEPT, PARTLY, BROKEN, NOT_DUE = Promise.KEPT, Promise.PARTLY, Promise.BROKEN, Promise.NOT_DUE

WORKED = [
    # receipts (day, sum), states of the three instalments, overdue, beyond
    ([], [BROKEN, BROKEN, NOT_DUE], 200_000, 0),
    ([(FIRST, 100_000)], [KEPT, BROKEN, NOT_DUE], 100_000, 0),
    ([(FIRST, 60_000)], [PARTLY, BROKEN, NOT_DUE], 140_000, 0),
    ([(FIRST, 60_000), (SECOND, 60_000)], [KEPT, PARTLY, NOT_DUE], 80_000, 0),
    ([(SECOND, 200_000)], [KEPT, KEPT, NOT_DUE], 0, 0),
    ([(PROMISED, 300_000)], [KEPT, KEPT, KEPT], 0, 0),
    ([(PROMISED, 350_000)], [KEPT, KEPT, KEPT], 0, 50_000),
    ([(PROMISED - timedelta(1), 300_000)], [BROKEN, BROKEN, NOT_DUE], 200_000, 300_000),  # before the promise
    ([(TODAY + timedelta(1), 300_000)], [BROKEN, BROKEN, NOT_DUE], 200_000, 0),  # has not come yet
    ([(TODAY, 250_000)], [KEPT, KEPT, NOT_DUE], 0, 0),
]


@pytest.mark.parametrize(("received", "states", "overdue", "beyond"), WORKED)
def test_worked_plans(received: list[tuple[date, int]], states: list[Promise], overdue: int, beyond: int) -> None:
    found = instalments(PLAN, [Receipt(on, Decimal(amount)) for on, amount in received], TODAY)
    assert [each.state for each in found.states] == states
    assert (found.overdue, found.beyond) == (overdue, beyond)
    assert (alert(found) is None) == (overdue == 0)


def test_a_day_that_is_today_is_not_broken_yet() -> None:
    assert [each.state for each in instalments(PLAN, [], FIRST).states] == [NOT_DUE] * 3
    assert instalments(PLAN, [], FIRST + timedelta(1)).states[0].state is BROKEN


def test_late_is_kept_with_its_days() -> None:
    found = instalments(PLAN[:1], [Receipt(FIRST + timedelta(5), Decimal(100_000))], TODAY).states[0]
    assert (found.state, found.full_on, found.days_late) == (KEPT, FIRST + timedelta(5), 5)
    assert instalments(PLAN[:1], [], TODAY).states[0].days_late == (TODAY - FIRST).days


def test_the_next_day_is_the_earliest_that_is_not_full() -> None:
    assert instalments(PLAN, [], FIRST).next_due == FIRST
    assert instalments(PLAN, [Receipt(PROMISED, Decimal(100_000))], FIRST).next_due == SECOND
    assert instalments(PLAN, [Receipt(PROMISED, Decimal(300_000))], FIRST).next_due is None


@pytest.mark.parametrize(
    ("total", "count", "parts"),
    [
        ("300000", 3, ["100000", "100000", "100000"]),
        ("100000", 3, ["33333", "33333", "33334"]),
        ("100000.55", 2, ["50000", "50000.55"]),
        ("5", 1, ["5"]),
    ],
)
def test_equal_parts(total: str, count: int, parts: list[str]) -> None:
    assert equal_parts(Decimal(total), count) == tuple(map(Decimal, parts))


SUMS = st.integers(1, 10**7).map(lambda number: Decimal(number) / 100)
DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
PLANS = st.lists(
    st.builds(
        lambda first, days, amount: Instalment(first, first + timedelta(days), amount), DAYS, st.integers(0, 200), SUMS
    ),
    max_size=6,
)
RECEIPTS = st.lists(st.builds(Receipt, DAYS, SUMS), max_size=6)


@given(PLANS, RECEIPTS, DAYS)
def test_no_tenge_is_lost_or_made(plan: list[Instalment], received: list[Receipt], today: date) -> None:
    found = instalments(plan, received, today)
    came = sum((each.amount for each in received if each.on <= today), Decimal(0))
    assert found.received + found.beyond == came
    assert found.promised == sum((each.amount for each in plan), Decimal(0))
    for each in found.states:
        assert each.received + each.missing == each.instalment.amount
        assert (each.state is KEPT) == (each.missing == 0) == (each.full_on is not None)
    assert found.overdue <= found.promised - found.received
    assert type(found.overdue) is Decimal


@given(PLANS, RECEIPTS, DAYS)
def test_the_order_of_typing_changes_nothing(plan: list[Instalment], received: list[Receipt], today: date) -> None:
    there = instalments(plan, received, today)
    back = instalments(list(reversed(plan)), list(reversed(received)), today)
    assert (there.received, there.overdue, there.beyond, there.next_due) == (
        back.received, back.overdue, back.beyond, back.next_due,
    )  # fmt: skip
    assert sorted(each.state for each in there.states) == sorted(each.state for each in back.states)


@given(PLANS, RECEIPTS, DAYS, st.builds(Receipt, DAYS, SUMS))
def test_more_money_never_makes_more_overdue(
    plan: list[Instalment], received: list[Receipt], today: date, more: Receipt
) -> None:
    assert instalments(plan, [*received, more], today).overdue <= instalments(plan, received, today).overdue


@given(st.integers(1, 10**12), st.integers(1, 60))
def test_parts_are_never_more_or_less_than_the_whole(total: int, count: int) -> None:
    parts = equal_parts(Decimal(total) / 100, count)
    assert len(parts) == count
    assert sum(parts) == Decimal(total) / 100
    assert all(part >= 0 for part in parts)
