"""Taking a case out of the file with all that hangs on it."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from sqlalchemy import CursorResult, Delete, Select, delete, exists, func, select, update
from sqlalchemy.orm import Session

from desktop_app.db import case_rows
from desktop_app.db.models import (
    Attachment,
    AttachmentPiece,
    Case,
    CaseAccess,
    CaseParty,
    CaseWorker,
    Consent,
    Employer,
    IncomingPaper,
    Letter,
    MoneyEntry,
    Person,
    Setting,
    Transfer,
    WagePayment,
    WagePeriod,
    WageTerms,
)

_OF_WORKERS: Final = (WageTerms, WagePeriod, WagePayment, MoneyEntry)
_LAST: Final = "last_{kind}_{year}"


class Deleted(NamedTuple):
    """How much was taken out."""

    people: int
    letters: int
    attachments: int


def delete_case(session: Session, case: Case) -> Deleted:
    """Take out a case, its crew, letters and attachments; people and employers who stand in no other case go too.

    Somebody with a consent or a transfer of data on record stays: the register may not lose its person.
    """
    keep_numbers(session, case)
    chain = select(CaseParty.employer_id).where(CaseParty.case_id == case.id)
    employers = {case.employer_id, *session.scalars(chain)}
    case_rows.delete_of_case(session, case.id)
    workers = select(CaseWorker.id).where(CaseWorker.case_id == case.id)
    people = list(session.scalars(select(CaseWorker.person_id).where(CaseWorker.case_id == case.id)))
    for table in _OF_WORKERS:
        _delete(session, delete(table).where(table.case_worker_id.in_(workers)))
    _delete(session, delete(CaseWorker).where(CaseWorker.case_id == case.id))
    pieces = select(Attachment.id).where(Attachment.case_id == case.id)
    _delete(session, delete(AttachmentPiece).where(AttachmentPiece.attachment_id.in_(pieces)))
    attachments = _delete(session, delete(Attachment).where(Attachment.case_id == case.id))
    letters = _delete(session, delete(Letter).where(Letter.case_id == case.id))
    _delete(session, delete(CaseAccess).where(CaseAccess.case_id == case.id))
    session.execute(update(Transfer).where(Transfer.case_id == case.id).values(case_id=None))
    session.delete(case)
    session.flush()
    elsewhere = (
        exists().where(CaseWorker.person_id == Person.id),
        exists().where(Consent.person_id == Person.id),
        exists().where(Transfer.person_id == Person.id),
    )
    alone = list(session.scalars(select(Person.id).where(Person.id.in_(people), *(~each for each in elsewhere))))
    case_rows.delete_of_people(session, alone)
    gone = _delete(session, delete(Person).where(Person.id.in_(alone)))
    other = exists().where(Case.employer_id == Employer.id), exists().where(CaseParty.employer_id == Employer.id)
    _delete(session, delete(Employer).where(Employer.id.in_(employers), *(~each for each in other)))
    return Deleted(gone, letters, attachments)


def keep_numbers(session: Session, case: Case) -> None:
    """Note the numbers of a case and its letters, so that nothing new ever gets one of them."""
    _keep(session, "case", case.year, case.sequence)
    for kind, table in (("letter", Letter), ("incoming", IncomingPaper)):
        # A reading copy has no number of a year (0).
        own = (table.case_id == case.id) & (table.year > 0)
        numbers = select(table.year, func.max(table.sequence)).where(own).group_by(table.year)
        for year, sequence in session.execute(numbers):
            _keep(session, kind, year, sequence)


def next_number(session: Session, kind: str, year: int, greatest: Select[Any]) -> int:
    """The number behind the `greatest` in use and behind every one that was deleted."""
    kept = session.get(Setting, _LAST.format(kind=kind, year=year))
    return max(session.scalar(greatest) or 0, int(kept.value) if kept else 0) + 1


def _keep(session: Session, kind: str, year: int, sequence: int) -> None:
    name = _LAST.format(kind=kind, year=year)
    kept = session.get(Setting, name)
    session.merge(Setting(name=name, value=str(max(sequence, int(kept.value) if kept else 0))))


def _delete(session: Session, statement: Delete) -> int:
    found = session.execute(statement, execution_options={"synchronize_session": False})
    return found.rowcount if isinstance(found, CursorResult) else 0
