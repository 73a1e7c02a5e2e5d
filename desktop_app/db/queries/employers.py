"""Lists and cards of employers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, Final

from sqlalchemy import Date, Select, and_, func, or_, select, tuple_, update
from sqlalchemy.orm import Session

from desktop_app.db import search
from desktop_app.db.models import Case, CaseParty, CaseWorker, Deadline, Employer, Letter, MoneyEntry
from desktop_app.db.queries import access
from desktop_app.db.queries.access import Viewer
from desktop_app.db.rows import employer_of
from desktop_app.domain import employers as domain
from desktop_app.domain.cases import MoneyKind, Status
from desktop_app.domain.employers import EmployerCard, EmployerCase, EmployerKind, EmployerRow, Unanswered
from desktop_app.domain.money import from_tiyn
from desktop_app.law.steps import steps_of_letters

MOST_FOUND: Final = 200
_ASKING: Final = tuple(kind for kind, told in steps_of_letters().items() if not told.when_sent)
"""The letters that name a day by which the employer is to act."""
_TO_EMPLOYER: Final = "employer"
# A code joined with nothing below: no index of the code is taken, and the few cases of the employer answer.


def page(session: Session, who: Viewer, text: str, after_id: int | None, limit: int) -> tuple[EmployerRow, ...]:
    """Employers in alphabetical order, or those `text` may mean (at most 200), best first; below `after_id`."""
    if search.is_searchable(text):
        return search.below(found(session, who, text, MOST_FOUND), after_id, limit)
    rows = _rows(who).order_by(Employer.name_sort, Employer.id).limit(limit)
    if after_id is not None:
        last = select(Employer.name_sort, Employer.id).where(Employer.id == after_id)
        place = session.execute(last).one_or_none()
        if place is None:
            return ()
        rows = rows.where(tuple_(Employer.name_sort, Employer.id) > tuple_(*place))
    return tuple(_row(row, None) for row in session.execute(rows))


def found(session: Session, who: Viewer, text: str, limit: int) -> tuple[EmployerRow, ...]:
    """Employers whom `text` may mean, best first, with their scores."""
    hits = search.find(session, search.EMPLOYERS, text, limit)
    rows = {row.id: row for row in session.execute(_rows(who).where(Employer.id.in_([hit.id for hit in hits])))}
    return tuple(_row(rows[hit.id], hit.score) for hit in hits if hit.id in rows)


def card(session: Session, who: Viewer, employer_id: int, today: date) -> EmployerCard | None:
    """An employer with all its cases that `who` may see, newest first; None when there is no such employer."""
    employer = session.get(Employer, employer_id)
    if employer is None:
        return None
    parts = dict(_parts(session, employer_id))
    waiting = _unanswered(session, who, employer_id, today)
    rows = session.execute(
        select(Case)
        .where(or_(Case.employer_id == employer_id, Case.id.in_(parts)), access.cases_for(who))
        .order_by(Case.id.desc())
    ).scalars()
    awarded = _awarded(session, who, employer_id)
    cases = tuple(
        (
            row.id,
            row.number,
            EmployerCase(
                row.workers,
                row.status == Status.OPEN.value,
                row.opened_on,
                "" if row.employer_id == employer_id else parts[row.id],
                from_tiyn(row.owed_tiyn),
                from_tiyn(awarded.get(row.id, 0)),
                from_tiyn(row.received_tiyn),
                sum(letter.case_id == row.id for letter in waiting),
            ),
        )
        for row in rows
    )
    own = [case for _id, _number, case in cases if not case.part]
    return EmployerCard(
        employer.id,
        employer_of(employer),
        cases,
        sum((case.owed for case in own if case.open), Decimal(0)),
        sum((case.awarded for case in own), Decimal(0)),
        sum((case.received for case in own), Decimal(0)),
        waiting,
    )


def _parts(session: Session, employer_id: int) -> Iterator[tuple[int, str]]:
    """The cases in whose chain an employer stands, each with its part."""
    parties = CaseParty.__table__.c
    rows = select(parties.case_id, parties.part).where(parties.employer_id == employer_id).order_by(parties.id.desc())
    return ((row.case_id, row.part) for row in session.execute(rows))


def _awarded(session: Session, who: Viewer, employer_id: int) -> dict[int, int]:
    """Tiyn awarded in the cases against an employer, by case."""
    total = func.sum(MoneyEntry.amount_tiyn)
    rows = (
        select(CaseWorker.case_id, total)
        .join(MoneyEntry, MoneyEntry.case_worker_id == CaseWorker.id)
        .join(Case, Case.id == CaseWorker.case_id)
        .where(
            Case.employer_id == employer_id,
            MoneyEntry.kind.concat("") == MoneyKind.AWARDED.value,
            access.cases_for(who),
        )
        .group_by(CaseWorker.case_id)
    )
    return {row[0]: row[1] for row in session.execute(rows)}


def _unanswered(session: Session, who: Viewer, employer_id: int, today: date) -> tuple[Unanswered, ...]:
    """Letters to an employer without an answer: their clock ran out, or they have none and the day to act by is past.

    A clock that somebody took away with a reason waits for nothing any more. A letter whose answer was registered has
    one, whatever its clock; reading copies are no letters of their own.
    """
    clocks, letters = Deadline.__table__.c, Letter.__table__.c
    waits = and_(clocks.done_on.is_(None), clocks.removed_on.is_(None))
    of_letter = select(clocks.id).where(clocks.letter_id == letters.id)
    answered = of_letter.where(clocks.done_on.is_not(None)).exists()
    due = select(func.max(clocks.due_on)).where(clocks.letter_id == letters.id, waits).scalar_subquery()
    rows = (
        select(letters.id, letters.number, letters.case_id, func.coalesce(due, letters.pay_by, type_=Date).label("due"))
        .join(Case, Case.id == letters.case_id)
        .where(
            Case.employer_id == employer_id,
            Case.status.concat("") == Status.OPEN.value,
            letters.addressee_kind == _TO_EMPLOYER,
            letters.kind.in_(_ASKING),
            letters.copy_of.is_(None),
            letters.answered_on.is_(None),
            access.cases_for(who),
            ~answered,
            or_(~of_letter.exists(), due.is_not(None)),
            func.coalesce(due, letters.pay_by) < today,
        )
        .order_by(letters.id.desc())
    )
    return tuple(Unanswered(row.id, row.number, row.case_id, row.due) for row in session.execute(rows))


def _rows(who: Viewer) -> Select[Any]:
    party = CaseParty.__table__.c
    within = select(party.case_id).where(party.employer_id == Employer.id)
    all_of_them = or_(Case.employer_id == Employer.id, Case.id.in_(within))
    cases = select(func.count()).where(all_of_them, access.cases_for(who)).scalar_subquery()
    return select(Employer.id, Employer.name, Employer.kind, Employer.bin_iin, cases.label("cases")).where(
        access.employers_for(who)
    )


def _row(row: Any, score: float | None) -> EmployerRow:
    return EmployerRow(row.id, row.name, EmployerKind(row.kind), row.bin_iin, row.cases, score)


def repeat(session: Session, employer_id: int, employer: domain.Employer) -> None:
    """Write the employer's name and kind where cases repeat them."""
    new = {"employer_name": employer.name, "employer_kind": employer.kind.value}
    session.execute(update(Case).where(Case.employer_id == employer_id).values(**new))
