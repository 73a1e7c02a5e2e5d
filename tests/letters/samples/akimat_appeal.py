"""A family asks for places at school: two children, refused by word of mouth."""

from __future__ import annotations

from desktop_app.domain.addressees import Addressee
from desktop_app.domain.centre import Trilingual
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from tests.letters import bodies

AKIMAT = Addressee(
    Trilingual(
        "Алматы облысы Еңбекшіқазақ ауданының әкімдігі",
        "Акимат Енбекшиказахского района Алматинской области",
        "Akimat of Yenbekshikazakh district of Almaty region",
    ),
    "Алматинская область, город Есик, улица Алматинская, дом 1",
)


def facts(language: LetterLanguage) -> LetterFacts:
    """A mother and a father from the tobacco land, with a child of school age."""
    workers = (
        bodies.paid("Абдыкадырова Гүлнара", 1990, 1, "120000", 4),
        bodies.paid("Абдыкадыров Нурбек", 1987, 2, "120000", 4),
    )
    return bodies.facts(
        "akimat_appeal",
        language,
        workers,
        bodies.complaint(
            ComplaintKind.SCHOOLING,
            (1, 2),
            children="2",
            ages="2015, 2017",
            school="средняя школа села Шелек",
            refused="registration",
            in_writing="no",
            basis="eaeu",
            language="ru",
        ),
        addressee=AKIMAT,
        employer=bodies.LANDOWNER,
        site="",
        answers=bodies.said(
            subject="school",
            since="2026-09",
            applied_on="2026-10-05",
            asked="предоставить двоим детям места в школе\nдать ответ об отказе в письменном виде",
            signed_by="workers",
        ),
    )
