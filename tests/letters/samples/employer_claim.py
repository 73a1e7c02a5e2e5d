"""Situation 1: a building crew of twelve, two of them owed overtime, deductions and leave beside the wages."""

from __future__ import annotations

from desktop_app.domain.letters import LetterFacts, LetterLanguage
from tests.letters import at_employer


def facts(language: LetterLanguage) -> LetterFacts:
    return at_employer.facts("employer_claim", language, at_employer.crew(12), more=(1, 4))
