"""Dates the program proposes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app import law
from desktop_app.domain.deadlines import after_claim, after_complaint, proposed_pay_by

DAYS = st.dates(date(2016, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("on", "pay_by"),
    [
        ("2026-11-21", "2026-12-01"),
        ("2026-11-25", "2026-12-07"),  # ten days on is Saturday 5 December
        ("2025-04-29", "2025-05-12"),  # Friday 9 May is Victory Day
        ("2025-12-24", "2026-01-05"),
    ],
)
def test_a_claim_leaves_ten_days_and_ends_on_a_working_day(on: str, pay_by: str) -> None:
    assert proposed_pay_by(date.fromisoformat(on)) == date.fromisoformat(pay_by)


@pytest.mark.parametrize(
    ("pay_by", "look"), [("2026-12-01", "2026-12-02"), ("2026-12-04", "2026-12-07"), ("2026-12-31", "2027-01-05")]
)
def test_the_morning_after_the_demand_one_looks_whether_it_was_paid(pay_by: str, look: str) -> None:
    assert after_claim(date.fromisoformat(pay_by)) == date.fromisoformat(look)


@pytest.mark.parametrize(("on", "ready"), [("2026-11-23", "2026-11-26"), ("2026-11-20", "2026-11-25")])
def test_a_complaint_wants_its_letter_in_three_working_days(on: str, ready: str) -> None:
    assert after_complaint(date.fromisoformat(on)) == date.fromisoformat(ready)


@given(DAYS)
def test_every_proposal_is_a_working_day_after_the_day_it_starts_from(day: date) -> None:
    for proposal in (proposed_pay_by(day), after_claim(day), after_complaint(day)):
        assert day < proposal < day + timedelta(days=25)
        assert not law.is_day_off(proposal)
