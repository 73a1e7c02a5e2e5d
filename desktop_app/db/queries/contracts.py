"""Contract checks of a case, and what is ready before its claim goes to court."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.db import models
from desktop_app.db.case_rows import Words
from desktop_app.db.models import Staff
from desktop_app.domain.answers import Answer, read_answers, write_answers
from desktop_app.domain.contract_checks import ContractCheck, NewContractCheck


def checks(session: Session, case_id: int, words: Words) -> tuple[ContractCheck, ...]:
    """The checks of a case, newest first."""
    rows = session.execute(
        select(models.ContractCheck, Staff.full_name)
        .outerjoin(Staff, Staff.id == models.ContractCheck.checked_by)
        .where(models.ContractCheck.case_id == case_id)
        .order_by(models.ContractCheck.id.desc())
    )
    return tuple(_check(row, name or "", words) for row, name in rows)


def stored_check(session: Session, case_id: int, check_id: int) -> models.ContractCheck | None:
    """A check of this case, to be written to."""
    row = session.get(models.ContractCheck, check_id)
    return row if row is not None and row.case_id == case_id else None


def write_check(
    session: Session, row: models.ContractCheck | None, new: NewContractCheck, staff_id: int, today: date
) -> models.ContractCheck:
    """Write a check into its row, or into a new one; the row with its id."""
    if row is None:
        row = models.ContractCheck(case_id=new.case_id)
        session.add(row)
    row.case_worker_id, row.note = new.worker_id, new.note
    row.checked_on, row.checked_by = today, staff_id
    row.answers = write_answers(new.answers)
    session.flush()
    return row


def remove_check(session: Session, row: models.ContractCheck) -> None:
    """Take a check out."""
    session.delete(row)
    session.flush()


def readiness(session: Session, case_id: int, words: Words) -> dict[str, Answer]:
    """What was answered about a claim to court; empty when nobody was asked yet."""
    row = session.get(models.Readiness, case_id)
    return {} if row is None else read_answers(words("readiness", case_id, "answers", row.answers))


def write_readiness(session: Session, case_id: int, answers: Mapping[str, Answer], today: date) -> models.Readiness:
    """Write down what was answered; the row."""
    row = session.get(models.Readiness, case_id)
    if row is None:
        row = models.Readiness(case_id=case_id)
        session.add(row)
    row.answers, row.changed_on = write_answers(answers), today
    session.flush()
    return row


def _check(row: models.ContractCheck, name: str, words: Words) -> ContractCheck:
    answers = words("contract_check", row.id, "answers", row.answers)
    return ContractCheck(
        id=row.id,
        worker_id=row.case_worker_id,
        checked_on=row.checked_on,
        checked_by=name,
        answers=read_answers(answers),
        note=words("contract_check", row.id, "note", row.note),
    )
