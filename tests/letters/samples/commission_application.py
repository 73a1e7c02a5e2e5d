"""Situation 7: a dismissal without notice in Zhetisu, with wages, overtime and unused leave unpaid."""

from __future__ import annotations

from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from tests.letters import at_employer, bodies


def facts(language: LetterLanguage) -> LetterFacts:
    return at_employer.facts(
        "commission_application",
        language,
        (at_employer.lone("Жақсылық Ерлан Тоқтарұлы", 1990, "механизатор"),),
        bodies.complaint(ComplaintKind.DISMISSAL, (1,), last_day="2026-11-13", told_how="word"),
        more=(1,),
        employer=at_employer.DISMISSER,
        site="",
        region="KZ-33",
        answers=bodies.said(claims=("money", "reinstatement"), absent="yes"),
    )
