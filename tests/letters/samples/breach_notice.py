"""Situation 5: a worker of a cafe gives notice that pay is late, sums are deducted and the passport is kept."""

from __future__ import annotations

from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from tests.letters import at_employer, bodies


def facts(language: LetterLanguage) -> LetterFacts:
    return at_employer.facts(
        "breach_notice",
        language,
        (at_employer.lone("Асанова Айгүл Бакытовна", 1998, "аспаз көмекшісі"),),
        bodies.complaint(ComplaintKind.DEDUCTIONS, (1,), for_what=("fine",)),
        bodies.complaint(ComplaintKind.WITHHELD_DOCUMENTS, (1,), (bodies.passport(1, "AN 0000001"),)),
        employer=at_employer.CAFE,
        site="кафе «Береке»",
        region="KZ-79",
        answers=bodies.said(breaches=("rest", "copy"), more="смена длится 13 часов без перерыва на обед"),
    )
