"""Situation 5: a worker from Kyrgyzstan in a cafe in Shymkent asks for all papers on work and pay."""

from __future__ import annotations

from desktop_app.domain.letters import LetterFacts, LetterLanguage
from tests.letters import at_employer, bodies


def facts(language: LetterLanguage) -> LetterFacts:
    return at_employer.facts(
        "pay_documents",
        language,
        (at_employer.lone("Асанова Айгүл Бакытовна", 1998, "аспаз көмекшісі"),),
        employer=at_employer.CAFE,
        site="кафе «Береке»",
        region="KZ-79",
        confirmed=False,
        answers=bodies.said(
            asked=("slips", "certificate", "proof", "contract", "records", "orders"),
            first="2026-03",
            last="2026-10",
            eaeu="yes",
        ),
    )
