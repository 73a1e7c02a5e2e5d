"""What was found about the indicators, worker by worker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.db.case_rows import Words
from desktop_app.db.models import CaseWorker, Screening, Staff
from desktop_app.domain.indicators import Found, Indicator
from desktop_app.domain.screening import Finding

_PLACES: Final = CaseWorker.__table__.c
_KNOWN: Final = {each.value for each in Indicator}


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
