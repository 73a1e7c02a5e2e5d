"""Pay below the minimum wage: what is missing, month by month (Labour Code, articles 103 and 104)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from desktop_app import law
from desktop_app.domain.complaints import PayBasis, WageTerms
from desktop_app.domain.exact import tenge
from desktop_app.domain.money import NOTHING
from desktop_app.domain.penalty import refuse_absurd, unlike
from desktop_app.domain.working_time import norm_of
from desktop_app.errors import AppError, Message
from desktop_app.i18n import N_
from desktop_app.law import Fact


class ShareFrom(StrEnum):
    """How the part of the norm that was worked is known."""

    HOURS = "hours"
    DAYS = "days"
    WHOLE = "whole"


@dataclass(frozen=True)
class PayOfMonth:
    """What a month's work brings as agreed, in tenge, whether paid or not; `hours` or `days` worked, if known."""

    month: date
    pay: Decimal
    hours: Decimal | None = None
    days: Decimal | None = None


@dataclass(frozen=True)
class MonthGap:
    """One month: `minimum` x `worked` / `norm` = `least`; `gap` is what `pay` lacks of it, rounded half up once."""

    month: date
    pay: Decimal
    minimum: Decimal
    share_from: ShareFrom
    worked: Decimal
    norm: Fraction
    least: Decimal
    gap: Decimal


@dataclass(frozen=True)
class MinimumWageGap:
    """All months that could be compared, oldest first, and the sum of what is missing in tenge."""

    months: tuple[MonthGap, ...]
    gap: Decimal
    facts: tuple[Fact, ...]
    warnings: tuple[Message, ...]


def minimum_wage_gap(months: Iterable[PayOfMonth], terms: WageTerms) -> MinimumWageGap:
    """Compare each month's pay with the minimum wage of that month.

    A worker who worked the whole norm gets the whole minimum, otherwise a part of it in proportion to the time worked
    (hours before days). Where the time is not known, pay by the month is compared with the whole minimum; for other
    ways of pay the month is left out with a warning. Raises InvalidInput for absurd sums.
    """
    found, facts, warnings = [], [], []
    for month in sorted(months, key=_order):
        refuse_absurd(month.pay, "pay")
        try:
            minimum = law.value("minimum_wage", month.month)
        except AppError as error:
            warnings.append(error.message)
            continue
        compared = _compared(month, terms, minimum.fact.number)
        if compared is None:
            text = N_("%(month)s: type the hours worked, to compare the pay with the minimum wage.")
            warnings.append(Message(text, {"month": f"{month.month:%m.%Y}"}))
            continue
        found.append(compared)
        warnings += minimum.warnings
        if compared.gap:
            facts += [law.fact("lc.103.2"), law.fact("lc.104"), minimum.fact]
    return MinimumWageGap(
        months=tuple(found),
        gap=sum((month.gap for month in found), NOTHING),
        facts=tuple(dict.fromkeys(facts)),
        warnings=unlike((*warnings, *_warnings(found, terms))),
    )


def hourly_minimum(month: date, terms: WageTerms) -> Fraction:
    """The minimum for one hour: the minimum wage by the average monthly hours of that year (article 104, item 2).

    The average is the norm of the twelve months by twelve, counted from the calendar; the Code gives no number, so it
    is marked for the lawyer where it is shown. Raises AppError for a month before the table of minimum wages.
    """
    minimum = law.value("minimum_wage", month).fact.number
    year = [norm_of(date(month.year, number, 1), terms).hours for number in range(1, 13)]
    return Fraction(minimum) * len(year) / sum(year)


def _compared(month: PayOfMonth, terms: WageTerms, minimum: Decimal) -> MonthGap | None:
    norm = norm_of(month.month, terms)
    if month.hours is not None:
        how, worked, whole = ShareFrom.HOURS, month.hours, norm.hours
    elif month.days is not None:
        how, worked, whole = ShareFrom.DAYS, month.days, Fraction(norm.days)
    elif terms.basis is PayBasis.MONTHLY:
        how, worked, whole = ShareFrom.WHOLE, Decimal(norm.days), Fraction(norm.days)
    else:
        return None
    share = min(Fraction(worked) / whole, Fraction(1)) if whole else Fraction(1)
    least = tenge(Fraction(minimum) * share)
    gap = max(least - month.pay, NOTHING)
    return MonthGap(month.month, month.pay, minimum, how, worked, whole, least, gap)


def _warnings(found: list[MonthGap], terms: WageTerms) -> Iterator[Message]:
    below = [month for month in found if month.gap]
    if any(month.share_from is ShareFrom.WHOLE for month in below):
        yield Message(
            N_("The whole norm is taken as worked. If it was less, type the hours: the minimum is then less too.")
        )
    if any(month.worked < month.norm for month in below):
        yield Message(N_("The minimum is counted in proportion to the norm of the month. To be checked by the lawyer."))
    if below:
        yield Message(
            N_(
                "The sums are compared as they were typed. If the pay was typed after taxes, add them first. "
                "To be checked by the lawyer."
            )
        )
    if terms.basis is PayBasis.HOURLY and terms.rate_in_tenge > 0:
        rate = Fraction(terms.rate_in_tenge)
        low = [month.month for month in found if rate < hourly_minimum(month.month, terms)]
        if low:
            text = N_(
                "The pay of an hour is below the hourly minimum, counted by the average monthly hours of the year. "
                "To be checked by the lawyer."
            )
            yield Message(text)


def _order(month: PayOfMonth) -> tuple[date, Decimal]:
    return month.month, month.pay
