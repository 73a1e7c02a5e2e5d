"""A crew to test with: the first of the situations the program is shown with."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from desktop_app.domain.cases import NewCase, NewWorker, Sector
from desktop_app.domain.complaints import PayBasis, WagePeriod, WageTerms, WorkerWages
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.people import Person, Sex
from desktop_app.services import cases
from desktop_app.services.files import OpenFile

TODAY = "2026-11-21"
LLP = Employer("ТОО «Самал Құрылыс»", EmployerKind.COMPANY, "940140000385", "город Алматы, улица Райымбека, 200")
SHIFTS = WageTerms(PayBasis.DAILY, Decimal(10_000))
MONTHS = tuple(WagePeriod(date(2025, month, 1), Decimal(shifts)) for month, shifts in ((3, 26), (4, 24), (5, 22)))
NAMES = ("Юсупов Равшан", "Каримов Бахтиёр", "Sardor Qodirov")


def log_case(file: OpenFile, names: tuple[str, ...] = NAMES, *, wages: bool = True) -> int:
    """A case of a building crew, 720,000 tenge owed to each; its id."""
    told = WorkerWages(SHIFTS, MONTHS) if wages else None
    workers = tuple(
        NewWorker(Person(name, PartialDate(1950 + at % 50), Sex.MALE, "UZ"), wages=told)
        for at, name in enumerate(names)
    )
    new = NewCase(LLP, workers, sector=Sector.CONSTRUCTION, region="KZ-75", next_date=date(2026, 11, 25))
    return cases.open_case(file, new).id
