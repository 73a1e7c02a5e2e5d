"""A worker with wages, overtime, deductions and unused leave on one paper."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.letters import LetterFacts, LetterLanguage
from tests.letters import claims
from tests.letters.samples.court_claim import told, with_claims


def facts(language: LetterLanguage) -> LetterFacts:
    """Two workers, the second with wages alone."""
    crew = (with_claims(1), replace(claims.worker(claims.NAMES[1]), worker_id=2))
    made = claims.claim(language, crew, number="2026/31")
    return replace(made, kind="calculation_paper", told=told(made.workers))
