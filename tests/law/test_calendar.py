"""Working days of Kazakhstan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app import law
from desktop_app.law import calendar
from desktop_app.law.folder import read

DAYS = st.dates(date(2016, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    "day",
    [
        "2016-03-07",  # exchanged for Saturday 5 March
        "2017-12-19",  # two days of independence on a weekend
        "2018-12-31",  # exchanged for Saturday 29 December
        "2020-05-08",  # exchanged for Monday 11 May
        "2021-07-05",
        "2022-10-24",
        "2022-07-09",  # first day of Kurban Ait
        "2024-05-08",
        "2025-01-03",
        "2025-05-09",
        "2025-05-10",  # a Saturday
        "2025-09-01",  # Constitution Day on a Saturday
        "2026-03-24",
        "2026-03-25",  # two days of Nauryz on a weekend
        "2026-05-11",
        "2026-10-26",
        "2027-03-15",  # Constitution Day since 2027
    ],
)
def test_days_off(day: str) -> None:
    assert law.is_day_off(date.fromisoformat(day))


@pytest.mark.parametrize(
    "day",
    [
        "2016-03-05",  # a Saturday worked for Monday 7 March
        "2018-08-25",
        "2020-01-05",  # a Sunday worked for Friday 3 January
        "2020-05-11",
        "2024-05-04",
        "2025-01-05",
        "2023-01-09",  # Christmas on a Saturday or Sunday moves nothing
        "2024-06-17",  # nor does Kurban Ait
        "2022-12-19",  # 17 December was abolished
        "2025-05-08",
        "2026-08-31",  # no Constitution Day in August any more
        "2026-11-20",
    ],
)
def test_working_days(day: str) -> None:
    assert not law.is_day_off(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("day", "eve"),
    [
        ("2025-05-10", "2025-05-08"),  # Saturday after Victory Day: Thursday
        ("2026-01-10", "2026-01-09"),
        ("2026-05-10", "2026-05-08"),
        ("2020-05-10", "2020-05-06"),  # Friday 8 May was exchanged for Monday 11 May
        ("2025-03-10", "2025-03-07"),
        ("2025-06-10", "2025-06-10"),
    ],
)
def test_eve(day: str, eve: str) -> None:
    assert law.eve(date.fromisoformat(day)) == date.fromisoformat(eve)


@pytest.mark.parametrize(
    ("day", "count", "then"),
    [
        ("2025-04-30", 1, "2025-05-02"),
        ("2025-05-06", 2, "2025-05-12"),
        ("2025-12-31", 3, "2026-01-08"),
        ("2024-12-31", 1, "2025-01-05"),  # a Sunday that was worked
        ("2025-05-10", 0, "2025-05-10"),
    ],
)
def test_working_days_are_added(day: str, count: int, then: str) -> None:
    assert law.add_working_days(date.fromisoformat(day), count) == date.fromisoformat(then)


@given(DAYS)
def test_the_eve_is_a_working_day_with_only_days_off_after_it(day: date) -> None:
    eve = law.eve(day)
    assert not law.is_day_off(eve)
    assert timedelta(0) <= day - eve <= timedelta(days=9)
    assert all(law.is_day_off(eve + timedelta(days=n)) for n in range(1, (day - eve).days + 1))


@given(DAYS, st.integers(0, 15), st.integers(0, 15))
def test_working_days_add_up(day: date, first: int, second: int) -> None:
    at_once = law.add_working_days(day, first + second)
    assert law.add_working_days(law.add_working_days(day, first), second) == at_once


@pytest.fixture
def corrected(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    told = {
        "days_off": [{"day": "2026-11-20", "source": "a decree"}],
        "working_days": [{"day": "2026-11-21", "source": "a decree"}, {"day": "2026-12-16", "source": "a decree"}],
    }

    def as_told(_name: str) -> Any:
        return told

    monkeypatch.setattr(calendar, "read", as_told)
    calendar._corrections.cache_clear()
    yield
    calendar._corrections.cache_clear()


@pytest.mark.usefixtures("corrected")
def test_a_decree_can_be_entered_as_data() -> None:
    assert law.is_day_off(date(2026, 11, 20))
    assert not law.is_day_off(date(2026, 11, 21))
    assert not law.is_day_off(date(2026, 12, 16))
    assert law.eve(date(2026, 11, 20)) == date(2026, 11, 19)


def test_every_correction_names_its_source() -> None:
    told = read("calendar.json")
    for row in (*told["days_off"], *told["working_days"]):
        date.fromisoformat(row["day"])
        assert row["source"]
