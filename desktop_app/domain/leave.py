"""Compensation for leave that was not used (Labour Code, articles 88, 90, 96 and 114)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from desktop_app import law
from desktop_app.domain.complaints import Evidence
from desktop_app.domain.exact import tenge
from desktop_app.domain.money import NOTHING
from desktop_app.domain.penalty import refuse_absurd
from desktop_app.domain.working_time import CALENDAR_DAYS_A_WEEK, WORKING_DAYS_A_WEEK
from desktop_app.errors import InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.law import Fact


@dataclass(frozen=True)
class LeaveClaim:
    """Work from `from_day` to `to_day`, both included; `used_days` calendar days of leave were taken.

    `days_a_year` is the agreed leave, None for the least the law allows. `average` is the average pay of a calendar day
    of leave in tenge if somebody has told it, None to count it from the earnings.
    """

    from_day: date
    to_day: date
    days_a_year: Decimal | None = None
    used_days: Decimal = Decimal(0)
    average: Decimal | None = None
    evidence: Evidence = Evidence.SAYS


@dataclass(frozen=True)
class EarningsOfMonth:
    """`pay` tenge due for the work of a month, and the working days it was earned in."""

    month: date
    pay: Decimal
    days: Fraction


@dataclass(frozen=True)
class WorkingYear:
    """A year of work from its first day: `worked` calendar days of `length`, and the leave they bring."""

    first: date
    worked: int
    length: int
    leave: Fraction


@dataclass(frozen=True)
class AverageDay:
    """The average pay of a calendar day of leave, exact. Counted: `earnings` / `days` worked x 5 / 7.

    `months` are those whose earnings were taken; none when the average was entered.
    """

    exact: Fraction
    entered: bool
    earnings: Decimal
    days: Fraction
    months: tuple[date, ...]


@dataclass(frozen=True)
class Leave:
    """Unused leave in calendar days, exact, and its compensation in tenge; None while no average can be had."""

    years: tuple[WorkingYear, ...]
    days_a_year: Decimal
    earned: Fraction
    used: Decimal
    unused: Fraction
    average: AverageDay | None
    compensation: Decimal | None
    facts: tuple[Fact, ...]
    warnings: tuple[Message, ...]


def unused_leave(claim: LeaveClaim, earnings: Iterable[EarningsOfMonth] = ()) -> Leave:
    """The unused leave of a worker and its compensation.

    Every whole year of work brings the whole leave, a begun one its part by calendar days. The average day is the one
    entered, else the earnings of the twelve calendar months before the last day by the days worked in them. Raises
    InvalidInput (`to_day`, `average`) for days or a sum that cannot be, AppError for days before the tables.
    """
    if claim.to_day < claim.from_day:
        raise InvalidInput((Problem("to_day", Message(N_("The last day comes before the first."))),))
    of_law = law.value("leave.days", claim.to_day)
    least = of_law.fact
    days_a_year = claim.days_a_year if claim.days_a_year is not None else least.number
    years = tuple(_years(claim.from_day, claim.to_day, days_a_year))
    earned = sum((year.leave for year in years), Fraction())
    unused = max(earned - Fraction(claim.used_days), Fraction())
    average = _average(claim, sorted(earnings, key=_by_month))
    compensation = None if average is None else tenge(unused * average.exact)
    if compensation is not None:
        refuse_absurd(compensation, "average")
    facts = [law.fact("lc.88"), least, law.fact("lc.96.2")]
    if average is not None and not average.entered:
        facts += [law.fact("lc.114"), law.fact("lc.90")]
    warnings = (*of_law.warnings, *_warnings(claim, least.number, average, years))
    return Leave(years, days_a_year, earned, claim.used_days, unused, average, compensation, tuple(facts), warnings)


def _years(first: date, last: date, days_a_year: Decimal) -> Iterator[WorkingYear]:
    begins, number = first, 1
    while begins <= last:
        following = _anniversary(first, number)
        length = (following - begins).days
        worked = (min(last, following - timedelta(days=1)) - begins).days + 1
        yield WorkingYear(begins, worked, length, Fraction(days_a_year) * worked / length)
        begins, number = following, number + 1


def _anniversary(first: date, years: int) -> date:
    """The same day some years later; 1 March after the 29th of February."""
    try:
        return first.replace(year=first.year + years)
    except ValueError:
        return date(first.year + years, 3, 1)


def _average(claim: LeaveClaim, earnings: list[EarningsOfMonth]) -> AverageDay | None:
    if claim.average is not None:
        refuse_absurd(claim.average, "average")
        return AverageDay(Fraction(claim.average), True, NOTHING, Fraction(), ())
    taken = _last_year(claim.to_day, earnings)
    days = sum((month.days for month in taken), Fraction())
    if days <= 0:
        return None
    pay = sum((month.pay for month in taken), NOTHING)
    refuse_absurd(pay, "average")
    exact = Fraction(pay) / days * WORKING_DAYS_A_WEEK / CALENDAR_DAYS_A_WEEK
    return AverageDay(exact, False, pay, days, tuple(month.month for month in taken))


def _last_year(to_day: date, earnings: list[EarningsOfMonth]) -> list[EarningsOfMonth]:
    """The earnings of the twelve calendar months before the month of `to_day`, else of what was worked at all."""
    end = to_day.replace(day=1)
    begin = end.replace(year=end.year - 1)
    before = [month for month in earnings if begin <= month.month < end]
    return before or [month for month in earnings if month.month == end]


def _warnings(
    claim: LeaveClaim, least: Decimal, average: AverageDay | None, years: tuple[WorkingYear, ...]
) -> Iterator[Message]:
    if claim.days_a_year is not None and claim.days_a_year < least:
        text = N_("The agreed leave is shorter than the law allows: at least %(days)s calendar days a year.")
        yield Message(text, {"days": f"{least:f}"})
    if any(year.worked < year.length for year in years):
        yield Message(
            N_("For a year that is not over, leave is counted by calendar days worked. To be checked by the lawyer.")
        )
    if average is None:
        yield Message(
            N_("Type the average pay of a day of leave, or the wages of the last twelve months under “Wages”.")
        )
    elif not average.entered:
        yield Message(
            N_(
                "The average pay of a day is counted from the wages typed in: earnings by working days, times 5 of 7 "
                "days, because leave is counted in calendar days without holidays. The unified procedure for average "
                "pay was not read: to be checked by the lawyer."
            )
        )


def _by_month(month: EarningsOfMonth) -> tuple[date, Decimal, Fraction]:
    return month.month, month.pay, month.days
