"""Working days of Kazakhstan: weekends, public holidays with their moved days, and corrections by decree.

A five-day week is meant. The holidays package knows the public holidays, the days off that follow a holiday
on a weekend, and the days exchanged by decree; resources/law/calendar.json mends what it does not know.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from desktop_app.law.folder import read

_SATURDAY = 5


def is_day_off(day: date) -> bool:
    """Whether `day` is a weekend or a public holiday, moved days and corrections applied."""
    mended = _corrections().get(day)
    if mended is not None:
        return mended
    off, working = _year(day.year)
    return day in off or (day.weekday() >= _SATURDAY and day not in working)


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
def _year(year: int) -> tuple[frozenset[date], frozenset[date]]:
    """The year's public holidays with moved days, and the weekend days a decree made working days."""
    from holidays import country_holidays

    # One year at a time, without the package's habit of adding years on look-up.
    known = country_holidays("KZ", years=year, expand=False)
    return frozenset(known), frozenset(known.weekend_workdays)


@cache
def _corrections() -> dict[date, bool]:
    """Whether a day is off, for the days on which the package errs or a decree came later."""
    told = read("calendar.json")
    return {
        date.fromisoformat(row["day"]): off
        for key, off in (("days_off", True), ("working_days", False))
        for row in told[key]
    }
