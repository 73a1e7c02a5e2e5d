"""Made-up cases for letters that the employer reads: a crew, a cafe, a firm that dismisses, a household."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from desktop_app.domain.answers import Answers
from desktop_app.domain.case_told import CaseTold, Owed, ToldComplaint
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.deductions import Deduction
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.instalments import Instalment
from desktop_app.domain.leave import LeaveClaim
from desktop_app.domain.letters import LetterFacts, LetterLanguage, LetterWorker
from desktop_app.domain.overtime import HoursMonth
from desktop_app.domain.pay_claims import PayClaims, WorkerPay, count
from desktop_app.domain.people import Person
from tests.letters import claims

CAFE = Employer(
    "ИП «Береке»", EmployerKind.SOLE_TRADER, "", "город Шымкент, улица Тауке хана, дом 5", head_name="Ысқақов Бауыржан"
)
DISMISSER = Employer(
    "ТОО «Жетісу Агро»", EmployerKind.COMPANY, "971240001315", "город Талдыкорган, улица Абылай хана, дом 7"
)
BEYOND = WorkerPay(
    hours=(HoursMonth(date(2025, 3, 1), overtime=Decimal(20), night=Decimal(12)),),
    deductions=(Deduction(date(2025, 5, 1), Decimal(30_000), reason="спецодежда"),),
    leave=LeaveClaim(date(2025, 3, 1), date(2025, 5, 31)),
)
SHIFTS = ("26", "24", "22")


def crew(size: int) -> tuple[LetterWorker, ...]:
    """Workers with arrears; of each stands here what an employer may see."""
    return tuple(
        replace(each, worker_id=place, person=replace(each.person, phone="", citizenship="", iin=""))
        for place, each in enumerate(claims.crew(size), start=1)
    )


def lone(name: str, born: int, job: str = "") -> LetterWorker:
    """A worker with arrears of whom little is known."""
    (worker,) = crew(1)
    return replace(worker, person=Person(name, PartialDate(born)), occupation=job)


def beyond(pay: WorkerPay = BEYOND) -> PayClaims:
    """Overtime, unlawful deductions and unused leave beside three months of shifts."""
    return count(pay, claims.shifts(*SHIFTS), claims.ON)


def told(
    workers: tuple[LetterWorker, ...],
    *complaints: ToldComplaint,
    more: tuple[int, ...] = (),
    promises: dict[int, tuple[Instalment, ...]] | None = None,
) -> CaseTold:
    """The case of these workers; those of `more` are owed sums beyond the wages."""
    nothing = count(WorkerPay(), None, claims.ON)
    owed = {each.worker_id: Owed(each.calculation, beyond() if each.worker_id in more else nothing) for each in workers}
    return CaseTold(
        date(2026, 9, 10), everybody=len(workers), complaints=complaints, owed=owed, promises=promises or {}
    )


def facts(
    kind: str,
    language: LetterLanguage,
    workers: tuple[LetterWorker, ...],
    *complaints: ToldComplaint,
    more: tuple[int, ...] = (),
    promises: dict[int, tuple[Instalment, ...]] | None = None,
    employer: Employer = claims.COMPANY,
    site: str = "стройка жилого комплекса «Алатау»",
    region: str = "KZ-75",
    confirmed: bool = True,
    answers: Answers | None = None,
) -> LetterFacts:
    """The facts of a letter to the employer, on 21 November 2026."""
    made = claims.claim(language, workers, confirmed=confirmed, employer=employer, number="АЛМ/2026/17", site=site)
    case = told(workers, *complaints, more=more, promises=promises)
    return replace(made, kind=kind, region=region, answers=answers or {}, told=case)
