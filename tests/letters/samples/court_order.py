"""A worker with accrued wages shown by pay slips; the ground is what the lawyer types."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from desktop_app.domain.answers import Answer
from desktop_app.domain.complaints import WorkerWages
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from tests.letters import claims
from tests.letters.samples.court_claim import COURT, told


def on_paper(*quantities: str) -> WorkerWages:
    """Wages of months that pay slips show, in the sums of the slips."""
    wages = claims.shifts(*quantities, rate="12000")
    periods = (replace(each, paper=each.quantity * 12000 if each.quantity else None) for each in wages.periods)
    return replace(wages, periods=tuple(periods))


def facts(language: LetterLanguage) -> LetterFacts:
    """One worker, signed by the worker."""
    worker = replace(claims.worker(claims.NAMES[3], on_paper("22", "21")), worker_id=1)
    assert worker.calculation.arrears == Decimal(516000)
    made = claims.claim(language, (worker,), number="2026/22")
    answers = {
        "ground": Answer("(құқықтық негізі / правовое основание / ground)"),
        "accrued": Answer(("slip", "certificate")),
        "undisputed": Answer("yes"),
        "annexes": Answer(("contract",)),
    }
    return replace(made, kind="court_order", told=told(made.workers, ()), addressee=COURT, answers=answers)
