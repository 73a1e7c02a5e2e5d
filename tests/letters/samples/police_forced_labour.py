"""Situation 2: a family on tobacco land: a debt for food and the intermediary, passports kept, a child works."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from tests.letters import bodies


def facts(language: LetterLanguage) -> LetterFacts:
    workers = (
        bodies.paid("Асанов Бакыт", 1985, 1, "90000", 4),
        bodies.paid("Асанова Гүлнара", 1988, 2, "90000", 4),
    )
    documents = (bodies.passport(1, "AC 1234567"), bodies.passport(2, "AC 1234568"))
    made = bodies.facts(
        "police_forced_labour",
        language,
        workers,
        bodies.complaint(ComplaintKind.MOVEMENT, (1, 2), **bodies.ON_THE_FARM),
        bodies.complaint(
            ComplaintKind.VIOLENCE, (1,), what=("threat_harm", "threat_police", "humiliated"), role="landlord"
        ),
        bodies.complaint(ComplaintKind.DEBT_BONDAGE, (1, 2), **bodies.DEBT),
        bodies.complaint(
            ComplaintKind.WITHHELD_DOCUMENTS,
            (1, 2),
            documents,
            **{**bodies.HELD, "role": "landlord", "holder": "Оразов Қайрат"},
        ),
        bodies.complaint(ComplaintKind.OVERTIME, (1, 2), what=("long_days", "no_rest"), usual_day="06:00–20:00"),
        addressee=bodies.POLICE,
        employer=bodies.LANDOWNER,
        site="табачное поле",
        answers=bodies.said(signed_by="workers", consent="yes"),
    )
    return replace(made, region="KZ-19")
