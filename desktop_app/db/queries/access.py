"""What a member of staff may see: the one condition behind every list, search, card and report that names somebody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, delete, exists, or_, select, text, union_all, update
from sqlalchemy.orm import Session

from desktop_app.db.models import (
    Attachment,
    Case,
    CaseAccess,
    CaseParty,
    CaseWorker,
    Employer,
    Letter,
    LetterDraft,
    Person,
    Staff,
)
from desktop_app.domain.access import CaseAccessCard
from desktop_app.domain.centre import Role
from desktop_app.domain.permissions import Relation

_CASES: Final = Case.__table__.c
_GIVEN: Final = CaseAccess.__table__.c


@dataclass(frozen=True)
class Viewer:
    """Who looks. An administrator sees only what was given to them; the others all that is not restricted."""

    staff_id: int
    role: Role

    @property
    def sees_only_given(self) -> bool:
        """Whether a case that is open to the centre is closed to them."""
        return self.role is Role.ADMINISTRATOR


def viewer(session: Session, staff_id: int) -> Viewer | None:
    """The member of staff as the file has them now; None when their access has ended."""
    row = session.execute(select(Staff.role, Staff.active).where(Staff.id == staff_id)).one_or_none()
    return Viewer(staff_id, Role(row.role)) if row is not None and row.active else None


def cases_for(who: Viewer, case_id: ColumnElement[int] | None = None) -> ColumnElement[bool]:
    """The condition on a column of case ids (by default of the cases themselves) that `who` may see them."""
    column = _CASES.id if case_id is None else case_id
    if who.sees_only_given:
        return column.in_(_given(who))
    return column.not_in(_hidden(who))


def people_for(who: Viewer) -> ColumnElement[bool]:
    """The condition on people: somebody all of whose cases are hidden is hidden too."""
    return _parties_for(who, Person.__table__.c.id, CaseWorker.__table__, "person_id", "case_id")


def employers_for(who: Viewer) -> ColumnElement[bool]:
    """The condition on employers: one is hidden when all its cases are, those in whose chain it stands too."""
    employer_id = Employer.__table__.c.id
    if who.sees_only_given:
        return employer_id.in_(_employers_where(lambda case_id: case_id.in_(_given(who))))
    against, within = Case.__table__.alias("against"), CaseParty.__table__.alias("within")
    seen = or_(
        exists().where(against.c.employer_id == employer_id, against.c.id.not_in(_hidden(who))),
        exists().where(within.c.employer_id == employer_id, within.c.case_id.not_in(_hidden(who))),
    )
    return or_(employer_id.not_in(_employers_where(lambda case_id: case_id.in_(_hidden(who)))), seen)


def workers_for(who: Viewer, worker_id: ColumnElement[int]) -> ColumnElement[bool]:
    """The condition on a column of places in a crew (case_worker ids)."""
    places = CaseWorker.__table__.alias("place")
    if who.sees_only_given:
        return worker_id.in_(select(places.c.id).where(places.c.case_id.in_(_given(who))))
    return worker_id.not_in(select(places.c.id).where(places.c.case_id.in_(_hidden(who))))


def relation(session: Session, who: Viewer, entity: str, entity_id: int) -> Relation | None:
    """What a case, person, employer, letter or attachment is to `who`; None when it is not in the file."""
    if entity == "case":
        return _of_case(session, who, entity_id)
    if entity in _CASE_OF:
        case_id = session.scalar(_CASE_OF[entity](entity_id))
        return None if case_id is None else _of_case(session, who, case_id)
    model, cases = _CASES_OF[entity]
    if session.get(model, entity_id) is None:
        return None
    found = {_of_case(session, who, case_id) for case_id in session.scalars(cases(entity_id))}
    return next((each for each in _BEST_FIRST if each in found), Relation.NONE if found else Relation.CENTRE)


def is_about_cases(entity: str) -> bool:
    """Whether a relation decides about things of this kind."""
    return entity == "case" or entity in _CASE_OF or entity in _CASES_OF


def card(session: Session, case_id: int) -> CaseAccessCard | None:
    """Who may see a case beside those who see all: its access, who is responsible, to whom it was given."""
    case = session.execute(
        select(Case.access, Case.responsible_id, Case.sealed.is_not(None)).where(Case.id == case_id)
    ).one_or_none()
    if case is None:
        return None
    given = session.scalars(select(CaseAccess.staff_id).where(CaseAccess.case_id == case_id).order_by(_GIVEN.staff_id))
    return CaseAccessCard(case_id, case[0] != "centre", case[1], tuple(given), bool(case[2]))


def give(session: Session, case_id: int, staff_id: int, given_by: int, on: date) -> None:
    """Give a case to a member of staff; again changes nothing."""
    if session.get(CaseAccess, (case_id, staff_id)) is None:
        session.add(CaseAccess(case_id=case_id, staff_id=staff_id, given_by=given_by, given_on=on))
        session.flush()


def take(session: Session, case_id: int, staff_id: int) -> None:
    """Take a case back from a member of staff."""
    session.execute(delete(CaseAccess).where(CaseAccess.case_id == case_id, CaseAccess.staff_id == staff_id))


def restrict(session: Session, case_id: int, restricted: bool) -> None:
    """Close a case to all but the responsible one and those it was given to, or open it to the centre."""
    session.execute(update(Case).where(Case.id == case_id).values(access="restricted" if restricted else "centre"))


def _given(who: Viewer) -> Any:
    own = select(_CASES.id).where(_CASES.responsible_id == who.staff_id)
    return union_all(own, select(_GIVEN.case_id).where(_GIVEN.staff_id == who.staff_id))


def _hidden(who: Viewer) -> Select[Any]:
    inner = Case.__table__.alias("hidden")
    given = exists().where(_GIVEN.case_id == inner.c.id, _GIVEN.staff_id == who.staff_id)
    # Written out and not bound: only so does the small index of restricted cases answer.
    restricted = text("hidden.access <> 'centre'")
    other = or_(inner.c.responsible_id.is_(None), inner.c.responsible_id != who.staff_id)
    return select(inner.c.id).where(restricted, other, ~given)


def _parties_for(who: Viewer, party_id: ColumnElement[int], places: Any, party: str, case: str) -> ColumnElement[bool]:
    """By the table where a party stands in cases, and its columns of the party and of the case."""
    here, elsewhere = places.alias("here"), places.alias("elsewhere")
    if who.sees_only_given:
        return party_id.in_(select(here.c[party]).where(here.c[case].in_(_given(who))))
    seen = exists().where(elsewhere.c[party] == here.c[party], elsewhere.c[case].not_in(_hidden(who)))
    return party_id.not_in(select(here.c[party]).where(here.c[case].in_(_hidden(who)), ~seen))


def _employers_where(fits: Callable[[ColumnElement[int]], ColumnElement[bool]]) -> Any:
    """The employers of cases whose id fits, those in the chains of these cases too."""
    against, within = Case.__table__.alias("case_here"), CaseParty.__table__.alias("party_here")
    first = select(against.c.employer_id).where(fits(against.c.id))
    return union_all(first, select(within.c.employer_id).where(fits(within.c.case_id)))


def _of_case(session: Session, who: Viewer, case_id: int) -> Relation | None:
    case = session.execute(select(_CASES.responsible_id, _CASES.access).where(_CASES.id == case_id)).one_or_none()
    if case is None:
        return None
    if case.responsible_id == who.staff_id:
        return Relation.OWN
    if session.get(CaseAccess, (case_id, who.staff_id)) is not None:
        return Relation.ASSIGNED
    return Relation.CENTRE if case.access == "centre" else Relation.NONE


_BEST_FIRST: Final = (Relation.OWN, Relation.ASSIGNED, Relation.CENTRE)


def _case_of_letter(letter_id: int) -> Select[Any]:
    return select(Letter.case_id).where(Letter.id == letter_id)


def _case_of_draft(draft_id: int) -> Select[Any]:
    return select(LetterDraft.case_id).where(LetterDraft.id == draft_id)


def _case_of_attachment(attachment_id: int) -> Select[Any]:
    return select(Attachment.case_id).where(Attachment.id == attachment_id)


def _cases_of_person(person_id: int) -> Select[Any]:
    return select(CaseWorker.case_id).where(CaseWorker.person_id == person_id)


def _cases_of_employer(employer_id: int) -> Any:
    against = select(_CASES.id).where(_CASES.employer_id == employer_id)
    within = CaseParty.__table__.c
    return union_all(against, select(within.case_id).where(within.employer_id == employer_id))


_CASE_OF: Final[dict[str, Callable[[int], Select[Any]]]] = {
    "letter": _case_of_letter,
    "letter_draft": _case_of_draft,
    "attachment": _case_of_attachment,
}
_CASES_OF: Final[dict[str, tuple[Any, Callable[[int], Any]]]] = {
    "person": (Person, _cases_of_person),
    "employer": (Employer, _cases_of_employer),
}
