"""A crew of three on paper, redacted: codes in place of names, marks in place of numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from desktop_app.domain.case_told import Ending, Exhibit, SettledComplaint, ToldParty
from desktop_app.domain.cases import MoneyEntry, MoneyKind
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.complaints import Evidence
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.instalments import Instalment
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.domain.outcomes import ClosedWhy, Result, StoredOutcome
from desktop_app.domain.people import Sex
from tests.letters import bodies, claims

FOREMAN = Employer("Бейсенов Нұрлан", EmployerKind.FOREMAN, phone="+7 701 555 66 77")
STORY = (
    "Юсупову Равшану и Yo'ldoshev G'ulomga пул бермади. Тураев Фуломжан всё видел. "
    "Бригадир Санжар из Самарканда грозил 14.11.2026, его номер +7 777 123-45-67."
)
ENDING = Ending(
    settled=(SettledComplaint(ComplaintKind.NO_CONTRACT, date(2026, 10, 2), date(2026, 11, 12), (1, 2)),),
    results=(
        StoredOutcome(
            1,
            Result.PAID_IN_PART,
            date(2026, 11, 14),
            Decimal(150000),
            Evidence.PAPER,
            "расписка Бейсенова Нұрлана для Юсупова, отдал Санжар, +7 777 123-45-67",
            1,
        ),
        StoredOutcome(2, Result.CONTRACT_SIGNED, date(2026, 11, 12), None, Evidence.SAYS, "", None),
    ),
    money=(
        MoneyEntry(1, MoneyKind.CLAIMED, Decimal(360000), date(2026, 10, 12)),
        MoneyEntry(2, MoneyKind.CLAIMED, Decimal(180000), date(2026, 10, 12)),
        MoneyEntry(1, MoneyKind.RECEIVED, Decimal(150000), date(2026, 11, 14), "через Санжара", Evidence.PAPER),
    ),
    closed_on=date(2026, 11, 20),
    closed_why=ClosedWhy.SOLVED_IN_PART.value,
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
        ending=ENDING,
        promises={1: (Instalment(date(2026, 10, 1), date(2026, 10, 20), Decimal(100000)),)},
    )
    return replace(made, told=told, employer=replace(claims.COMPANY, head_name="Сәрсенбаев Асқар"))
