"""The statutory penalty for wages paid late (Labour Code, article 113, items 3 and 4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from desktop_app import law
from desktop_app.domain.money import LARGEST_AMOUNT, from_tiyn
from desktop_app.errors import InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.law import Fact


@dataclass(frozen=True)
class PenaltyPart:
    """One part of a debt with one last day. `rate` is percent a year, in force since `rate_from`.

    `until` is the day of payment (`paid`) or of counting; `days` are calendar days after `due_on`
    up to and including `until`; `exact` is the unrounded penalty in tenge, to 28 digits.
    """

    amount: Decimal
    due_on: date
    until: date
    days: int
    rate: Decimal
    rate_from: date
    coefficient: Decimal
    divisor: int
    paid: bool
    exact: Decimal


@dataclass(frozen=True)
class Penalty:
    """The penalty of one debt: `total` tenge is the exact sum of the parts, rounded half up once."""

    parts: tuple[PenaltyPart, ...]
    total: Decimal
    facts: tuple[Fact, ...]
    warnings: tuple[Message, ...]


def penalty(debt: Decimal, due_on: date, until: date, *, paid: bool = True) -> Penalty:
    """The penalty for `debt` tenge due on `due_on` and paid (or counted) on `until`.

    One rate and one coefficient count: those of the day of payment, or of counting. Nothing is moved.
    No penalty when `until` is not later than `due_on`. A day past the rate table takes the last known
    rate and warns. Raises InvalidInput for an absurd sum, AppError for a debt older than the law tables.
    """
    refuse_absurd(debt, "debt")
    law.value("penalty.rate", due_on)  # a debt older than the tables is refused, whenever it was paid
    on = max(until, due_on)
    kind = law.value("penalty.rate", on)
    rate = law.value(kind.fact.value, on)
    coefficient = law.value("penalty.coefficient", on)
    divisor = law.value("penalty.days_in_year", on)
    days = (on - due_on).days
    fraction = _fraction(debt, rate.fact.number, coefficient.fact.number, days, int(divisor.fact.number))
    part = PenaltyPart(
        amount=debt,
        due_on=due_on,
        until=until,
        days=days,
        rate=rate.fact.number,
        rate_from=rate.fact.effective_from or on,
        coefficient=coefficient.fact.number,
        divisor=int(divisor.fact.number),
        paid=paid,
        exact=Decimal(fraction.numerator) / fraction.denominator,
    )
    norm = law.fact("lc.113.3")
    facts = (norm, rate.fact, coefficient.fact, divisor.fact)
    dated = (warning for each in (kind, rate, coefficient, divisor) for warning in each.warnings)
    return Penalty((part,), _rounded(fraction), facts, unlike((*law.warnings(norm), *dated)))


def joined(penalties: tuple[Penalty, ...]) -> Penalty:
    """The penalty of one debt that was paid in parts: exact sums added, then rounded once."""
    parts = tuple(part for each in penalties for part in each.parts)
    exact = sum((_fraction(p.amount, p.rate, p.coefficient, p.days, p.divisor) for p in parts), Fraction())
    facts = tuple(dict.fromkeys(fact for each in penalties for fact in each.facts))
    return Penalty(parts, _rounded(exact), facts, unlike(warning for each in penalties for warning in each.warnings))


def refuse_absurd(amount: Decimal, field: str) -> None:
    """Raise InvalidInput unless `amount` tenge lie between nothing and the largest sum the program takes."""
    if not (amount.is_finite() and 0 <= amount <= LARGEST_AMOUNT):
        message = Message(N_("The debt must be a sum from 0 to 1,000,000,000,000 tenge."))
        raise InvalidInput((Problem(field, message),))


def unlike(warnings: Iterable[Message]) -> tuple[Message, ...]:
    """Each warning once, in the order of its first appearance."""
    seen: list[Message] = []
    for warning in warnings:
        if warning not in seen:
            seen.append(warning)
    return tuple(seen)


def _fraction(debt: Decimal, rate: Decimal, coefficient: Decimal, days: int, divisor: int) -> Fraction:
    """The penalty without any rounding: a division by days in a year has no end in decimals."""
    return Fraction(debt) * Fraction(rate) / 100 * Fraction(coefficient) * days / divisor


def _rounded(exact: Fraction) -> Decimal:
    """Half up to the tiyn; a penalty is never negative, so cutting off after adding a half is enough."""
    return from_tiyn(int(exact * 100 + Fraction(1, 2)))
