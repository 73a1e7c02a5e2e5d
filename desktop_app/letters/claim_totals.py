"""What a claim for wages comes to: its totals, its months, and on whose word they stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desktop_app.domain.complaints import Evidence
from desktop_app.domain.letters import LetterFacts
from desktop_app.errors import AppError
from desktop_app.i18n import N_


@dataclass(frozen=True)
class ClaimTotals:
    """Sums over all workers in tenge; `ended` when work has ended for any of them."""

    arrears: Decimal
    penalty: Decimal
    total: Decimal
    months: tuple[date, ...]
    words: frozenset[Evidence]
    ended: bool


def totals(facts: LetterFacts) -> ClaimTotals:
    """Add up what the letter claims. AppError when nothing is owed."""
    counted = [worker.calculation for worker in facts.workers]
    claimed = [month for each in counted for month in each.months if month.owed or month.penalty.total]
    if not claimed:
        raise AppError(N_("Nothing is owed on that day, so there is nothing to claim."))
    return ClaimTotals(
        arrears=sum((each.arrears for each in counted), Decimal(0)),
        penalty=sum((each.penalty for each in counted), Decimal(0)),
        total=sum((each.total for each in counted), Decimal(0)),
        months=tuple(sorted({month.month for month in claimed})),
        words=frozenset(month.evidence for month in claimed),
        ended=any(worker.terms and worker.terms.ended_on for worker in facts.workers),
    )
