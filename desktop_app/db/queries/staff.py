"""Members of staff who come, change and leave, and the cases that pass from hand to hand."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, delete, func, or_, select, update
from sqlalchemy.orm import Session

from desktop_app.db.models import AuditLine, Case, CaseAccess, Staff
from desktop_app.db.queries import centre
from desktop_app.domain.cases import Status
from desktop_app.domain.centre import Role, StaffMember
from desktop_app.domain.staff import StaffLine

_CASES: Final = Case.__table__.c


def member(session: Session, staff_id: int) -> StaffMember | None:
    """A member of staff, also one who left."""
    return next((each for each in centre.staff(session) if each.id == staff_id), None)


def lines(session: Session, *, with_sign_in: bool) -> tuple[StaffLine, ...]:
    """Everyone who works or worked here, with what the list tells of them."""
    left: dict[int, date | None] = {row.id: row.left_on for row in session.execute(select(Staff.id, Staff.left_on))}
    signed_in = _signed_in(session) if with_sign_in else {}
    cases = _cases(session)
    return tuple(
        StaffLine(each, signed_in.get(each.id), left[each.id], cases.get(each.id, 0)) for each in centre.staff(session)
    )


def administrators(session: Session) -> int:
    """How many administrators may sign in."""
    count = select(func.count()).select_from(Staff).where(Staff.active, Staff.role == Role.ADMINISTRATOR.value)
    return session.scalar(count) or 0


def set_role(session: Session, staff_id: int, role: Role) -> None:
    """Give a member of staff another role."""
    session.get_one(Staff, staff_id).role = role.value


def end(session: Session, staff_id: int, on: date) -> None:
    """Note that somebody left: they may not sign in, and no case is given to them any longer."""
    row = session.get_one(Staff, staff_id)
    row.active, row.left_on = False, on
    session.execute(delete(CaseAccess).where(CaseAccess.staff_id == staff_id))


def reinstate(session: Session, staff_id: int) -> None:
    """Note that somebody came back."""
    row = session.get_one(Staff, staff_id)
    row.active, row.left_on = True, None


def hand_over(session: Session, staff_id: int, successor_id: int) -> int:
    """Make somebody else responsible for what has to be taken over; how many cases these were.

    Each gets a new version, so that a form opened before is not saved over it.
    """
    values = {"responsible_id": successor_id, "version": Case.version + 1}
    done: Any = session.execute(update(Case).where(_to_be_taken_over(staff_id)).values(values))
    return int(done.rowcount)


def _to_be_taken_over(staff_id: int) -> ColumnElement[bool]:
    """Open cases, and those nobody else may see."""
    return (_CASES.responsible_id == staff_id) & or_(_CASES.status == Status.OPEN.value, _CASES.access != "centre")


def _cases(session: Session) -> dict[int, int]:
    open_or_hidden = or_(_CASES.status == Status.OPEN.value, _CASES.access != "centre")
    rows = session.execute(
        select(_CASES.responsible_id, func.count().label("cases"))
        .where(_CASES.responsible_id.is_not(None), open_or_hidden)
        .group_by(_CASES.responsible_id)
    )
    return {row.responsible_id: row.cases for row in rows}


def _signed_in(session: Session) -> dict[int, date]:
    newest = select(func.max(AuditLine.seq)).where(AuditLine.action == "sign_in").group_by(AuditLine.staff_id)
    rows = session.execute(select(AuditLine.staff_id, AuditLine.at).where(AuditLine.seq.in_(newest)))
    return {row.staff_id: date.fromisoformat(row.at[:10]) for row in rows if row.staff_id is not None}
