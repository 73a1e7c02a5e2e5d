"""Situation 1: three passports of a building crew and a diploma, kept “for registration” since 5 March 2025."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.held_documents import DocumentKind
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from tests.letters import at_employer, bodies


def facts(language: LetterLanguage) -> LetterFacts:
    held = [bodies.passport(place, f"AA 000000{place}", at="вагончик прораба") for place in (1, 2, 3)]
    held.append(replace(held[0], kind=DocumentKind.DIPLOMA, number="", held_by="Бейсенов Нұрлан, прораб"))
    return at_employer.facts(
        "documents_return",
        language,
        at_employer.crew(3),
        bodies.complaint(ComplaintKind.WITHHELD_DOCUMENTS, (1, 2, 3), tuple(held), **bodies.HELD),
        answers=bodies.said(place="centre"),
    )
