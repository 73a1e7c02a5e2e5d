"""Three passports of a crew kept by the foreman: a request for certificates of return and help with the way home."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop_app.domain.addressees import Addressee
from desktop_app.domain.centre import Trilingual
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.letters import LetterFacts, LetterLanguage, LetterWorker
from desktop_app.domain.people import Sex
from tests.letters import bodies

CONSULATE = Addressee(
    Trilingual(
        "Алматы қаласындағы Тәжікстан Республикасының консулдығы",
        "Консульство Республики Таджикистан в городе Алматы",
        "Consulate of the Republic of Tajikistan in Almaty",
    ),
    "город Алматы, улица Санаторная, дом 16",
)


def of(country: str, *workers: LetterWorker) -> tuple[LetterWorker, ...]:
    """The workers as citizens of a state, with the date of birth a consulate looks for."""
    births = (PartialDate(1984, 3, 12), PartialDate(1991, 7, 2), PartialDate(1979))
    return tuple(
        replace(each, person=replace(each.person, citizenship=country, sex=Sex.MALE, iin="", birth=birth))
        for each, birth in zip(workers, births, strict=False)
    )


def facts(language: LetterLanguage) -> LetterFacts:
    """Two documents in one man's hands, the police asked and silent."""
    workers = of("TJ", *bodies.crew(3))
    documents = tuple(
        bodies.passport(place, f"40000000{place}", held_by="Бейсенов Нұрлан, прораб, +7 701 555 66 77")
        for place in (1, 2, 3)
    )
    made = bodies.facts(
        "consulate_request",
        language,
        workers,
        bodies.complaint(ComplaintKind.WITHHELD_DOCUMENTS, (1, 2, 3), documents, **bodies.HELD),
        addressee=CONSULATE,
        earlier=(bodies.CLAIM, bodies.ANSWERED, bodies.TO_POLICE),
        answers=bodies.said(
            asks=("certificate", "return", "relatives"),
            return_by="2026-12-20",
            relatives="мать, Каримова Зулфия, город Худжанд",
            consent="yes",
            consent_on="2026-11-20",
        ),
    )
    return replace(made, pay_by=date(2026, 12, 4))
