"""Situation 1: three passports of a building crew kept by the foreman “for registration” since 5 March 2025."""

from __future__ import annotations

from datetime import date

from desktop_app.domain.case_told import EarlierLetter
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from tests.letters import bodies


def facts(language: LetterLanguage) -> LetterFacts:
    workers = bodies.crew(12)
    documents = tuple(bodies.passport(place, f"AA 000000{place}") for place in (1, 2, 3, 7))
    demand = EarlierLetter(
        4, "АЛМ/2026/8", "documents_return", "ТОО «Самал Құрылыс Сервис»", date(2026, 10, 12), date(2026, 10, 13)
    )
    return bodies.facts(
        "police_documents",
        language,
        workers[:3],
        bodies.complaint(ComplaintKind.WITHHELD_DOCUMENTS, (1, 2, 3, 7), documents, **bodies.HELD),
        bodies.complaint(ComplaintKind.MOVEMENT, (1, 2), how=("guarded", "documents"), now="yes"),
        addressee=bodies.POLICE,
        earlier=(demand,),
        answers=bodies.said(signed_by="workers"),
    )
