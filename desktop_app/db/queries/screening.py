"""What was found about the indicators, and what the file knows of each worker before anybody screens."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop_app.db.case_rows import Words
from desktop_app.db.models import CaseWorker, Complaint, ComplaintWorker, HeldDocument, Screening, Staff
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.indicators import Found, Indicator
from desktop_app.domain.screening import Finding

_PLACES: Final = CaseWorker.__table__.c
_HELD: Final = HeldDocument.__table__.c
_KNOWN: Final = {each.value for each in Indicator}
_KINDS: Final = {each.value for each in ComplaintKind}

Standing = tuple[ComplaintKind, PartialDate | None]
"""A complaint that is not settled, and since when, as far as known."""


def findings(session: Session, case_id: int, words: Words) -> dict[int, tuple[Finding, ...]]:
    """What was found, by the worker's place in the case; an indicator this program does not know is left out."""
    rows = session.execute(
        select(Screening, Staff.full_name)
        .join(CaseWorker, CaseWorker.id == Screening.case_worker_id)
        .outerjoin(Staff, Staff.id == Screening.staff_id)
        .where(_PLACES.case_id == case_id)
        .order_by(Screening.id)
    )
    found: dict[int, list[Finding]] = defaultdict(list)
    for row, name in rows:
        if row.indicator in _KNOWN:
            note = words("screening", row.id, "note", row.note)
            told = Finding(Indicator(row.indicator), Found(row.answer), note, row.on_day, name or "")
            found[row.case_worker_id].append(told)
    return {worker: tuple(each) for worker, each in found.items()}


def store(
    session: Session, worker_id: int, told: Iterable[Finding], staff_id: int, today: date
) -> tuple[Screening, ...]:
    """Write down findings about one worker, each in place of the former one; the rows that were written."""
    written = []
    for finding in told:
        row = session.scalars(
            select(Screening).where(
                Screening.case_worker_id == worker_id, Screening.indicator == finding.indicator.value
            )
        ).one_or_none()
        if row is None:
            row = Screening(case_worker_id=worker_id, indicator=finding.indicator.value)
            session.add(row)
        row.answer, row.note = finding.answer.value, finding.note
        row.on_day, row.staff_id = today, staff_id
        written.append(row)
    session.flush()
    return tuple(written)


def complaints_of(session: Session, case_id: int) -> dict[int, tuple[Standing, ...]]:
    """The complaints that stand, by the worker's place; one without workers of its own is about all the crew."""
    crew = tuple(session.scalars(select(_PLACES.id).where(_PLACES.case_id == case_id)))
    rows = session.execute(
        select(Complaint.id, Complaint.kind, Complaint.since).where(
            Complaint.case_id == case_id, Complaint.settled_on.is_(None)
        )
    ).all()
    about: dict[int, list[int]] = defaultdict(list)
    for complaint_id, worker_id in session.execute(
        select(ComplaintWorker.complaint_id, ComplaintWorker.case_worker_id)
        .join(Complaint, Complaint.id == ComplaintWorker.complaint_id)
        .where(Complaint.case_id == case_id)
    ):
        about[complaint_id].append(worker_id)
    found: dict[int, list[Standing]] = {worker_id: [] for worker_id in crew}
    for complaint_id, kind, since in rows:
        if kind in _KINDS:
            for worker_id in about.get(complaint_id, crew):
                found[worker_id].append((ComplaintKind(kind), PartialDate.from_iso(since) if since else None))
    return {worker_id: tuple(each) for worker_id, each in found.items()}


def held_documents(session: Session, case_id: int) -> Counter[int]:
    """How many documents of each worker somebody still keeps, by the worker's place."""
    rows = session.execute(
        select(_HELD.case_worker_id, func.count())
        .join(CaseWorker.__table__, _PLACES.id == _HELD.case_worker_id)
        .join(Complaint.__table__, Complaint.__table__.c.id == _HELD.complaint_id)
        .where(_PLACES.case_id == case_id, _HELD.returned_on.is_(None), Complaint.__table__.c.settled_on.is_(None))
        .group_by(_HELD.case_worker_id)
    )
    return Counter({row[0]: row[1] for row in rows})
