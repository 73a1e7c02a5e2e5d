"""The contract of situation 5: a pay day too late, a long probation, a fine for leaving, the passport kept."""

from __future__ import annotations

from desktop_app.domain.letters import LetterFacts, LetterLanguage
from tests.letters.contracts import SITUATION_5, memo_facts


def facts(language: LetterLanguage) -> LetterFacts:
    """One worker, nothing confirmed by the lawyer yet."""
    return memo_facts(SITUATION_5, language)
