"""What a claim comes to: its totals, its months, and on whose word they stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desktop_app.domain.complaints import Evidence
from desktop_app.domain.letters import LetterFacts, LetterWorker
from desktop_app.domain.money import NOTHING
from desktop_app.domain.pay_claims import PayClaims
from desktop_app.domain.pay_due import only_due
from desktop_app.errors import AppError
from desktop_app.i18n import N_


@dataclass(frozen=True)
class Debt:
    """What is owed, in tenge: wages, sums beyond them after a set-off, and the penalty on each of both."""

    arrears: Decimal = NOTHING
    penalty: Decimal = NOTHING
    beyond: Decimal = NOTHING
    beyond_penalty: Decimal = NOTHING

    @property
    def all_penalty(self) -> Decimal:
        """The penalty on everything."""
        return self.penalty + self.beyond_penalty

    @property
    def has_beyond(self) -> bool:
        """Whether anything is owed beyond the wages."""
        return self.beyond + self.beyond_penalty > 0

    @property
    def total(self) -> Decimal:
        """All of it."""
        return self.arrears + self.penalty + self.beyond + self.beyond_penalty

    def __add__(self, other: Debt) -> Debt:
        return Debt(
            self.arrears + other.arrears,
            self.penalty + other.penalty,
            self.beyond + other.beyond,
            self.beyond_penalty + other.beyond_penalty,
        )


@dataclass(frozen=True)
class ClaimTotals:
    """Sums over all workers in tenge; `ended` when work has ended for any of them."""

    debt: Debt
    months: tuple[date, ...]
    words: frozenset[Evidence]
    ended: bool

    @property
    def arrears(self) -> Decimal:
        """Wages that were not paid."""
        return self.debt.arrears

    @property
    def penalty(self) -> Decimal:
        """The penalty on the wages alone."""
        return self.debt.penalty

    @property
    def total(self) -> Decimal:
        """Everything that is claimed."""
        return self.debt.total


def claims_of(facts: LetterFacts, worker: LetterWorker) -> PayClaims | None:
    """What a worker is owed beyond the wages and has fallen due on the day of the letter; None when that is nothing."""
    owed = facts.told.owed.get(worker.worker_id) if facts.told is not None else None
    claims = None if owed is None else only_due(owed.claims)
    return claims if claims is not None and claims.total > 0 else None


def debt_of(facts: LetterFacts, worker: LetterWorker) -> Debt:
    """What one worker is owed on the day of the letter."""
    counted, claims = worker.calculation, claims_of(facts, worker)
    if claims is None:
        return Debt(counted.arrears, counted.penalty)
    return Debt(counted.arrears, counted.penalty, claims.amount - claims.set_off, claims.penalty)


def debt(facts: LetterFacts) -> Debt:
    """What all the workers of the letter are owed together."""
    return sum((debt_of(facts, worker) for worker in facts.workers), Debt())


def totals(facts: LetterFacts) -> ClaimTotals:
    """Add up what the letter claims. AppError when nothing is owed."""
    counted = [worker.calculation for worker in facts.workers]
    claimed = [month for each in counted for month in each.months if month.owed or month.penalty.total]
    owed = debt(facts)
    if not claimed and not owed.has_beyond:
        raise AppError(N_("Nothing is owed on that day, so there is nothing to claim."))
    return ClaimTotals(
        debt=owed,
        months=tuple(sorted({month.month for month in claimed})),
        words=frozenset(month.evidence for month in claimed),
        ended=any(worker.terms and worker.terms.ended_on for worker in facts.workers),
    )
