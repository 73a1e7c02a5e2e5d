"""Sheets about pay and about dismissal."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.answers import Answer
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from tests.letters import claims
from tests.letters.samples.receipt import complaint, told


def facts(language: LetterLanguage) -> LetterFacts:
    """Wages since spring, and a dismissal with the day the order was handed over."""
    worker = replace(claims.worker(), worker_id=1)
    dismissal = complaint(ComplaintKind.DISMISSAL, 1, answers={"order_on": Answer("2026-11-03")})
    case = told(complaint(ComplaintKind.WAGE_ARREARS, 1), dismissal)
    made = claims.claim(language, (worker,), number="2026/43", confirmed=False)
    return replace(made, kind="rights_sheet", told=case)
