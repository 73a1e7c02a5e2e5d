"""Pay that a whole crew agreed on, and what one worker's line of the list adds to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from desktop_app.domain.complaints import PayBasis, WagePeriod, WageTerms, WorkerWages
from desktop_app.errors import InvalidInput, Message, Problem
from desktop_app.i18n import N_

COUNTED: Final = frozenset({PayBasis.DAILY, PayBasis.HOURLY, PayBasis.PIECE})
"""Bases on which pay needs a number of days, shifts, hours or pieces."""

MOST_MONTHS: Final = 120


@dataclass(frozen=True)
class CrewPay:
    """What holds for all: the terms, and the months of work (first days, in order) that were not paid in full."""

    terms: WageTerms
    months: tuple[date, ...]


@dataclass(frozen=True)
class OwnPay:
    """What one worker's line says. `quantities` by month; `quantity` and `owed` (tenge) for the whole time."""

    rate: Decimal | None = None
    quantities: Mapping[date, Decimal] | None = None
    quantity: Decimal | None = None
    owed: Decimal | None = None


def months_between(first: date, last: date) -> tuple[date, ...]:
    """The first days of the months from `first` to `last`, both included; none when the order is wrong."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    starts = (first.year * 12 + first.month - 1 + number for number in range(min(count, MOST_MONTHS)))
    return tuple(date(number // 12, number % 12 + 1, 1) for number in starts)


def wages_of(pay: CrewPay, own: OwnPay) -> WorkerWages:
    """The worker's wages. Raises InvalidInput (`owed`, `quantity`) when a sum for the whole time has several months."""
    terms = pay.terms
    if own.rate is not None:
        terms = replace(terms, rate=own.rate)
    months = pay.months[-1:] if terms.basis is PayBasis.LUMP_SUM else pay.months
    whole = own.owed is not None or (own.quantity is not None and terms.basis in COUNTED)
    if whole and len(months) != 1 and not own.quantities:
        field = "owed" if own.owed is not None else "quantity"
        message = N_("This is for several months together. Choose one month, or give each month its own column.")
        raise InvalidInput((Problem(field, Message(message)),))
    if terms.basis in COUNTED and own.quantities:
        given = own.quantities
        periods = [WagePeriod(month, quantity=given[month]) for month in months if month in given]
    elif len(months) == 1:
        quantity = own.quantity if terms.basis in COUNTED else None
        periods = [WagePeriod(months[0], quantity=quantity, says=own.owed)]
    else:
        periods = [WagePeriod(month) for month in months]
    return WorkerWages(terms, tuple(periods))
