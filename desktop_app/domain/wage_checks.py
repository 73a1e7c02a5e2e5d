"""What is wrong with sums, days and quantities of the wage complaint, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from desktop_app.domain.cases import MoneyEntry
from desktop_app.domain.complaints import TENGE, PayBasis, WagePayment, WagePeriod, WageTerms, WorkerWages
from desktop_app.domain.exchange import CURRENCIES
from desktop_app.domain.money import LARGEST_AMOUNT, TIYN
from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_

LARGEST_QUANTITY: Final = Decimal(100_000)
LONGEST_MONEY_NOTE: Final = 1_000
MOST_ROWS: Final = 600
HOURS_IN_A_WEEK: Final = 168
_LARGEST_RATE: Final = Decimal(100_000)
_FINEST_RATE: Final = Decimal("0.000001")
_LONGEST_SOURCE: Final = 200
_EARLIEST_DAY: Final = date(1991, 12, 16)
_FARTHEST_DUE: Final = timedelta(days=3653)
_FINEST_QUANTITY: Final = Decimal("0.001")


def problems_of_wages(wages: WorkerWages, today: date) -> tuple[Problem, ...]:
    """Problems of one worker's wages: `rate`, `pay_day`, `ended_on`, `periods[2].says`, `payments[0].paid_on` …"""
    found = [*_problems_of_terms(wages, today)]
    for rows, field in ((wages.periods, "periods"), (wages.payments, "payments")):
        if len(rows) > MOST_ROWS:
            message = Message(N_("There are too many rows: at most %(count)s."), {"count": MOST_ROWS})
            return (*found, Problem(field, message))
    months: set[tuple[int, int]] = set()
    for place, period in enumerate(wages.periods):
        month = (period.month.year, period.month.month)
        if month in months:
            found.append(Problem(f"periods[{place}].month", Message(N_("This month is in the table already."))))
        months.add(month)
        found += _problems_of_period(period, wages.terms, f"periods[{place}].", today)
    for place, payment in enumerate(wages.payments):
        found += _problems_of_payment(payment, f"payments[{place}].", today)
        if payment.month is not None and (payment.month.year, payment.month.month) not in months:
            message = Message(N_("The payment names a month that is not in the table of months."))
            found.append(Problem(f"payments[{place}].month", message))
    return tuple(found)


def problems_of_money(entry: MoneyEntry, today: date) -> tuple[Problem, ...]:
    """Problems of a sum claimed, awarded or received."""
    found = [*problem_of_amount("amount", entry.amount), *problem_of_past_day("on", entry.on, today)]
    if not found and entry.amount == 0:
        found.append(Problem("amount", Message(N_("Type an amount above zero."))))
    return (*found, *problem_of_text("note", entry.note, LONGEST_MONEY_NOTE))


def problem_of_text(field: str, text: str, longest: int) -> Iterator[Problem]:
    """A text may have at most `longest` characters."""
    if len(text) > longest:
        message = N_("This text is too long: %(length)s characters. At most %(longest)s fit here.")
        yield Problem(field, Message(message, {"length": len(text), "longest": longest}))


def problem_of_amount(field: str, amount: Decimal) -> Iterator[Problem]:
    """Tenge are a number from zero to 1,000,000,000,000 with at most two decimals."""
    if not amount.is_finite():
        yield Problem(field, Message(N_("This is not an amount.")))
    elif amount < 0:
        yield Problem(field, Message(N_("The amount cannot be less than zero.")))
    elif amount > LARGEST_AMOUNT:
        yield Problem(field, Message(N_("This amount is too large to be right. Check the number of zeros.")))
    elif amount % TIYN:
        yield Problem(field, Message(N_("An amount has at most two digits after the decimal comma.")))


def problem_of_past_day(field: str, day: date, today: date) -> Iterator[Problem]:
    """A day that must have come already, and not before Kazakhstan's independence."""
    if day > today:
        yield Problem(field, Message(N_("The date is in the future.")))
    elif day < _EARLIEST_DAY:
        yield Problem(field, Message(N_("The date is too long ago. Check the year.")))


