"""The norm of working time of a month: working days of the five-day week by the hours of a day."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache

from desktop_app import law
from desktop_app.domain.complaints import WageTerms
from desktop_app.errors import Message
from desktop_app.law import Fact

WORKING_DAYS_A_WEEK = 5
CALENDAR_DAYS_A_WEEK = 7


@dataclass(frozen=True)
class NormOfMonth:
    """The hours a worker with the whole norm works in `month`: `days` x `week_hours` / 5.

    `week_hours` is the agreed week where it is shorter than that of the law (Labour Code, article 68, item 1).
    """

    month: date
    days: int
    week_hours: Decimal
    hours: Fraction
    facts: tuple[Fact, ...]
    warnings: tuple[Message, ...] = ()


def norm_of(month: date, terms: WageTerms) -> NormOfMonth:
    """The norm of a month for these terms. Raises AppError for a month before the law tables."""
    first = month.replace(day=1)
    of_law = law.value("week.hours", first)
    most = of_law.fact.number
    week = most if terms.week_hours is None else min(terms.week_hours, most)
    days = working_days(first, last_day(first))
    return NormOfMonth(first, days, week, days * day_hours(week), (of_law.fact,), of_law.warnings)


def day_hours(week_hours: Decimal) -> Fraction:
    """The hours of one day of a five-day week."""
    return Fraction(week_hours) / WORKING_DAYS_A_WEEK


def working_days(first: date, last: date) -> int:
    """The working days from `first` to `last`, both included; none when the order is wrong."""
    if first > last:
        return 0
    if (first.year, first.month) == (last.year, last.month):
        if first.day == 1 and last == last_day(last):
            return _of_month(first.year, first.month)
        days = (first + timedelta(days=ahead) for ahead in range((last - first).days + 1))
        return sum(not law.is_day_off(day) for day in days)
    end = last_day(first)
    return working_days(first, end) + working_days(end + timedelta(days=1), last)


def last_day(month: date) -> date:
    """The last day of a month."""
    return month.replace(day=monthrange(month.year, month.month)[1])


@cache
def _of_month(year: int, month: int) -> int:
    days = (date(year, month, day) for day in range(1, monthrange(year, month)[1] + 1))
    return sum(not law.is_day_off(day) for day in days)
