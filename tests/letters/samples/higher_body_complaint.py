"""The inspection answered a domestic worker that there is nothing to check; the lawyer complains for her."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from tests.letters import bodies


def facts(language: LetterLanguage) -> LetterFacts:
    made = bodies.facts(
        "higher_body_complaint",
        language,
        (bodies.paid("Каримова Дилноза", 1991, 1, "60000", 4),),
        bodies.complaint(ComplaintKind.WAGE_ARREARS, (1,)),
        addressee=bodies.HIGHER,
        earlier=(bodies.ANSWERED,),
        employer=bodies.HOUSEHOLD,
        site="",
        answers=bodies.said(
            ground="refusal",
            why="Инспекция не запросила у работодателя документы об оплате труда.",
            explained="no",
            asked=("cancel", "decide"),
            signed_by="attorney",
            attorney="№ 12 от 02.11.2026",
        ),
    )
    return replace(made, region="KZ-71")
