"""What the start page shows."""

from __future__ import annotations

from datetime import date

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from desktop_app.db.models import Case, MoneyEntry
from desktop_app.db.queries import access
from desktop_app.db.queries.access import Viewer
from desktop_app.db.queries.cases import CASE_ROWS, case_rows
from desktop_app.domain.cases import CaseRow, MoneyKind, Status, Today
from desktop_app.domain.money import from_tiyn


def read(session: Session, who: Viewer, today: date, until: date, limit: int) -> Today:
    """Open cases due by `today` and from the next day to `until`, soonest first, and the counts."""
    opened = and_(Case.status == Status.OPEN.value, access.cases_for(who))
    open_cases, owed = session.execute(select(func.count(), func.sum(Case.owed_tiyn)).where(opened)).one()
    undated = select(func.count()).where(opened, Case.next_date.is_(None))
    received = select(func.sum(MoneyEntry.amount_tiyn)).where(
        MoneyEntry.kind == MoneyKind.RECEIVED.value,
        MoneyEntry.on_day >= today.replace(month=1, day=1),
        MoneyEntry.on_day <= today.replace(month=12, day=31),
        access.workers_for(who, MoneyEntry.__table__.c.case_worker_id),
    )
    return Today(
        on=today,
        due=_due(session, who, date.min, today, limit),
        upcoming=_due(session, who, date.fromordinal(today.toordinal() + 1), until, limit),
        open_cases=open_cases,
        without_next_date=session.scalar(undated) or 0,
        owed=from_tiyn(owed or 0),
        received_this_year=from_tiyn(session.scalar(received) or 0),
    )


def _due(session: Session, who: Viewer, first: date, last: date, limit: int) -> tuple[CaseRow, ...]:
    cases = CASE_ROWS.where(
        access.cases_for(who), Case.status == Status.OPEN.value, Case.next_date.between(first, last)
    )
    return case_rows(session, cases.order_by(Case.next_date, Case.id).limit(limit))
