"""A crew of three on paper, redacted: codes in place of names, marks in place of numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from desktop_app.domain.case_told import Exhibit, ToldParty
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.instalments import Instalment
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.domain.people import Sex
from tests.letters import bodies, claims

FOREMAN = Employer("Бейсенов Нұрлан", EmployerKind.FOREMAN, phone="+7 701 555 66 77")
STORY = (
    "Юсупову Равшану и Yo'ldoshev G'ulomga пул бермади. Тураев Фуломжан всё видел. "
    "Бригадир Санжар из Самарканда грозил 14.11.2026, его номер +7 777 123-45-67."
)


def facts(language: LetterLanguage, names: str = "redacted") -> LetterFacts:
    """The case as the file sees it: nothing of the people is taken away."""
    workers = tuple(
        replace(
            each,
            worker_id=at,
            person=replace(each.person, sex=Sex.MALE, phone_safe="no", safe_contact="через сестру, вечером"),
        )
        for at, each in enumerate(claims.crew(3), start=1)
    )
    documents = tuple(
        bodies.passport(place, f"AA 000000{place}", held_by="Бейсенов Нұрлан", at="вагончик у ворот")
        for place in (1, 3)
    )
    made = bodies.facts(
        "case_printout",
        language,
        workers,
        bodies.complaint(ComplaintKind.WITHHELD_DOCUMENTS, (1, 3), documents, **bodies.HELD),
        bodies.complaint(ComplaintKind.OTHER, (1, 2, 3), title="Угрозы", happened=STORY, witnesses="Иванов Пётр"),
        earlier=(bodies.CLAIM, bodies.ANSWERED, bodies.TO_POLICE),
        answers=bodies.said(names=names),
    )
    if made.told is None:
        return made
    told = replace(
        made.told,
        channel="visit",
        chain=(ToldParty("foreman", FOREMAN),),
        exhibits=(
            Exhibit(1, "паспорт Юсупов.jpg", "паспорт Равшана", "jpeg", date(2026, 11, 2), 1),
            Exhibit(2, "разговор.ogg", "Нұрлан признаёт долг", "ogg", date(2026, 11, 9)),
        ),
        promises={1: (Instalment(date(2026, 10, 1), date(2026, 10, 20), Decimal(100000)),)},
    )
    return replace(made, told=told, employer=replace(claims.COMPANY, head_name="Сәрсенбаев Асқар"))
