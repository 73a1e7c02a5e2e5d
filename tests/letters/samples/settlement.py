"""Situation 1: the firm agrees to pay three workers in four instalments and to return their passports."""

from __future__ import annotations

from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from tests.letters import at_employer, bodies


def facts(language: LetterLanguage) -> LetterFacts:
    held = tuple(bodies.passport(place, f"AA 000000{place}") for place in (1, 2, 3))
    return at_employer.facts(
        "settlement",
        language,
        at_employer.crew(3),
        bodies.complaint(ComplaintKind.WITHHELD_DOCUMENTS, (1, 2, 3), held, **bodies.HELD),
        more=(1,),
        answers=bodies.said(first="2026-12-10", count="4", way="bank", return_by="2026-11-25"),
    )
