"""What hangs on a person in the file: their cases, letters, attachments, and who looked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from desktop_app.db.models import Attachment, AuditLine, Case, CaseWorker, Letter, Staff
from desktop_app.db.queries import access
from desktop_app.db.queries.access import Viewer
from desktop_app.domain.centre import Role
from desktop_app.domain.log_actions import VIEWS
from desktop_app.domain.person_file import Looks

_LINE: Final = AuditLine.__table__.c


def case_ids(session: Session, person_id: int, who: Viewer | None = None) -> tuple[int, ...]:
    """The cases of a person, oldest first; those that `who` may see, when somebody is given."""
    found = select(CaseWorker.case_id).where(CaseWorker.person_id == person_id)
    if who is not None:
        found = found.where(access.cases_for(who, CaseWorker.__table__.c.case_id))
    return tuple(session.scalars(found.order_by(CaseWorker.case_id)))


def letters(session: Session, case_ids: Sequence[int]) -> tuple[Any, ...]:
    """The letters of some cases, oldest first, as rows of id, number, kind, on_day, workers, case_id, case_number."""
    columns = (Letter.id, Letter.number, Letter.kind, Letter.on_day, Letter.workers, Letter.case_id)
    rows = select(*columns, Case.number.label("case_number")).join(Case, Case.id == Letter.case_id)
    return tuple(session.execute(rows.where(Letter.case_id.in_(case_ids)).order_by(Letter.id)))


def looks(session: Session, person_id: int, case_ids: Sequence[int]) -> tuple[Looks, ...]:
    """Who looked at a person and their cases, counted by day and role, oldest first."""
    things = (
        ("person", [person_id]),
        ("case", list(case_ids)),
        ("letter", list(session.scalars(select(Letter.id).where(Letter.case_id.in_(case_ids))))),
        ("attachment", list(session.scalars(select(Attachment.id).where(Attachment.case_id.in_(case_ids))))),
    )
    about = or_(*(and_(_LINE.entity == kind, _LINE.entity_id.in_(ids)) for kind, ids in things if ids))
    day = func.substr(_LINE.at, 1, 10)
    counted = (
        select(day, Staff.role, func.count())
        .select_from(AuditLine)
        .outerjoin(Staff, Staff.id == _LINE.staff_id)
        .where(about, _LINE.action.in_(list(VIEWS)))
        .group_by(day, Staff.role)
        .order_by(day, Staff.role)
    )
    return tuple(
        Looks(date.fromisoformat(on), Role(role) if role else None, times)
        for on, role, times in session.execute(counted)
    )
