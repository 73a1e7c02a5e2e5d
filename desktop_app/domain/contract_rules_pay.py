"""What is found about pay, deductions and fines in a labour contract."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Final

from desktop_app import law
from desktop_app.domain.contract_check import (
    Contract,
    Hit,
    Rule,
    Tenge,
    Weight,
    if_among,
    if_code,
    if_no,
    if_yes,
)
from desktop_app.domain.money import rounded
from desktop_app.i18n import N_
from desktop_app.law import Dated

_WORKING_DAYS: Final = 5  # of a week, as the calendar of working days counts it


def _late(contract: Contract) -> Hit | None:
    """Paid on a day after the last one the law allows (Labour Code, article 113(1))."""
    day, last = contract.number("pay_day"), contract.value("pay.last_day")
    named = contract.code("pay_when") in ("", "monthly") and contract.code("pay_month") != "same"
    if day is None or last is None or not named or day <= last.fact.number:
        return None
    return Hit({"day": day, "last": last.fact.number}, (last.fact,), last.warnings)


def _below_minimum(contract: Contract) -> Hit | None:
    """A month's pay under the minimum wage of the day, in proportion to the hours (articles 103(2) and 104)."""
    pay, least = contract.number("pay"), contract.value("minimum_wage")
    if pay is None or least is None or contract.code("pay_basis") not in ("", "monthly"):
        return None
    return _under(pay, _least(contract, least), least)


def _below_minimum_by_hours(contract: Contract) -> Hit | None:
    """A day's or hour's pay that comes to less than the minimum wage over a month of the whole norm."""
    pay, least, week = contract.number("pay"), contract.value("minimum_wage"), contract.value("week.hours")
    basis = contract.code("pay_basis")
    if pay is None or least is None or week is None or basis not in ("daily", "hourly"):
        return None
    month = pay * _working_days_of_a_month(contract.on.year)
    if basis == "hourly":
        month = month * week.fact.number / _WORKING_DAYS
    return _under(rounded(month), least.fact.number, least)


def _under(month: Decimal, least: Decimal, value: Dated) -> Hit | None:
    if month >= least:
        return None
    params = {"pay": Tenge(month), "least": Tenge(least)}
    return Hit(params, (value.fact,), value.warnings)


def _least(contract: Contract, least: Dated) -> Decimal:
    """The minimum wage for the hours of the contract; the whole one when they are not known."""
    hours, week = contract.number("week_hours"), contract.value("week.hours")
    if hours is None or week is None or not hours or hours >= week.fact.number:
        return least.fact.number
    return rounded(least.fact.number * hours / week.fact.number)


@cache
def _working_days_of_a_month(year: int) -> Decimal:
    """Working days of an average month of a year."""
    first, last = date(year, 1, 1), date(year, 12, monthrange(year, 12)[1])
    days = (first + timedelta(days=at) for at in range((last - first).days + 1))
    return Decimal(sum(not law.is_day_off(day) for day in days)) / 12


PAY: Final = (
    Rule(
        "pay.late",
        Weight.UNLAWFUL,
        _late,
        N_(
            "Pay is promised on day %(day)s of the next month. The law allows no later than day %(last)s, "
            "the end of its first ten days."
        ),
        N_(
            "Whatever the contract says, the arrears and the penalty are counted from the day of the law. Ask to "
            "mend it."
        ),
        ("lc.113.1",),
        ("koap.87.1",),
    ),
    Rule(
        "pay.rare",
        Weight.UNLAWFUL,
        if_code("pay_when", "at_the_end"),
        N_("Pay is promised once, at the end. Wages are paid at least once a month."),
        N_("Count the wages month by month now, and ask for them in writing before the season ends."),
        ("lc.113.1",),
        ("koap.87.1",),
    ),
    Rule(
        "pay.client",
        Weight.UNLAWFUL,
        if_code("pay_when", "client"),
        N_("Pay depends on whether the customer pays the employer. The employer owes wages each month in any case."),
        N_("Count the wages month by month; the customer’s delay does not move the day."),
        ("lc.113.1",),
        ("koap.87.1",),
    ),
    Rule(
        "pay.day_unsaid",
        Weight.MISSING,
        if_code("pay_when", "unsaid"),
        N_("No day of payment is named; the labour or collective contract sets it."),
        N_("Until a day is agreed, count from the last day that the law allows. Ask to add the day."),
        ("lc.113.1",),
    ),
    Rule(
        "pay.minimum",
        Weight.UNLAWFUL,
        _below_minimum,
        N_("The pay of %(pay)s a month is under the minimum wage, which for these hours is %(least)s."),
        N_("Claim the difference for each month worked, and log it as a wage complaint."),
        ("lc.103.2", "lc.104"),
        ("koap.87.1",),
    ),
    Rule(
        "pay.minimum",
        Weight.WORRYING,
        _below_minimum_by_hours,
        N_("At the whole norm of hours this pay comes to about %(pay)s a month, under the minimum wage of %(least)s."),
        N_("Count one real month by the hours worked; let the lawyer check the hourly minimum."),
        ("lc.103.2", "lc.104"),
        ("koap.87.1",),
    ),
    Rule(
        "pay.unsaid",
        Weight.MISSING,
        if_code("pay_basis", "none"),
        N_("No sum of pay is named in the contract."),
        N_("Write down what was promised, by whom and before whom, and keep messages and photographs."),
        ("lc.28.1.7",),
    ),
    Rule(
        "pay.currency",
        Weight.UNLAWFUL,
        if_no("pay_tenge"),
        N_("Pay is named in another currency. Wages are set and paid in tenge."),
        N_("Keep the rate of the day and its source with the complaint. Ask to name the sum in tenge."),
        ("lc.113.1",),
    ),
    Rule(
        "pay.in_kind",
        Weight.UNLAWFUL,
        if_yes("pay_in_kind"),
        N_("Part of the pay is given in goods, food or housing. Wages are paid in money."),
        N_("List what was given instead of money, when, and at what price."),
        ("lc.113.1",),
        ("koap.87.1",),
    ),
    Rule(
        "pay.overtime",
        Weight.UNLAWFUL,
        if_among("unpaid", "overtime"),
        N_("Overtime is not paid extra."),
        N_("Write down the days and hours of overtime and log the complaint about overtime."),
        ("lc.108",),
        ("koap.87.3",),
    ),
    Rule(
        "pay.nights",
        Weight.UNLAWFUL,
        if_among("unpaid", "nights"),
        N_("Night hours are not paid extra."),
        N_("Write down the nights worked and log the complaint about overtime."),
        ("lc.110",),
        ("koap.87.3",),
    ),
    Rule(
        "pay.days_off",
        Weight.UNLAWFUL,
        if_among("unpaid", "days_off"),
        N_("Work on days off and holidays is not paid extra."),
        N_("Write down the days off that were worked and log the complaint about overtime."),
        ("lc.109",),
        ("koap.87.3",),
    ),
)
