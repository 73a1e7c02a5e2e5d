"""The rows about one person in the tables of case_rows: in the cases somebody may see, and the person's own papers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import false, inspect, or_, select, true
from sqlalchemy.orm import Session

from desktop_app.db import case_rows
from desktop_app.db.case_rows import Words
from desktop_app.db.models import (
    Case,
    CaseWorker,
    Complaint,
    ComplaintWorker,
    IncomingPaper,
    LetterDraft,
    LetterSending,
)
from desktop_app.domain.own_records import TOLD, OwnRecord


def of_case(
    session: Session, case_id: int, person_id: int, said: Words, letter_ids: Sequence[int] = ()
) -> Iterator[OwnRecord]:
    """The rows about a person in one case; what is about the whole crew only when nobody else is in it.

    `letter_ids`: letters that speak for the person alone; how they left, and what answered them, is the person's own.
    Drafts of letters are left out: whom they speak for stands in their words.
    """
    number = session.scalar(select(Case.number).where(Case.id == case_id)) or ""
    crew = select(CaseWorker.id, CaseWorker.person_id).where(CaseWorker.case_id == case_id)
    places = [row.id for row in session.execute(crew) if row.person_id == person_id]
    alone = len(session.execute(crew).all()) == len(places)
    for hung in (*case_rows.ON_CASE, *case_rows.ON_WORKER):
        if hung.table.name not in TOLD or hung.model is LetterDraft:
            continue
        own = _own(hung, case_id, places, letter_ids, alone=alone)
        for row in session.scalars(select(hung.model).where(own)).all():
            yield _record(hung, row, number, said)


def of_person(session: Session, person_id: int, said: Words) -> Iterator[OwnRecord]:
    """The papers, stays and answers of a person."""
    for hung in case_rows.ON_PERSON:
        column = getattr(hung.model, hung.by)
        for row in session.scalars(select(hung.model).where(column == person_id)).all():
            yield _record(hung, row, "", said)


def _own(hung: case_rows.Hung, case_id: int, places: Sequence[int], letter_ids: Sequence[int], *, alone: bool) -> Any:
    if hung.model is Complaint:
        named = select(ComplaintWorker.complaint_id).where(ComplaintWorker.case_worker_id.in_(places))
        of_all = select(ComplaintWorker.complaint_id)
        about = or_(Complaint.id.in_(named), Complaint.id.not_in(of_all)) if alone else Complaint.id.in_(named)
        return (Complaint.case_id == case_id) & about
    of_case = hung.table.c.case_id == case_id if hung.by == "case_id" else true()
    if hung.model in (LetterSending, IncomingPaper) and not alone:
        return of_case & hung.table.c.letter_id.in_(letter_ids)
    if "case_worker_id" not in hung.table.c:
        return of_case & (true() if alone else false())
    column = hung.table.c.case_worker_id
    if hung.by == "case_worker_id":
        return column.in_(places)
    return of_case & (or_(column.in_(places), column.is_(None)) if alone else column.in_(places))


def _record(hung: case_rows.Hung, row: Any, number: str, said: Words) -> OwnRecord:
    row_id = int(inspect(row).identity[0])
    name = hung.table.name
    columns = {column.name: getattr(row, column.name) for column in hung.table.columns}
    texts = {column: said(name, row_id, column, columns[column]) for column in hung.texts}
    return OwnRecord(name, number, columns | texts)
