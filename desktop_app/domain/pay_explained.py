"""How sums beyond the wages were counted, line by line, so that a judge can count them again by hand."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

from desktop_app.domain.deductions import Deductions
from desktop_app.domain.exact import shown
from desktop_app.domain.leave import Leave
from desktop_app.domain.minimum_wage import MinimumWageGap, ShareFrom
from desktop_app.domain.overtime import HourKind, HoursOwed, Overtime, RateFrom
from desktop_app.domain.pay_claims import PayClaims
from desktop_app.domain.working_time import CALENDAR_DAYS_A_WEEK, WORKING_DAYS_A_WEEK
from desktop_app.i18n import N_, Translator, format_money, format_number

HOUR_KINDS: Final = {
    HourKind.OVERTIME: N_("overtime"),
    HourKind.NIGHT: N_("night"),
    HourKind.DAY_OFF: N_("days off and holidays"),
}
_RATES: Final = {
    RateFrom.ENTERED: N_("%(month)s, one hour: %(rate)s, as typed."),
    RateFrom.HOURLY: N_("%(month)s, one hour: %(rate)s, as agreed."),
    RateFrom.DAILY: N_("%(month)s, one hour: %(pay)s for a day / %(hours)s hours of a day = %(rate)s."),
    RateFrom.MONTHLY: N_(
        "%(month)s, one hour: %(pay)s for the month / %(hours)s hours of the norm = %(rate)s. Working days: %(days)s."
    ),
}


def explained(claims: PayClaims, tr: Translator) -> tuple[str, ...]:
    """Every step of the count in the language of `tr`; nothing for what comes to nothing."""
    return (
        *(_hours(claims.overtime, tr) if claims.overtime else ()),
        *(_minimum(claims.minimum_wage, tr) if claims.minimum_wage else ()),
        *(_deductions(claims.deductions, tr) if claims.deductions else ()),
        *(_leave(claims.leave, tr) if claims.leave else ()),
    )


def _hours(found: Overtime, tr: Translator) -> Iterator[str]:
    for month in found.months:
        if month.parts:
            yield from _month_of_hours(month, tr)


def _month_of_hours(month: HoursOwed, tr: Translator) -> Iterator[str]:
    named = f"{month.month:%m.%Y}"
    yield tr(
        _RATES[month.rate.how],
        month=named,
        pay=format_money(month.rate.pay, tr.code),
        hours=_exact(month.rate.hours, tr),
        days=month.rate.days,
        rate=_exact(month.rate.exact, tr),
    )
    plain = N_("%(month)s, %(kind)s: %(hours)s × %(rate)s × %(coefficient)s = %(sum)s.")
    on_top = N_(
        "%(month)s, %(kind)s: %(hours)s × %(rate)s × (%(coefficient)s − 1) = %(sum)s; the ordinary pay of these hours "
        "stands in the wages."
    )
    for part in month.parts:
        yield tr(
            on_top if part.in_wages else plain,
            month=named,
            kind=tr(HOUR_KINDS[part.kind]),
            hours=_number(part.hours, tr),
            rate=_rate(month, tr),
            coefficient=_number(part.coefficient, tr),
            sum=_exact(part.exact - part.ordinary if part.in_wages else part.exact, tr),
        )
    if any(part.in_wages for part in month.parts) or not month.taken_off:
        yield tr(N_("%(month)s, rounded: %(sum)s."), month=named, sum=format_money(month.owed, tr.code))
        return
    yield tr(
        N_("%(month)s, rounded: %(due)s, less %(paid)s that was paid for these hours: %(sum)s."),
        month=named,
        due=format_money(month.due, tr.code),
        paid=format_money(month.taken_off, tr.code),
        sum=format_money(month.owed, tr.code),
    )


def _rate(month: HoursOwed, tr: Translator) -> str:
    """The pay of an hour as it enters a product: unrounded, so that the product comes out to the tiyn."""
    if month.rate.how in (RateFrom.ENTERED, RateFrom.HOURLY):
        return _exact(month.rate.exact, tr)
    return f"{_number(month.rate.pay, tr)} / {_exact(month.rate.hours, tr)}"


def _minimum(found: MinimumWageGap, tr: Translator) -> Iterator[str]:
    whole = N_("%(month)s: minimum wage %(minimum)s, less the pay %(pay)s: %(gap)s.")
    part = N_("%(month)s: minimum wage %(minimum)s × %(worked)s / %(norm)s = %(least)s, less the pay %(pay)s: %(gap)s.")
    for month in found.months:
        if month.gap:
            yield tr(
                whole if month.share_from is ShareFrom.WHOLE or month.worked >= month.norm else part,
                month=f"{month.month:%m.%Y}",
                minimum=format_money(month.minimum, tr.code),
                worked=_number(month.worked, tr),
                norm=_exact(month.norm, tr),
                least=format_money(month.least, tr.code),
                pay=format_money(month.pay, tr.code),
                gap=format_money(month.gap, tr.code),
            )


def _deductions(found: Deductions, tr: Translator) -> Iterator[str]:
    for month in found.months:
        said = {"month": f"{month.month:%m.%Y}", "taken": format_money(month.taken, tr.code)}
        groundless = format_money(month.taken - month.lawful, tr.code)
        unlawful = format_money(month.unlawful, tr.code)
        if month.limit is None or not month.over_limit:
            text = N_("%(month)s: kept back %(taken)s, of it without a lawful ground %(groundless)s.")
            yield tr(text, groundless=groundless, **said)
            continue
        yield tr(
            N_(
                "%(month)s: kept back %(taken)s, of it without a lawful ground %(groundless)s and beyond the limit of "
                "%(limit)s another %(over)s: together %(unlawful)s."
            ),
            groundless=groundless,
            limit=format_money(month.limit, tr.code),
            over=format_money(month.over_limit, tr.code),
            unlawful=unlawful,
            **said,
        )


def _leave(found: Leave, tr: Translator) -> Iterator[str]:
    days = _number(found.days_a_year, tr)
    earned = " + ".join(f"{days} × {year.worked} / {year.length}" for year in found.years)
    yield tr(
        N_("Leave earned: %(parts)s = %(earned)s days. Used: %(used)s. Unused: %(unused)s."),
        parts=earned,
        earned=_exact(found.earned, tr),
        used=_number(found.used, tr),
        unused=_exact(found.unused, tr),
    )
    average = found.average
    if average is None or not found.compensation:
        return
    product = _exact(average.exact, tr)
    if not average.entered:
        product = (
            f"{_number(average.earnings, tr)} / {_exact(average.days, tr)} × "
            f"{WORKING_DAYS_A_WEEK} / {CALENDAR_DAYS_A_WEEK}"
        )
        yield tr(
            N_(
                "Average pay of a day: %(earnings)s / %(days)s working days × %(working)s / %(calendar)s = "
                "%(average)s. Months taken: %(months)s."
            ),
            earnings=format_money(average.earnings, tr.code),
            days=_exact(average.days, tr),
            working=WORKING_DAYS_A_WEEK,
            calendar=CALENDAR_DAYS_A_WEEK,
            average=_exact(average.exact, tr),
            months=", ".join(f"{month:%m.%Y}" for month in average.months),
        )
    yield tr(
        N_("Compensation: (%(earned)s − %(used)s) × %(average)s = %(sum)s."),
        earned=earned,
        used=_number(found.used, tr),
        average=product,
        sum=format_money(found.compensation, tr.code),
    )


def _exact(number: Fraction, tr: Translator) -> str:
    return format_number(shown(number), tr.code)


def _number(number: Decimal, tr: Translator) -> str:
    return _exact(Fraction(number), tr)
