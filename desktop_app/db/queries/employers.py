"""Lists and cards of employers."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Select, func, select, tuple_, update
from sqlalchemy.orm import Session

from desktop_app.db import search
from desktop_app.db.models import Case, Employer
from desktop_app.db.queries import access
from desktop_app.db.queries.access import Viewer
from desktop_app.db.rows import employer_of
from desktop_app.domain import employers as domain
from desktop_app.domain.employers import EmployerCard, EmployerKind, EmployerRow

MOST_FOUND: Final = 200


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


def card(session: Session, who: Viewer, employer_id: int) -> EmployerCard | None:
    """An employer with its cases, newest first; None when there is no such employer."""
    employer = session.get(Employer, employer_id)
    if employer is None:
        return None
    seen = (Case.employer_id == employer_id, access.cases_for(who))
    cases = select(Case.id, Case.number, Case.workers).where(*seen).order_by(Case.id.desc())
    rows = tuple((row[0], row[1], row[2]) for row in session.execute(cases))
    return EmployerCard(employer.id, employer_of(employer), rows)


def _rows(who: Viewer) -> Select[Any]:
    cases = select(func.count()).where(Case.employer_id == Employer.id, access.cases_for(who)).scalar_subquery()
    return select(Employer.id, Employer.name, Employer.kind, Employer.bin_iin, cases.label("cases")).where(
        access.employers_for(who)
    )


def _row(row: Any, score: float | None) -> EmployerRow:
    return EmployerRow(row.id, row.name, EmployerKind(row.kind), row.bin_iin, row.cases, score)


def repeat(session: Session, employer_id: int, employer: domain.Employer) -> None:
    """Write the employer's name and kind where cases repeat them."""
    new = {"employer_name": employer.name, "employer_kind": employer.kind.value}
    session.execute(update(Case).where(Case.employer_id == employer_id).values(**new))
