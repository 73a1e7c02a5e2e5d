"""Every write, and every look at a case or a person, leaves a line in the log that tells no content."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.db.models import AuditLine
from desktop_app.db.queries import Session
from desktop_app.domain.cases import MoneyEntry, MoneyKind, NewWageComplaint, NewWorker
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.domain.people import Person
from desktop_app.domain.reports import SummaryRequest
from desktop_app.errors import AppError, InvalidInput
from desktop_app.services import cases, complaints, employers, letters, money, people, summaries
from desktop_app.services.files import OpenFile
from tests.services.situations import COMPANY, SHIFTS, SHIFTS_DUE, TODAY, YUSUPOV, new_case
from tests.services.test_cases import change_of

Line = tuple[str, str, int | None]


def lines(file: OpenFile) -> list[Line]:
    with file.db.read() as session:
        return [(line.action, line.entity, line.entity_id) for line in _stored(session)]


def _stored(session: Session) -> list[AuditLine]:
    return session.query(AuditLine).order_by(AuditLine.seq).all()


def test_each_action_leaves_its_line(file: OpenFile, tmp_path: Path) -> None:
    before = len(lines(file))
    case = cases.open_case(file, new_case()).id
    worker = cases.card(file, case).workers[0]
    complaints.log_wage_arrears(file, NewWageComplaint(case, ((worker.id, SHIFTS),)))
    money.record(file, case, (MoneyEntry(worker.id, MoneyKind.AWARDED, SHIFTS_DUE, TODAY),))
    cases.add_workers(file, case, (NewWorker(Person("Али")),))
    people.card(file, worker.person_id)
    people.save(file, worker.person_id, YUSUPOV)
    employers.save(file, 1, COMPANY)
    employers.card(file, 1)
    cases.change(file, change_of(file, case, note="new"))
    request = LetterRequest(case, "employer_claim", LetterLanguage.KK, TODAY, TODAY, file.staff.id)
    letter = letters.create(file, request).id
    letters.pdf(file, letter)
    summaries.export(file, SummaryRequest(TODAY, TODAY, "kk"), tmp_path / "summary.xlsx")
    assert lines(file)[before:] == [
        ("open_case", "case", case),
        ("view_case", "case", case),
        ("log_wage_complaint", "case", case),
        ("record_money", "case", case),
        ("add_workers", "case", case),
        ("view_person", "person", worker.person_id),
        ("change_person", "person", worker.person_id),
        ("change_employer", "employer", 1),
        ("view_employer", "employer", 1),
        ("view_case", "case", case),
        ("change_case", "case", case),
        ("create_letter", "letter", letter),
        ("view_letter", "letter", letter),
        ("export_summary", "summary", None),
    ]


def test_what_fails_leaves_no_line(file: OpenFile) -> None:
    case = cases.open_case(file, new_case()).id
    before = lines(file)
    with pytest.raises(AppError):
        cases.card(file, 99)
    with pytest.raises(InvalidInput):
        money.record(file, case, ())
    with pytest.raises(AppError):
        people.save(file, 99, YUSUPOV)
    assert lines(file) == before


def test_a_failed_export_still_has_its_line(file: OpenFile, tmp_path: Path) -> None:
    with pytest.raises(AppError):
        summaries.export(file, SummaryRequest(TODAY, TODAY, "kk"), tmp_path / "nowhere" / "summary.xlsx")
    assert lines(file)[-1] == ("export_summary", "summary", None)


def test_the_log_tells_no_content(file: OpenFile) -> None:
    cases.card(file, cases.open_case(file, new_case()).id)
    with file.db.read() as session:
        told = " ".join(f"{line.action} {line.entity} {line.entity_id} {line.at}" for line in _stored(session))
    assert YUSUPOV.full_name not in told
    assert "2026-0001" not in told
