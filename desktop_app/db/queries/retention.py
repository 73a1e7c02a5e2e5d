"""Closed cases whose term of storage has ended, and taking the names out of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, func, or_, select, update
from sqlalchemy.orm import Session, aliased

from desktop_app.db import case_rows
from desktop_app.db.models import Case, CaseWorker, Employer, Enquiry, Person, Referral, Transfer
from desktop_app.db.queries import access, erasure
from desktop_app.db.queries.access import Viewer
from desktop_app.domain.cases import Status
from desktop_app.domain.erasure import anonymous_name
from desktop_app.domain.retention import RetentionRow, ends_on
from desktop_app.i18n import sort_key

_CASES: Final = Case.__table__.c
_PLACES: Final = CaseWorker.__table__.c


def ended(session: Session, who: Viewer, closed_by: date, years: int, limit: int) -> tuple[RetentionRow, ...]:
    """The cases that were closed by a day and still name people, as far as `who` may see them, oldest first."""
    columns = (_CASES.id, _CASES.number, _CASES.closed_on, _CASES.workers, _CASES.hold_until, _CASES.hold_reason)
    rows = _ended(select(*columns), who, closed_by).order_by(_CASES.closed_on, _CASES.id).limit(limit)
    return tuple(
        RetentionRow(row.id, row.number, row.closed_on, ends_on(row.closed_on, years), *row[3:])
        for row in session.execute(rows)
    )


def count(session: Session, who: Viewer, closed_by: date, today: date) -> int:
    """How many cases were closed by a day, still name people and are not held."""
    free = or_(_CASES.hold_until.is_(None), _CASES.hold_until < today)
    return session.scalar(_ended(select(func.count()), who, closed_by).where(free)) or 0


def of_ids(session: Session, who: Viewer, case_ids: Iterable[int]) -> tuple[Case, ...]:
    """Those of the closed cases that `who` may see and that still name people."""
    open_to = Case.id.in_(list(case_ids)), Case.anonymised_on.is_(None), access.cases_for(who)
    return tuple(session.scalars(select(Case).where(*open_to, Case.status == Status.CLOSED.value).order_by(Case.id)))


def count_enquiries(session: Session, by: date) -> int:
    """How many enquiries up to a day, which became no case, still hold a name, a phone or words."""
    return session.scalar(select(func.count()).select_from(Enquiry).where(*_worded(by))) or 0


def forget_enquiries(session: Session, by: date) -> None:
    """Empty the names, phones and words of those enquiries; they go on counting."""
    emptied: dict[str, Any] = dict.fromkeys(case_rows.ENQUIRY.texts, "")
    old = select(Enquiry.id).where(Enquiry.on_day <= by, Enquiry.case_id.is_(None))
    about = Referral.enquiry_id.in_(old), Referral.case_id.is_(None)
    session.execute(update(Referral).where(*about).values(aim="", note=""))
    session.execute(update(Enquiry).where(*_worded(by)).values(**emptied))


def is_named_outside(session: Session, person_id: int, case_ids: Iterable[int]) -> bool:
    """Whether somebody stands in a case beside these that is not anonymous."""
    places = select(CaseWorker.case_id).where(CaseWorker.person_id == person_id)
    found = select(Case.id).where(Case.id.in_(places), Case.id.not_in(list(case_ids)), Case.anonymised_on.is_(None))
    return session.scalar(found.limit(1)) is not None


def places_in(session: Session, case_id: int) -> tuple[CaseWorker, ...]:
    """The places of a case in the order of its crew."""
    return tuple(session.scalars(select(CaseWorker).where(CaseWorker.case_id == case_id).order_by(_PLACES.position)))


def split_off(session: Session, place: CaseWorker, number: str, on: date) -> None:
    """Give a place in a crew to nobody, because its person stands in other cases with their name."""
    person = session.get_one(Person, place.person_id)
    columns = {
        column.name: getattr(person, column.name)
        for column in Person.__table__.columns
        if column.name not in ("id", "full_name", "name_fold", "name_skel", "name_sort")
    }
    nobody = Person(**columns, full_name="", name_fold="", name_skel="", name_sort="")
    erasure.blank(nobody, number, on)
    session.add(nobody)
    session.flush()
    # A transfer of the person must not tell who stood here.
    of_case = Transfer.case_id == place.case_id, Transfer.person_id == person.id
    session.execute(update(Transfer).where(*of_case).values(case_id=None))
    place.person_id = nobody.id
    session.flush()
    erasure.forget_places(session, CaseWorker.id == place.id, anonymous_name(number))


def forget_employer_of(session: Session, case_id: int, number: str) -> None:
    """Make an employer nobody when all cases against them are anonymous: people's names and their numbers."""
    case = session.get_one(Case, case_id)
    other = aliased(Case)
    named = select(other.id).where(other.employer_id == case.employer_id, other.anonymised_on.is_(None)).limit(1)
    if session.scalar(named) is not None:
        return
    employer = session.get_one(Employer, case.employer_id)
    employer.head_name = employer.phone = employer.phone_tail = employer.address = ""
    if employer.kind != "company":
        employer.name, employer.bin_iin = anonymous_name(number), ""
        employer.name_fold = employer.name_skel = ""
        employer.name_sort = sort_key(employer.name)
        session.execute(update(Case).where(Case.employer_id == employer.id).values(employer_name=employer.name))
    session.flush()


def _worded(by: date) -> tuple[ColumnElement[bool], ...]:
    words = (getattr(Enquiry, column) != "" for column in case_rows.ENQUIRY.texts)
    return Enquiry.on_day <= by, Enquiry.case_id.is_(None), or_(*words)


def _ended(rows: Select[Any], who: Viewer, closed_by: date) -> Select[Any]:
    return rows.where(
        _CASES.status == Status.CLOSED.value,
        _CASES.closed_on <= closed_by,
        _CASES.anonymised_on.is_(None),
        access.cases_for(who),
    )
