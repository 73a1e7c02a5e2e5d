"""When the term of a closed case ends."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.retention import RetentionRow, closed_by, ends_on


@given(st.dates(date(1992, 1, 1), date(2030, 12, 31)), st.integers(1, 75), st.integers(-3, 3))
def test_a_case_is_due_from_the_day_its_term_ends(closed_on: date, years: int, off: int) -> None:
    today = ends_on(closed_on, years) + timedelta(days=off)
    assert (closed_on <= closed_by(today, years)) == (off >= 0)


@pytest.mark.parametrize(
    ("closed_on", "ends"), [("2023-11-21", "2026-11-21"), ("2024-02-29", "2027-03-01"), ("2024-02-28", "2027-02-28")]
)
def test_terms_end_on_the_same_day_of_a_later_year(closed_on: str, ends: str) -> None:
    assert ends_on(date.fromisoformat(closed_on), 3) == date.fromisoformat(ends)


def test_a_hold_lasts_through_its_last_day() -> None:
    row = RetentionRow(1, "2020-0001", date(2020, 1, 1), date(2023, 1, 1), 1, date(2026, 11, 21), "court")
    assert row.is_held(date(2026, 11, 21))
    assert not row.is_held(date(2026, 11, 22))