def _problems_of_terms(wages: WorkerWages, today: date) -> Iterator[Problem]:
    terms = wages.terms
    yield from problem_of_amount("rate", terms.rate)
    if terms.rate == 0 and any(_words(period) == (None, None, None) for period in wages.periods):
        yield Problem("rate", Message(N_("Type the rate, or the sum of each month.")))
    if terms.pay_day is not None and not 1 <= terms.pay_day <= 31:
        yield Problem("pay_day", Message(N_("The pay day is a day of the month, from 1 to 31.")))
    if terms.ended_on is not None:
        told = tuple(problem_of_past_day("ended_on", terms.ended_on, today))
        yield from told
        if not told and any(period.month > terms.ended_on for period in wages.periods):
            yield Problem("ended_on", Message(N_("A month in the table begins after the last day of work.")))
    yield from _problems_of_exchange(terms, today)
    if terms.week_hours is not None and not (0 < terms.week_hours <= HOURS_IN_A_WEEK):
        yield Problem("week_hours", Message(N_("A week has more than 0 and at most 168 hours.")))
    if terms.basis is PayBasis.LUMP_SUM and len(wages.periods) > 1:
        yield Problem("periods", Message(N_("A lump sum for the whole work has one row only.")))


def _problems_of_exchange(terms: WageTerms, today: date) -> Iterator[Problem]:
    """Problems of the currency of a promise: `currency`, `exchange_rate`, `exchange_on`, `exchange_source`."""
    if terms.currency == TENGE:
        return
    if terms.currency not in CURRENCIES:
        yield Problem("currency", Message(N_("Choose the currency from the list.")))
    yield from _problem_of_rate(terms.exchange_rate)
    if terms.exchange_on is None:
        yield Problem("exchange_on", Message(N_("Type the day of the rate.")))
    else:
        yield from problem_of_past_day("exchange_on", terms.exchange_on, today)
    if not terms.exchange_source.strip():
        yield Problem("exchange_source", Message(N_("Say where the rate is from, for example the National Bank.")))
    yield from problem_of_text("exchange_source", terms.exchange_source, _LONGEST_SOURCE)


def _problem_of_rate(rate: Decimal | None) -> Iterator[Problem]:
    if rate is None:
        yield Problem("exchange_rate", Message(N_("Type how many tenge one unit cost on that day.")))
    elif not rate.is_finite() or rate <= 0 or rate > _LARGEST_RATE or rate % _FINEST_RATE:
        message = N_("The rate is a number above 0 and at most %(largest)s, with at most six decimals.")
        yield Problem("exchange_rate", Message(message, {"largest": int(_LARGEST_RATE)}))


def _problems_of_period(period: WagePeriod, terms: WageTerms, place: str, today: date) -> Iterator[Problem]:
    yield from problem_of_past_day(f"{place}month", period.month.replace(day=1), today)
    if period.quantity is not None:
        yield from _problem_of_quantity(f"{place}quantity", period.quantity)
    elif _words(period) == (None, None, None) and terms.basis not in (PayBasis.MONTHLY, PayBasis.LUMP_SUM):
        yield Problem(f"{place}quantity", Message(N_("Type how many days, shifts, hours or pieces, or the sum.")))
    for field, amount in zip(("says", "paper", "admits"), _words(period), strict=True):
        if amount is not None:
            yield from problem_of_amount(place + field, amount)
    if period.due_on is not None and period.due_on < period.month:
        yield Problem(f"{place}due_on", Message(N_("The pay cannot fall due before the month of work begins.")))
    elif period.due_on is not None and period.due_on > today + _FARTHEST_DUE:
        yield Problem(f"{place}due_on", Message(N_("This date is more than ten years away. Check the year.")))


def _problem_of_quantity(field: str, quantity: Decimal) -> Iterator[Problem]:
    if not quantity.is_finite() or quantity < 0 or quantity > LARGEST_QUANTITY or quantity % _FINEST_QUANTITY:
        message = N_("The quantity is a number from 0 to %(largest)s with at most three decimals.")
        yield Problem(field, Message(message, {"largest": int(LARGEST_QUANTITY)}))


def _problems_of_payment(payment: WagePayment, place: str, today: date) -> Iterator[Problem]:
    yield from problem_of_amount(f"{place}amount", payment.amount)
    yield from problem_of_past_day(f"{place}paid_on", payment.paid_on, today)


def _words(period: WagePeriod) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    return period.says, period.paper, period.admits
