"""What warnings ask the file about a crew: where they sleep, with which papers they work, what is unpaid."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from desktop_app.db.case_rows import Words
from desktop_app.db.models import CaseWorker, Paper, Stay, WorkRight
from desktop_app.domain.permit_state import Asked, HeldPaper

_PLACES: Final = CaseWorker.__table__.c


def living_at_site(session: Session, case_id: int) -> dict[int, str]:
    """Whether each worker sleeps where they work (yes, no, empty when nobody asked), by the place in the case."""
    rows = session.execute(select(_PLACES.id, _PLACES.lives_at_site).where(_PLACES.case_id == case_id))
    return {row[0]: row[1] for row in rows}


def set_living_at_site(session: Session, case_id: int, worker_ids: tuple[int, ...], answer: str) -> None:
    """Write down for some workers of a case whether they sleep where they work."""
    places = CaseWorker.case_id == case_id, CaseWorker.id.in_(worker_ids)
    session.execute(update(CaseWorker).where(*places).values(lives_at_site=answer))


def papers_of(session: Session, case_id: int, words: Words) -> dict[int, tuple[HeldPaper, ...]]:
    """The papers of the crew, by the id of the person."""
    rows = session.scalars(
        select(Paper).join(CaseWorker, CaseWorker.person_id == Paper.person_id).where(_PLACES.case_id == case_id)
    )
    found: dict[int, list[HeldPaper]] = defaultdict(list)
    for row in rows:
        employer = words("paper", row.id, "employer", row.employer)
        found[row.person_id].append(HeldPaper(row.kind, row.expires_on, row.region, employer))
    return {person_id: tuple(each) for person_id, each in found.items()}


def statuses_of(session: Session, case_id: int) -> dict[int, Asked]:
    """The status and the fines of the crew, by the id of the person; nobody asked about those left out."""
    rows = session.scalars(
        select(WorkRight)
        .join(CaseWorker, CaseWorker.person_id == WorkRight.person_id)
        .where(_PLACES.case_id == case_id)
    )
    return {row.person_id: Asked(row.status, row.unpaid_fine) for row in rows}


def staying(session: Session, case_id: int) -> frozenset[int]:
    """The people of the crew with a stay that lasts, by the id of the person."""
    rows = session.scalars(
        select(Stay.person_id)
        .join(CaseWorker, CaseWorker.person_id == Stay.person_id)
        .where(_PLACES.case_id == case_id, Stay.left_on.is_(None))
    )
    return frozenset(rows)
