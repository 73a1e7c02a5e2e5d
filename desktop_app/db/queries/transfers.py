"""The register of personal data given to others."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import Session

from desktop_app.db.models import Case, CaseWorker, Person, Staff, Transfer
from desktop_app.db.queries import access
from desktop_app.db.queries.access import Viewer
from desktop_app.domain.transfers import Basis, NewTransfer, RegisterFilter, TransferRow

_LINES: Final = Transfer.__table__.c
_PEOPLE: Final = Person.__table__.c
_APART: Final = ","
_ROWS: Final = (
    select(
        _LINES.id,
        _LINES.person_id,
        _PEOPLE.full_name,
        Case.number,
        _LINES.on_day,
        _LINES.recipient,
        _LINES.country,
        _LINES.what,
        _LINES.aim,
        _LINES.basis,
        _LINES.consent_id,
        _LINES.published,
        Staff.full_name,
    )
    .select_from(Transfer)
    .join(Person, _PEOPLE.id == _LINES.person_id)
    .join(Staff, Staff.id == _LINES.recorded_by)
    .outerjoin(Case, Case.id == _LINES.case_id)
)


def page(session: Session, who: Viewer, wanted: RegisterFilter) -> tuple[TransferRow, ...]:
    """A page of the register of people and cases that `who` may see, newest first."""
    rows = _ROWS.where(*_seen_by(who), *_days(wanted))
    if wanted.after_id is not None:
        last = session.execute(select(_LINES.on_day, _LINES.id).where(_LINES.id == wanted.after_id)).one_or_none()
        if last is None:
            return ()
        earlier = and_(_LINES.on_day == last.on_day, _LINES.id < last.id)
        rows = rows.where(or_(_LINES.on_day < last.on_day, earlier))
    return _told(session, rows.order_by(_LINES.on_day.desc(), _LINES.id.desc()).limit(wanted.limit))


def of_person(session: Session, who: Viewer, person_id: int) -> tuple[TransferRow, ...]:
    """What was given away about a person in cases that `who` may see, newest first."""
    rows = _ROWS.where(_LINES.person_id == person_id, *_seen_by(who))
    return _told(session, rows.order_by(_LINES.on_day.desc(), _LINES.id.desc()))


def every(session: Session, who: Viewer, wanted: RegisterFilter) -> tuple[TransferRow, ...]:
    """The whole register of a period, oldest first, of people and cases that `who` may see."""
    return _told(session, _ROWS.where(*_seen_by(who), *_days(wanted)).order_by(_LINES.on_day, _LINES.id))


def add(session: Session, person_id: int, transfer: NewTransfer, consent_id: int | None, recorded_by: int) -> int:
    """Write a line for one person of a transfer; its id."""
    other = "\n" + transfer.other_what if transfer.other_what else ""
    row = Transfer(
        person_id=person_id,
        case_id=transfer.case_id,
        on_day=transfer.on,
        recipient=transfer.recipient,
        country=transfer.country,
        what=_APART.join(map(str, transfer.what)) + other,
        aim="\n".join(filter(None, (transfer.aim, transfer.reason))),
        basis=transfer.basis.value,
        consent_id=consent_id,
        published=transfer.published,
        recorded_by=recorded_by,
    )
    session.add(row)
    session.flush()
    return row.id


def in_case(session: Session, case_id: int) -> frozenset[int]:
    """The ids of the people of a case."""
    return frozenset(session.scalars(select(CaseWorker.person_id).where(CaseWorker.case_id == case_id)))


def _seen_by(who: Viewer) -> list[Any]:
    return [access.people_for(who), or_(_LINES.case_id.is_(None), access.cases_for(who, _LINES.case_id))]


def _days(wanted: RegisterFilter) -> list[Any]:
    days: list[Any] = []
    if wanted.first is not None:
        days.append(_LINES.on_day >= wanted.first)
    if wanted.last is not None:
        days.append(_LINES.on_day <= wanted.last)
    return days


def _told(session: Session, rows: Select[Any]) -> tuple[TransferRow, ...]:
    return tuple(_row(row) for row in session.execute(rows))


def _row(row: Any) -> TransferRow:
    codes, _line, other = row.what.partition("\n")
    return TransferRow(
        row[0],
        row.person_id,
        row[2],
        row.number or "",
        row.on_day,
        row.recipient,
        row.country,
        tuple(filter(None, codes.split(_APART))),
        other,
        row.aim,
        Basis(row.basis),
        row.consent_id,
        row.published,
        row[12],
    )
