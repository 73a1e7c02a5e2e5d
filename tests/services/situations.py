"""Cases as they come to the desk, for the tests of the services."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from desktop_app.domain.cases import CaseCard, NewCase, NewWageComplaint, NewWorker, Sector
from desktop_app.domain.complaints import PayBasis, WagePeriod, WageTerms, WorkerWages
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.outcomes import ClosedWhy, Closing, NewOutcome, Result
from desktop_app.domain.people import Person, Sex
from desktop_app.services import cases, complaints, outcomes
from desktop_app.services.files import OpenFile

TODAY = date(2026, 11, 21)
CLOCK = TODAY.isoformat()

COMPANY = Employer("ТОО «Құрылыс Сервис»", EmployerKind.COMPANY, "940140000385", "Алматы, Абай 1")
YUSUPOV = Person("Юсупов Алишер", PartialDate(1987), Sex.MALE, "UZ", "+7 701 123 45 67")
KARIMOVA = Person("Каримова Ғұлом", PartialDate(1990, 5, 20), Sex.FEMALE, "TJ")

# Ten thousand a shift, unpaid since March 2025 (situation 1).
SHIFTS = WorkerWages(
    WageTerms(PayBasis.DAILY, Decimal(10_000)),
    (
        WagePeriod(date(2025, 3, 1), Decimal(26)),
        WagePeriod(date(2025, 4, 1), Decimal(24)),
        WagePeriod(date(2025, 5, 1), Decimal(22)),
    ),
)
SHIFTS_DUE = Decimal(720_000)


def new_case(*workers: NewWorker, employer: Employer = COMPANY, opened_on: date = TODAY) -> NewCase:
    crew = workers or (NewWorker(YUSUPOV), NewWorker(KARIMOVA))
    return NewCase(
        employer, crew, site="Абай 10", region="KZ-75", sector=Sector.CONSTRUCTION, opened_on=opened_on, note="a\nb"
    )


def opened(file: OpenFile, *workers: NewWorker, employer: Employer = COMPANY, opened_on: date = TODAY) -> CaseCard:
    """A new case in the file, as its page shows it."""
    return cases.card(file, cases.open_case(file, new_case(*workers, employer=employer, opened_on=opened_on)).id)


def unpaid(file: OpenFile, wages: WorkerWages = SHIFTS) -> CaseCard:
    """A case of two workers with the same wage complaint."""
    card = opened(file)
    complaints.log_wage_arrears(file, NewWageComplaint(card.id, tuple((worker.id, wages) for worker in card.workers)))
    return cases.card(file, card.id)


def close(file: OpenFile, case_id: int, on: date = TODAY, why: ClosedWhy = ClosedWhy.SOLVED) -> None:
    """Close a case as the desk does it: with a result and the reason."""
    outcomes.close(file, Closing(case_id, on, why, NewOutcome(Result.PAID, on), drop_dates=True))
