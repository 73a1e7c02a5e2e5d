"""Made-up cases for letters to bodies: a crew, a domestic worker, a family on tobacco land, a firm that dismisses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from desktop_app.domain.addressees import Addressee
from desktop_app.domain.answers import Answer, Answers
from desktop_app.domain.case_told import CaseTold, EarlierLetter, Owed, ToldComplaint
from desktop_app.domain.centre import Trilingual
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.complaints import PayBasis, WagePeriod, WageTerms, WorkerWages
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.held_documents import DocumentKind, HeldDocument
from desktop_app.domain.letters import LetterFacts, LetterLanguage, LetterWorker
from desktop_app.domain.pay_claims import PayClaims, WorkerPay, count
from desktop_app.domain.people import Person
from desktop_app.domain.wages import calculate
from desktop_app.letters import catalogue
from tests.letters import claims

ON = claims.ON

INSPECTION = Addressee(
    Trilingual(
        "Алматы қаласы бойынша мемлекеттік еңбек инспекциясы",
        "Государственная инспекция труда по городу Алматы",
        "State labour inspection of Almaty",
    ),
    "город Алматы, улица Толе би, дом 1",
)
POLICE = Addressee(
    Trilingual(
        "Алматы қаласы Түрксіб ауданының полиция басқармасы",
        "Управление полиции Турксибского района города Алматы",
        "Police department of Turksib district of Almaty",
    ),
    "город Алматы, улица Шолохова, дом 2",
)
PROSECUTOR = Addressee(
    Trilingual(
        "Алматы қаласы Түрксіб ауданының прокуратурасы",
        "Прокуратура Турксибского района города Алматы",
        "Prosecutor’s office of Turksib district of Almaty",
    ),
    "город Алматы, улица Сейфуллина, дом 3",
)
HIGHER = Addressee(
    Trilingual(
        "Қазақстан Республикасының Еңбек және халықты әлеуметтік қорғау министрлігі",
        "Министерство труда и социальной защиты населения Республики Казахстан",
        "Ministry of Labour and Social Protection of the Population of Kazakhstan",
    ),
    "город Астана, проспект Мәңгілік Ел, дом 8",
)
HOUSEHOLD = Employer("Серікбаева Айгүл Маратқызы", EmployerKind.HOUSEHOLD, "", "город Астана, улица Кенесары, дом 4")
LANDOWNER = Employer("Оразов Қайрат", EmployerKind.FOREMAN, "", "Алматинская область, село Шелек")


def said(**answers: str | tuple[str, ...]) -> Answers:
    """Answers of a form or of a letter, as somebody typed them."""
    return {name: Answer(value) for name, value in answers.items()}


def complaint(
    kind: ComplaintKind,
    ids: tuple[int, ...],
    documents: tuple[HeldDocument, ...] = (),
    **answers: str | tuple[str, ...],
) -> ToldComplaint:
    """A complaint of these workers."""
    return ToldComplaint(kind, PartialDate(2025, 3, 5), date(2026, 10, 2), said(**answers), ids, documents)


def crew(size: int) -> tuple[LetterWorker, ...]:
    """Workers with arrears, each with a place in the case; what a body may not see of them is not there."""
    return tuple(placed(worker, number) for number, worker in enumerate(claims.crew(size), start=1))


def placed(worker: LetterWorker, place: int) -> LetterWorker:
    person = replace(worker.person, phone="", citizenship="", iin=claims.IIN if place == 1 else "")
    return replace(worker, worker_id=place, person=person)


def paid(name: str, born: int, place: int, rate: str, months: int) -> LetterWorker:
    """A worker paid by the month, from June 2026 on, of which nothing came."""
    terms = WageTerms(PayBasis.MONTHLY, Decimal(rate))
    periods = tuple(WagePeriod(date(2026, 6 + index, 1), None) for index in range(months))
    wages = WorkerWages(terms, periods)
    return LetterWorker(Person(name, PartialDate(born)), "", calculate(wages, ON, only_due=True), terms, place)


def owed(worker: LetterWorker, pay: WorkerPay | None = None, wages: WorkerWages | None = None) -> Owed:
    """What the file counts for a worker, with sums beyond the wages where there are any."""
    return Owed(worker.calculation, count(pay or WorkerPay(), wages, ON))


def nothing_beyond() -> PayClaims:
    return count(WorkerPay(), None, ON)


def told(
    workers: tuple[LetterWorker, ...], *complaints: ToldComplaint, earlier: tuple[EarlierLetter, ...] = ()
) -> CaseTold:
    """The case as letters may draw on it."""
    sums = {worker.worker_id: owed(worker) for worker in workers}
    return CaseTold(date(2026, 10, 2), everybody=len(workers), complaints=complaints, earlier=earlier, owed=sums)


def facts(
    kind: str,
    language: LetterLanguage,
    workers: tuple[LetterWorker, ...],
    *complaints: ToldComplaint,
    addressee: Addressee = INSPECTION,
    earlier: tuple[EarlierLetter, ...] = (),
    employer: Employer = claims.COMPANY,
    site: str = "стройка жилого комплекса «Алатау»",
    confirmed: bool = True,
    answers: Answers | None = None,
) -> LetterFacts:
    """The facts of a letter to a body."""
    made = claims.claim(language, workers, confirmed=confirmed, employer=employer, number="АЛМ/2026/17", site=site)
    return replace(
        made,
        kind=kind,
        addressee=addressee,
        answers=answers or {},
        told=told(workers, *complaints, earlier=earlier),
    )


def passport(place: int, number: str, **more: str) -> HeldDocument:
    """A passport that the foreman keeps since 5 March 2025."""
    since = PartialDate(2025, 3, 5)
    return HeldDocument(place, DocumentKind.PASSPORT, number, since, more.get("held_by", ""), more.get("at", ""))


CLAIM = EarlierLetter(
    5, "АЛМ/2026/9", "employer_claim", "ТОО «Самал Құрылыс Сервис»", date(2026, 10, 12), date(2026, 10, 13)
)
TO_INSPECTION = EarlierLetter(
    7, "АЛМ/2026/11", "inspection_complaint", "Государственная инспекция труда по городу Алматы", date(2026, 10, 15),
    date(2026, 10, 16), date(2026, 11, 9), "ЖТ-2026-00123",
)  # fmt: skip
TO_POLICE = EarlierLetter(
    8, "АЛМ/2026/12", "police_documents", "Управление полиции Турксибского района города Алматы", date(2026, 10, 15),
    date(2026, 10, 16), date(2026, 11, 9),
)  # fmt: skip
ANSWERED = replace(TO_INSPECTION, answered_on=date(2026, 11, 6), their_number="ЗТ-2026-0456")

WITHOUT_CONTRACT: Final[dict[str, str | tuple[str, ...]]] = {
    "started": "2025-03-01",
    "asked": "promised",
    "traces": ("shifts", "messages", "witnesses"),
    "others": "20",
    "working": "no",
    "promised": "расчёт после сдачи объекта",
}
LONG_DAYS: Final[dict[str, str | tuple[str, ...]]] = {
    "what": ("long_days", "no_rest"),
    "usual_day": "08:00–20:00",
    "days_in_week": "7",
    "consent": "none",
    "records": "no",
    "paid": "plain",
}
HELD: Final[dict[str, str | tuple[str, ...]]] = {
    "role": "foreman",
    "holder": "Бейсенов Нұрлан, прораб",
    "reason": "registration",
    "words": "сдам в миграционную полицию",
    "consent": "pressed",
    "undertaking": "no",
    "condition": "until_end",
    "demanded": "spoken",
    "demanded_on": "2025-06-02",
    "state": "kept",
    "consequences": ("cannot_leave", "overstay", "no_card"),
    "threats": "yes",
    "copies": "yes",
    "permanent": "no",
    "stay_until": "2026-05-31",
    "witnesses": "Иванов Пётр, +7 701 111 22 33",
}
"""Answers of forms; among them what no letter may print: stay, threats to report, promises in free words."""
ON_THE_FARM: Final[dict[str, str | tuple[str, ...]]] = {
    "how": ("remote", "permission", "documents"),
    "now": "yes",
    "where": "Алматинская область, село Шелек, дом у поля",
    "safe_way": "звонить соседке после 22:00",
    "children": "yes",
    "others": "4",
}
DEBT: Final[dict[str, str | tuple[str, ...]]] = {
    "for_what": ("living", "intermediary", "papers"),
    "sum": "900000",
    "worked_off": "400000",
    "held": "yes",
    "account": "no",
    "threats": "yes",
    "children": "yes",
    "role": "landlord",
}


def read(facts: LetterFacts) -> str:
    """What a letter says in its languages, with plain blanks."""
    return "\n".join(catalogue.texts_of(facts)).replace("\u00a0", " ")


def unpaid(workers: tuple[LetterWorker, ...]) -> tuple[LetterWorker, ...]:
    """The same workers when nothing is owed to them."""
    nothing = calculate(WorkerWages(WageTerms(PayBasis.LUMP_SUM, Decimal(0))), ON)
    return tuple(replace(worker, calculation=nothing) for worker in workers)
