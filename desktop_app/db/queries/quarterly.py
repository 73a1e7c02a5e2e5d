"""What the quarterly check asks of the log and the staff."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop_app.db.models import AuditLine, Staff
from desktop_app.db.queries import log
from desktop_app.domain.logbook import moment
from desktop_app.domain.permissions import Action
from desktop_app.domain.quarterly import Person

_LINE: Final = AuditLine.__table__.c
_HERE: Final = ("sign_in", "unlock", "recover_access")


def people(session: Session) -> tuple[Person, ...]:
    """Everybody who can sign in, and when they were last here; who never came counts from the day they were added."""
    here: dict[int, datetime] = {}
    for action in _HERE:
        _keep_latest(here, log.last_by_person(session, action))
    added = _added(session)
    rows = session.execute(select(Staff.id, Staff.full_name, Staff.left_on).where(Staff.active).order_by(Staff.id))
    return tuple(Person(name, left_on, here.get(staff_id) or added.get(staff_id)) for staff_id, name, left_on in rows)


def logins(session: Session) -> tuple[str, ...]:
    """The logins of everybody who can sign in."""
    return tuple(session.scalars(select(Staff.login).where(Staff.active)))


def last_with_name(session: Session, action: str) -> tuple[datetime | None, str]:
    """When an action was done last, and by whom."""
    row = session.execute(
        select(_LINE.at, Staff.full_name)
        .outerjoin(Staff, Staff.id == _LINE.staff_id)
        .where(_LINE.seq == select(func.max(_LINE.seq)).where(_LINE.action == action).scalar_subquery())
    ).one_or_none()
    return (None, "") if row is None else (moment(row.at), row.full_name or "")


def _keep_latest(here: dict[int, datetime], found: dict[int, Any]) -> None:
    for staff_id, at in found.items():
        if at is not None and (staff_id not in here or here[staff_id] < at):
            here[staff_id] = at


def _added(session: Session) -> dict[int, datetime]:
    newest = (
        select(func.max(_LINE.seq))
        .where(_LINE.action == Action.ADD_STAFF.value, _LINE.entity == "staff")
        .group_by(_LINE.entity_id)
    )
    rows = session.execute(select(_LINE.entity_id, _LINE.at).where(_LINE.seq.in_(newest)))
    return {staff_id: at for staff_id, text in rows if staff_id is not None and (at := moment(text)) is not None}
