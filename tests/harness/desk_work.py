"""What is done at the desk in the flows of the harnesses."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from desktop_app.domain.cases import CaseChange, MoneyEntry, MoneyKind, NewWageComplaint, NewWorker
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.domain.people import Person
from desktop_app.services import cases, complaints, letters, money
from desktop_app.services.files import OpenFile
from tests.services.situations import SHIFTS, TODAY, YUSUPOV, new_case


def open_a_case(file: OpenFile, name: str = YUSUPOV.full_name) -> int:
    """A new case of two workers."""
    crew = (NewWorker(replace(YUSUPOV, full_name=name)), NewWorker(Person("Али")))
    return cases.open_case(file, new_case(*crew)).id


def receive(file: OpenFile, case: int, tenge: int) -> None:
    """Money that reached the first worker of a case."""
    worker = cases.card(file, case).workers[0].id
    money.record(file, case, (MoneyEntry(worker, MoneyKind.RECEIVED, Decimal(tenge), TODAY),))


def complain(file: OpenFile, case: int) -> None:
    """The wage complaint of a crew."""
    workers = cases.card(file, case).workers
    complaints.log_wage_arrears(file, NewWageComplaint(case, tuple((worker.id, SHIFTS) for worker in workers)))


def write_letter(file: OpenFile, case: int) -> int:
    """The claim to the employer, kept in the file."""
    request = LetterRequest(case, "employer_claim", LetterLanguage.KK, TODAY, TODAY + timedelta(days=10), file.staff.id)
    return letters.create(file, request).id


def note(file: OpenFile, case: int, text: str) -> None:
    """Another note on a case."""
    card = cases.card(file, case)
    names = CaseChange.__dataclass_fields__.keys() & card.__dataclass_fields__.keys()
    told = {name: getattr(card, name) for name in names}
    cases.change(file, CaseChange(**{**told, "case_id": case, "note": text}))
