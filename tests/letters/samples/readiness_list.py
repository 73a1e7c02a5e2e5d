"""What a claim to court still needs for one worker with unpaid wages and no commission."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.letters import LetterFacts, LetterLanguage
from tests.letters import claims
from tests.letters.hostile import READY


def facts(language: LetterLanguage) -> LetterFacts:
    """A paper for the file, nothing confirmed by the lawyer yet."""
    return replace(claims.claim(language, confirmed=False), kind="readiness_list", readiness=READY)
