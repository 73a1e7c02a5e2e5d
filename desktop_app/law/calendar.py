"""Working days of Kazakhstan: weekends, public holidays with their moved days, and corrections by decree."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from desktop_app.law.folder import read

_SATURDAY = 5


def is_day_off(day: date) -> bool:
    """Whether `day` is a weekend (five-day week) or a public holiday, corrections applied."""
    extra, working = _corrections()
    if day in working:
        return False
    return day.weekday() >= _SATURDAY or day in extra or day in _holidays(day.year)


def eve(day: date) -> date:
    """The last working day on or before `day`: when pay due on a day off must be paid."""
    while is_day_off(day):
        day -= timedelta(days=1)
    return day


def add_working_days(day: date, count: int) -> date:
    """The `count`-th working day after `day` (count 0: `day` itself)."""
    while count > 0:
        day += timedelta(days=1)
        count -= not is_day_off(day)
    return day


@cache
def _holidays(year: int) -> frozenset[date]:
    from holidays import country_holidays

    # One year at a time, without the package's habit of adding years on look-up.
    return frozenset(country_holidays("KZ", years=year, expand=False))


@cache
def _corrections() -> tuple[frozenset[date], frozenset[date]]:
    """Days off that the package does not know, and days off that a decree made working days."""
    told = read("calendar.json")
    off, working = (
        frozenset(date.fromisoformat(row["day"]) for row in told[key]) for key in ("days_off", "working_days")
    )
    return off, working
