"""The complaints of a case with the workers they are about and the documents that are kept."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desktop_app.db.case_rows import Words
from desktop_app.db.models import Base, CaseWorker, Complaint, ComplaintWorker, HeldDocument, WageTerms
from desktop_app.domain import held_documents as domain
from desktop_app.domain.answers import read_answers, write_answers
from desktop_app.domain.complaint_cards import ComplaintCard, NewComplaint
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.held_documents import DocumentKind

_KINDS: Final = frozenset(ComplaintKind)
_DOCUMENTS: Final = frozenset(DocumentKind)


def of_case(session: Session, case_id: int, words: Words) -> tuple[ComplaintCard, ...]:
    """The complaints of a case, those that are not settled first, then the newest first."""
    rows = session.scalars(
        select(Complaint)
        .where(Complaint.case_id == case_id)
        .order_by(Complaint.settled_on.is_not(None), Complaint.id.desc())
    ).all()
    workers: dict[int, list[int]] = {}
    for complaint_id, worker_id in session.execute(
        select(ComplaintWorker.complaint_id, ComplaintWorker.case_worker_id)
        .join(Complaint, Complaint.id == ComplaintWorker.complaint_id)
        .where(Complaint.case_id == case_id)
        .order_by(ComplaintWorker.case_worker_id)
    ):
        workers.setdefault(complaint_id, []).append(worker_id)
    kept: dict[int, list[domain.HeldDocument]] = {}
    for document in session.scalars(
        select(HeldDocument)
        .join(Complaint, Complaint.id == HeldDocument.complaint_id)
        .where(Complaint.case_id == case_id)
        .order_by(HeldDocument.id)
    ):
        kept.setdefault(document.complaint_id, []).append(_document(document, words))
    return tuple(
        ComplaintCard(
            id=row.id,
            kind=_kind(row.kind),
            worker_ids=tuple(workers.get(row.id, ())),
            since=_partial(row.since),
            logged_on=row.logged_on,
            settled_on=row.settled_on,
            answers=read_answers(words("complaint", row.id, "answers", row.answers)),
            note=words("complaint", row.id, "note", row.note),
            documents=tuple(kept.get(row.id, ())),
            version=row.version,
        )
        for row in rows
    )


def kinds_of_case(session: Session, case_id: int) -> frozenset[ComplaintKind]:
    """The kinds of complaint a case has, wage arrears among them when anybody's wages are typed."""
    stored = session.scalars(select(Complaint.kind).where(Complaint.case_id == case_id).distinct())
    kinds = {_kind(kind) for kind in stored}
    wages = select(WageTerms.case_worker_id).join(CaseWorker, CaseWorker.id == WageTerms.case_worker_id)
    if session.scalar(wages.where(CaseWorker.case_id == case_id).limit(1)) is not None:
        kinds.add(ComplaintKind.WAGE_ARREARS)
    return frozenset(kinds)


def stored(session: Session, case_id: int, complaint_id: int) -> Complaint | None:
    """The row of a complaint of this case."""
    row = session.get(Complaint, complaint_id)
    return row if row is not None and row.case_id == case_id else None


def add(session: Session, case_id: int, new: NewComplaint, logged_by: int, on: date) -> tuple[int, list[Base]]:
    """Store a complaint; its id and its rows."""
    row = Complaint(
        case_id=case_id,
        kind=new.kind.value,
        since=None,
        logged_on=on,
        logged_by=logged_by,
        settled_on=None,
        answers="{}",
        note="",
        version=0,
    )
    session.add(row)
    session.flush()
    return row.id, write(session, row, new)


def write(session: Session, row: Complaint, new: NewComplaint) -> list[Base]:
    """Give a complaint other values, one version on; its rows."""
    row.since = new.since.iso if new.since is not None else None
    row.answers = write_answers(new.answers)
    row.note = new.note
    row.version += 1
    session.execute(delete(ComplaintWorker).where(ComplaintWorker.complaint_id == row.id))
    session.add_all(ComplaintWorker(complaint_id=row.id, case_worker_id=worker_id) for worker_id in new.worker_ids)
    written = [row, *_documents(session, row.id, new.documents)]
    session.flush()
    return written


def remove(session: Session, row: Complaint) -> None:
    """Delete a complaint with what hangs on it."""
    session.execute(delete(ComplaintWorker).where(ComplaintWorker.complaint_id == row.id))
    session.execute(delete(HeldDocument).where(HeldDocument.complaint_id == row.id))
    session.delete(row)
    session.flush()


def _documents(session: Session, complaint_id: int, wanted: Iterable[domain.HeldDocument]) -> list[Base]:
    """Bring the rows of documents to what is wanted; known ones keep their id."""
    known = {
        row.id: row for row in session.scalars(select(HeldDocument).where(HeldDocument.complaint_id == complaint_id))
    }
    written: list[Base] = []
    for document in wanted:
        row = known.pop(document.id, None)
        if row is None:
            row = HeldDocument(complaint_id=complaint_id)
            session.add(row)
        row.case_worker_id = document.worker_id
        row.kind = document.kind.value
        row.number = document.number
        row.since = document.since.iso if document.since is not None else None
        row.held_by = document.held_by
        row.place = document.place
        row.word = document.word
        row.returned_on = document.returned_on
        written.append(row)
    for row in known.values():
        session.delete(row)
    return written


def _document(row: HeldDocument, words: Words) -> domain.HeldDocument:
    return domain.HeldDocument(
        worker_id=row.case_worker_id,
        kind=DocumentKind(row.kind) if row.kind in _DOCUMENTS else DocumentKind.OTHER,
        number=words("held_document", row.id, "number", row.number),
        since=_partial(row.since),
        held_by=words("held_document", row.id, "held_by", row.held_by),
        place=words("held_document", row.id, "place", row.place),
        word=row.word,
        returned_on=row.returned_on,
        id=row.id,
    )


def _kind(code: str) -> ComplaintKind:
    return ComplaintKind(code) if code in _KINDS else ComplaintKind.OTHER


def _partial(text: str | None) -> PartialDate | None:
    return PartialDate.from_iso(text) if text else None
