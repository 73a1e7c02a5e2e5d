"""A slip that names nobody."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.letters import LetterFacts, LetterLanguage
from tests.letters import claims


def facts(language: LetterLanguage) -> LetterFacts:
    """Nothing is chosen, so no number of the case stands on it."""
    return replace(claims.claim(language, number=""), kind="satisfaction_slip")
