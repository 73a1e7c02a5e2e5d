"""Overtime, night hours and work on days off: what is owed for them (Labour Code, articles 78, 108, 109, 110)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from desktop_app import law
from desktop_app.domain.complaints import Evidence, PayBasis, WageTerms
from desktop_app.domain.exact import in_words, tenge
from desktop_app.domain.money import NOTHING
from desktop_app.domain.penalty import refuse_absurd, unlike
from desktop_app.domain.working_time import NormOfMonth, day_hours, norm_of
from desktop_app.errors import InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.law import Fact


class HourKind(StrEnum):
    """What raises the pay of an hour."""

    OVERTIME = "overtime"
    NIGHT = "night"
    DAY_OFF = "day_off"


class RateFrom(StrEnum):
    """How the pay of one hour was found."""

    ENTERED = "entered"
    HOURLY = "hourly"
    DAILY = "daily"
    MONTHLY = "monthly"


NORMS: Final = {HourKind.OVERTIME: "lc.108", HourKind.NIGHT: "lc.110", HourKind.DAY_OFF: "lc.109"}
_COEFFICIENTS: Final = {kind: f"{kind}.coefficient" for kind in HourKind}

# Whose ordinary pay stands in the wages already: a month's pay covers its night shifts but not what is worked beyond
# the norm; days and hours that are counted one by one are all paid once.
_IN_THE_WAGES: Final = {
    PayBasis.MONTHLY: frozenset({HourKind.NIGHT}),
    PayBasis.LUMP_SUM: frozenset({HourKind.NIGHT}),
    PayBasis.DAILY: frozenset({HourKind.NIGHT, HourKind.DAY_OFF}),
    PayBasis.HOURLY: frozenset(HourKind),
    PayBasis.PIECE: frozenset(HourKind),
}


@dataclass(frozen=True)
class HoursMonth:
    """Hours of one month. `month` is its first day; `worked` counts all hours, None when nobody knows.

    An hour at night on a day off stands under both: they are paid separately (article 110). `hour` is the pay of one
    hour in tenge, None to count it from the terms. `paid` is what came for these hours, ordinary pay included; None
    when it is not known: then the ordinary pay that stands in the wages is taken off.
    """

    month: date
    worked: Decimal | None = None
    overtime: Decimal = Decimal(0)
    night: Decimal = Decimal(0)
    day_off: Decimal = Decimal(0)
    hour: Decimal | None = None
    paid: Decimal | None = None
    evidence: Evidence = Evidence.SAYS

    def hours(self, kind: HourKind) -> Decimal:
        """The hours of one kind."""
        return {HourKind.OVERTIME: self.overtime, HourKind.NIGHT: self.night, HourKind.DAY_OFF: self.day_off}[kind]


@dataclass(frozen=True)
class HourRate:
    """The pay of one hour in tenge, unrounded: `pay` / `hours` (of the norm of the month, or of a day)."""

    exact: Fraction
    how: RateFrom
    pay: Decimal
    hours: Fraction
    days: int
    facts: tuple[Fact, ...]
    warnings: tuple[Message, ...]


@dataclass(frozen=True)
class HoursPart:
    """Hours of one kind: `exact` is hours x rate x coefficient in tenge, before rounding.

    `in_wages`: the ordinary pay of these hours, `ordinary` tenge, stands in the wages and is taken off.
    """

    kind: HourKind
    hours: Decimal
    coefficient: Decimal
    exact: Fraction
    ordinary: Fraction
    in_wages: bool


@dataclass(frozen=True)
class HoursOwed:
    """What one month's hours come to in tenge: `due` - `taken_off` = `owed`, never below nothing.

    `taken_off` is what was paid for them or, where that is not known, the ordinary pay that stands in the wages.
    """

    month: date
    evidence: Evidence
    rate: HourRate
    parts: tuple[HoursPart, ...]
    due: Decimal
    taken_off: Decimal
    owed: Decimal


@dataclass(frozen=True)
class Overtime:
    """All months, oldest first, and their sum. `findings` say which limits of article 78 were passed."""

    months: tuple[HoursOwed, ...]
    owed: Decimal
    findings: tuple[Message, ...]
    facts: tuple[Fact, ...]
    warnings: tuple[Message, ...]


def overtime(months: Iterable[HoursMonth], terms: WageTerms) -> Overtime:
    """What is owed for overtime, nights and days off, month by month.

    Raises InvalidInput (`hour`) where the pay of an hour is neither given nor can be counted, and for absurd sums;
    AppError for months before the law tables.
    """
    rows = sorted(months, key=_order)
    counted = tuple(_owed(row, terms) for row in rows)
    facts = [fact for row in rows for kind in HourKind if row.hours(kind) for fact in _facts(kind, row.month)]
    facts += [fact for month in counted for fact in month.rate.facts]
    findings = tuple(_limits(rows))
    if findings:
        facts.append(law.fact("lc.78"))
    return Overtime(
        months=counted,
        owed=sum((month.owed for month in counted), NOTHING),
        findings=findings,
        facts=tuple(dict.fromkeys(facts)),
        warnings=unlike(_warnings(rows, counted, terms)),
    )


def hour_rate(row: HoursMonth, terms: WageTerms) -> HourRate:
    """The pay of one hour: as entered, as agreed by the hour, or the pay of a month or day by the hours of its norm.

    No norm we have read says how an hour of monthly or daily pay is found, so that is marked for the lawyer.
    Raises InvalidInput (`hour`) for pay by the piece or for the whole work.
    """
    if row.hour is not None:
        refuse_absurd(row.hour, "hour")
        return HourRate(Fraction(row.hour), RateFrom.ENTERED, row.hour, Fraction(1), 0, (), ())
    pay = terms.rate_in_tenge
    refuse_absurd(pay, "rate")
    if terms.basis is PayBasis.HOURLY:
        return HourRate(Fraction(pay), RateFrom.HOURLY, pay, Fraction(1), 0, (), ())
    norm = norm_of(row.month, terms)
    if terms.basis is PayBasis.MONTHLY:
        return _divided(pay, norm.hours, RateFrom.MONTHLY, norm, _BY_THE_MONTH)
    if terms.basis is PayBasis.DAILY:
        return _divided(pay, day_hours(norm.week_hours), RateFrom.DAILY, norm, _BY_THE_DAY)
    raise InvalidInput((Problem("hour", Message(_NO_HOUR)),))


_BY_THE_MONTH: Final = N_(
    "The pay of an hour is the pay of the month divided by the hours of its norm. To be checked by the lawyer."
)
_BY_THE_DAY: Final = N_(
    "The pay of an hour is the pay of a day divided by the hours of a working day. To be checked by the lawyer."
)
_NO_HOUR: Final = N_("Type the pay of one hour: pay by the piece or for the whole work does not tell it.")


def _divided(pay: Decimal, hours: Fraction, how: RateFrom, norm: NormOfMonth, why: str) -> HourRate:
    exact = Fraction(pay) / hours if hours else Fraction()
    return HourRate(exact, how, pay, hours, norm.days, norm.facts, (Message(why), *norm.warnings))


def _owed(row: HoursMonth, terms: WageTerms) -> HoursOwed:
    rate = hour_rate(row, terms)
    parts = tuple(_part(row, kind, rate, terms) for kind in HourKind if row.hours(kind) > 0)
    exact = sum((part.exact for part in parts), Fraction())
    due = tenge(exact)
    refuse_absurd(due, "overtime")
    if row.paid is not None:
        refuse_absurd(row.paid, "paid")
        return HoursOwed(row.month, row.evidence, rate, parts, due, row.paid, max(due - row.paid, NOTHING))
    owed = tenge(exact - sum((part.ordinary for part in parts if part.in_wages), Fraction()))
    return HoursOwed(row.month, row.evidence, rate, parts, due, due - owed, owed)


def _part(row: HoursMonth, kind: HourKind, rate: HourRate, terms: WageTerms) -> HoursPart:
    coefficient = law.value(_COEFFICIENTS[kind], row.month).fact.number
    ordinary = Fraction(row.hours(kind)) * rate.exact
    in_wages = row.paid is None and kind in _IN_THE_WAGES[terms.basis]
    return HoursPart(kind, row.hours(kind), coefficient, ordinary * Fraction(coefficient), ordinary, in_wages)


def _facts(kind: HourKind, month: date) -> tuple[Fact, Fact]:
    return law.fact(NORMS[kind]), law.value(_COEFFICIENTS[kind], month).fact


def _limits(rows: list[HoursMonth]) -> Iterator[Message]:
    """Overtime beyond what the law allows a month and a year: it is owed all the same."""
    years: dict[int, Decimal] = defaultdict(Decimal)
    for row in rows:
        years[row.month.year] += row.overtime
        most = law.value("overtime.most_month", row.month).fact.number
        if row.overtime > most:
            text = N_("Hours of overtime in %(month)s: %(hours)s. The law allows %(most)s a month.")
            said = {"month": f"{row.month:%m.%Y}", "hours": in_words(row.overtime), "most": in_words(most)}
            yield Message(text, said)
    for year, hours in years.items():
        most = law.value("overtime.most_year", date(year, 12, 31)).fact.number
        if hours > most:
            text = N_(
                "Hours of overtime in %(year)s: %(hours)s. Where working time is counted in sum, the law allows "
                "%(most)s a year."
            )
            yield Message(text, {"year": year, "hours": in_words(hours), "most": in_words(most)})


def _warnings(rows: list[HoursMonth], counted: tuple[HoursOwed, ...], terms: WageTerms) -> Iterator[Message]:
    for month in counted:
        yield from month.rate.warnings
        if any(part.in_wages for part in month.parts):
            yield Message(
                N_(
                    "Where it is not entered what was paid for these hours, their ordinary pay is taken to stand in "
                    "the wages, and only what comes on top is counted. To be checked by the lawyer."
                )
            )
    for row in rows:
        for kind in HourKind:
            if row.hours(kind):
                yield from law.value(_COEFFICIENTS[kind], row.month).warnings
        if row.night and row.day_off:
            yield Message(N_("Night hours on days off are counted for both: the law has them paid separately."))
        if row.worked is not None:
            beyond = Fraction(row.worked) - norm_of(row.month, terms).hours
            listed = Fraction(row.overtime) + Fraction(row.day_off)
            if beyond > listed:
                text = N_(
                    "Hours of %(month)s beyond the norm that stand neither under overtime nor days off: %(hours)s."
                )
                left = beyond - listed
                hours = in_words(Decimal(left.numerator) / left.denominator)
                yield Message(text, {"month": f"{row.month:%m.%Y}", "hours": hours})


def _order(row: HoursMonth) -> tuple[date, Evidence, Decimal, Decimal, Decimal]:
    return row.month, row.evidence, row.overtime, row.night, row.day_off
