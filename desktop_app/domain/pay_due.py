"""Of what is owed beyond the wages, that which has fallen due: nobody can be sued for a sum before its day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Protocol, TypeVar

from desktop_app.domain.money import NOTHING
from desktop_app.domain.pay_claims import ClaimKind, ClaimLine, PayClaims


def only_due(claims: PayClaims) -> PayClaims:
    """The same claims without sums that fall due after the day of counting, and without the steps that lead to them.

    Money received beyond the wages is taken off what is due first, up to the whole of it.
    """
    lines = tuple(line for line in claims.lines if line.due_on <= claims.counted_to)
    if len(lines) == len(claims.lines):
        return claims
    later = {_place(line) for line in claims.lines} - {_place(line) for line in lines}
    amount = sum((line.amount for line in lines), NOTHING)
    penalty = sum((line.penalty for line in lines), NOTHING)
    set_off = min(claims.set_off, amount)
    hours, gap, kept_back, leave = claims.overtime, claims.minimum_wage, claims.deductions, claims.leave
    return replace(
        claims,
        overtime=hours and replace(hours, months=_left(hours.months, ClaimKind.OVERTIME, later)),
        minimum_wage=gap and replace(gap, months=_left(gap.months, ClaimKind.MINIMUM_WAGE, later)),
        deductions=kept_back and replace(kept_back, months=_left(kept_back.months, ClaimKind.DEDUCTIONS, later)),
        leave=None if any(kind is ClaimKind.LEAVE for kind, _month in later) else leave,
        lines=lines,
        amount=amount,
        penalty=penalty,
        set_off=set_off,
        total=amount - set_off + penalty,
    )


class _OfMonth(Protocol):
    @property
    def month(self) -> date: ...


_Month = TypeVar("_Month", bound=_OfMonth)


def _left(months: tuple[_Month, ...], kind: ClaimKind, later: set[tuple[ClaimKind, date]]) -> tuple[_Month, ...]:
    return tuple(month for month in months if (kind, month.month) not in later)


def _place(line: ClaimLine) -> tuple[ClaimKind, date]:
    return line.kind, line.month
