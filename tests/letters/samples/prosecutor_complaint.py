"""The inspection did not answer the complaint of a crew of four within its term."""

from __future__ import annotations

from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from tests.letters import bodies


def facts(language: LetterLanguage) -> LetterFacts:
    workers = bodies.crew(4)
    return bodies.facts(
        "prosecutor_complaint",
        language,
        workers,
        bodies.complaint(ComplaintKind.WAGE_ARREARS, (1, 2, 3, 4)),
        bodies.complaint(ComplaintKind.NO_CONTRACT, (1, 2, 3, 4), **bodies.WITHOUT_CONTRACT),
        addressee=bodies.PROSECUTOR,
        earlier=(bodies.CLAIM, bodies.TO_INSPECTION),
        answers=bodies.said(ground="no_answer", signed_by="workers"),
    )
