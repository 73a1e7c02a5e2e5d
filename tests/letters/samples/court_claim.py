"""The crew of a building site: wages, sums beyond them, a decision of the commission."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from desktop_app.domain.addressees import Addressee
from desktop_app.domain.answers import Answer
from desktop_app.domain.case_told import CaseTold, EarlierLetter, Owed
from desktop_app.domain.centre import Trilingual
from desktop_app.domain.deductions import Deduction
from desktop_app.domain.leave import LeaveClaim
from desktop_app.domain.letters import LetterFacts, LetterLanguage, LetterWorker
from desktop_app.domain.overtime import HoursMonth
from desktop_app.domain.pay_claims import PayClaims, WorkerPay, count
from tests.letters import claims

COURT = Addressee(
    Trilingual(
        "Алматы қаласы Алмалы аудандық соты",
        "Алмалинский районный суд города Алматы",
        "Almaly District Court of the city of Almaty",
    ),
    "050012, город Алматы, улица Карасай батыра, дом 85",
)
EARLIER = (
    EarlierLetter(7, "2026/9", "employer_claim", "", date(2026, 9, 14), date(2026, 9, 15)),
    EarlierLetter(8, "2026/11", "commission_application", "", date(2026, 10, 1), date(2026, 10, 2)),
)


def beyond(wages: bool = True) -> PayClaims:
    """Overtime, unlawful deductions and unused leave of one worker, counted to the day of the letter."""
    pay = WorkerPay(
        hours=(HoursMonth(date(2025, 3, 1), overtime=Decimal(20), night=Decimal(12)),),
        deductions=(Deduction(date(2025, 5, 1), Decimal(30000), reason="спецодежда"),),
        leave=LeaveClaim(date(2025, 3, 1), date(2025, 5, 31)),
    )
    return count(pay, claims.shifts("26", "24", "22") if wages else None, claims.ON)


def with_claims(worker_id: int) -> LetterWorker:
    """A worker who is owed wages and more."""
    return replace(claims.worker(claims.NAMES[0], claims.PAID_IN_PARTS), worker_id=worker_id)


def told(workers: Iterable[LetterWorker], more: tuple[int, ...] = (1,), **other: object) -> CaseTold:
    """The case of these workers; those of `more` are owed sums beyond the wages."""
    owed = {
        each.worker_id: Owed(
            each.calculation, beyond() if each.worker_id in more else count(WorkerPay(), None, claims.ON)
        )
        for each in workers
    }
    return replace(CaseTold(date(2026, 9, 10), everybody=len(owed), owed=owed, earlier=EARLIER), **other)


def crew(size: int) -> tuple[LetterWorker, ...]:
    """Workers with their places in the case, the first owed more than wages."""
    return tuple(replace(each, worker_id=at) for at, each in enumerate(claims.crew(size), start=1))


def facts(language: LetterLanguage) -> LetterFacts:
    """Twelve workers after a decision of the commission."""
    workers = crew(12)
    answers = {
        "pretrial": Answer("decided"),
        "commission": Answer("№ 3, 19.10.2026"),
        "annexes": Answer(("contract", "identity", "delivery")),
        "signed_by": Answer("attorney"),
        "attorney": Answer("№ 214, 05.10.2026"),
    }
    made = claims.claim(language, workers, number="2026/21")
    return replace(made, kind="court_claim", told=told(workers), addressee=COURT, answers=answers)
