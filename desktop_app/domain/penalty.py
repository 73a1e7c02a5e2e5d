"""The statutory penalty for wages paid late (Labour Code, article 113, items 3 and 4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desktop_app import law
from desktop_app.domain.money import LARGEST_AMOUNT, rounded
from desktop_app.errors import AppError, Message
from desktop_app.i18n import N_
from desktop_app.law import Fact


@dataclass(frozen=True)
class PenaltyPart:
    """One part of a debt with one last day. `rate` is percent a year, in force since `rate_from`.

    `until` is the day of payment (`paid`) or of counting; `days` are calendar days after `due_on`
    up to and including `until`; `exact` is the unrounded penalty in tenge.
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

    One rate counts: that of the day of payment, or of counting. Nothing is moved. No penalty when
    `until` is not later than `due_on`. Raises AppError for an absurd sum or a day before the tables.
    """
    if not 0 <= debt <= LARGEST_AMOUNT:
        raise AppError(N_("The debt must be a sum from 0 to 1,000,000,000,000 tenge."))
    days = max((until - due_on).days, 0)
    on = max(until, due_on)
    rate = law.value(law.value("penalty.rate", on).fact.value, on)
    coefficient = law.value("penalty.coefficient", on)
    divisor = law.value("penalty.days_in_year", on)
    exact = debt * rate.fact.number / 100 * coefficient.fact.number * days / divisor.fact.number
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
        exact=exact,
    )
    facts = (law.fact("lc.113.3"), rate.fact, coefficient.fact, divisor.fact)
    return Penalty((part,), rounded(exact), facts, (*rate.warnings, *coefficient.warnings))


def joined(penalties: tuple[Penalty, ...]) -> Penalty:
    """The penalty of one debt that was paid in parts: exact sums added, then rounded once."""
    parts = tuple(part for each in penalties for part in each.parts)
    facts = tuple(dict.fromkeys(fact for each in penalties for fact in each.facts))
    warnings = tuple({warning.text(_as_is): warning for each in penalties for warning in each.warnings}.values())
    return Penalty(parts, rounded(sum((part.exact for part in parts), Decimal(0))), facts, warnings)


def _as_is(msgid: str, /, **params: object) -> str:
    return msgid % params
