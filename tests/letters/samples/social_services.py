"""A family from tobacco land: shelter, food, papers, help for the child."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop_app.domain.addressees import Addressee
from desktop_app.domain.centre import Trilingual
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from tests.letters import bodies

SHELTER = Addressee(
    Trilingual(
        "Алматы облысының арнаулы әлеуметтік қызметтер көрсету орталығы",
        "Центр оказания специальных социальных услуг Алматинской области",
        "Centre for special social services of Almaty region",
    ),
    "Алматинская область, город Талгар, улица Конаева, дом 7",
)


def facts(language: LetterLanguage) -> LetterFacts:
    """Two adults; the centre writes with their consent."""
    workers = (
        bodies.paid("Абдыкадырова Гүлнара", 1990, 1, "120000", 4),
        bodies.paid("Абдыкадыров Нурбек", 1987, 2, "120000", 4),
    )
    made = bodies.facts(
        "social_services",
        language,
        workers,
        bodies.complaint(ComplaintKind.MOVEMENT, (1, 2), **bodies.ON_THE_FARM),
        bodies.complaint(ComplaintKind.DEBT_BONDAGE, (1, 2), **bodies.DEBT),
        addressee=SHELTER,
        employer=bodies.LANDOWNER,
        site="",
        answers=bodies.said(
            needs=("shelter", "food", "mind", "papers", "child"),
            applies="person",
            children="2015",
            situation="С 18 ноября 2026 года семье негде жить. Документов на руках нет, денег на еду нет.",
            urgent="yes",
            consent="yes",
            consent_on="2026-11-20",
        ),
    )
    return replace(made, pay_by=date(2026, 11, 24))
