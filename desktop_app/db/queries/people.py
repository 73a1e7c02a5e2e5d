"""Lists and cards of people."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Select, func, select, tuple_, update
from sqlalchemy.orm import Session

from desktop_app.db import search
from desktop_app.db.models import Case, CaseWorker, Person
from desktop_app.db.rows import columns_of_worker, person_of
from desktop_app.domain import people as domain
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.people import PersonCard, PersonRow, Sex

MOST_FOUND: Final = 200


def page(session: Session, text: str, after_id: int | None, limit: int) -> tuple[PersonRow, ...]:
    """People in alphabetical order, or those `text` may mean (at most 200), best first; below `after_id`, if given."""
    if text.strip():
        return search.below(found(session, text, MOST_FOUND), after_id, limit)
    rows = _rows().order_by(Person.name_sort, Person.id).limit(limit)
    if after_id is not None:
        last = select(Person.name_sort, Person.id).where(Person.id == after_id)
        place = session.execute(last).one_or_none()
        if place is None:
            return ()
        rows = rows.where(tuple_(Person.name_sort, Person.id) > tuple_(*place))
    return tuple(_row(row, None) for row in session.execute(rows))


def found(session: Session, text: str, limit: int) -> tuple[PersonRow, ...]:
    """People whom `text` may mean, best first, with their scores."""
    hits = search.find(session, search.PEOPLE, text, limit)
    rows = {row.id: row for row in session.execute(_rows().where(Person.id.in_([hit.id for hit in hits])))}
    return tuple(_row(rows[hit.id], hit.score) for hit in hits)


def card(session: Session, person_id: int) -> PersonCard | None:
    """A person with their cases, newest first; None when there is no such person."""
    person = session.get(Person, person_id)
    if person is None:
        return None
    cases = (
        select(Case.id, Case.number, Case.employer_name)
        .join(CaseWorker, CaseWorker.case_id == Case.id)
        .where(CaseWorker.person_id == person_id)
        .order_by(Case.id.desc())
    )
    return PersonCard(person.id, person_of(person), tuple((row[0], row[1], row[2]) for row in session.execute(cases)))


def _rows() -> Select[Any]:
    cases = select(func.count()).where(CaseWorker.person_id == Person.id).scalar_subquery()
    return select(
        Person.id,
        Person.full_name,
        Person.birth,
        Person.sex,
        Person.citizenship,
        Person.phone,
        cases.label("cases"),
    )


def _row(row: Any, score: float | None) -> PersonRow:
    birth = PartialDate.from_iso(row.birth) if row.birth else None
    return PersonRow(row.id, row.full_name, birth, Sex(row.sex), row.citizenship, row.phone, row.cases, score)


def repeat(session: Session, person_id: int, person: domain.Person) -> None:
    """Write the person's name and figures where cases repeat them."""
    places = CaseWorker.person_id == person_id
    session.execute(update(CaseWorker).where(places).values(**columns_of_worker(person)))
    first_in = select(CaseWorker.case_id).where(places, CaseWorker.position == 0)
    session.execute(update(Case).where(Case.id.in_(first_in)).values(first_worker=person.full_name))
