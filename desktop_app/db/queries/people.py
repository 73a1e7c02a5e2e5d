"""Lists and cards of people."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import Select, func, select, tuple_, update
from sqlalchemy.orm import Session

from desktop_app.db import search
from desktop_app.db.models import Case, CaseWorker, Person
from desktop_app.db.queries import access
from desktop_app.db.queries.access import Viewer
from desktop_app.db.rows import columns_of_worker, person_of, plain
from desktop_app.domain import people as domain
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.people import PersonCard, PersonRow, Sex

MOST_FOUND: Final = 200


_PEOPLE: Final = Person.__table__.c
_SEXES: Final = {sex.value: sex for sex in Sex}
_PLACES: Final = CaseWorker.__table__.c


def page(session: Session, who: Viewer, text: str, after_id: int | None, limit: int) -> tuple[PersonRow, ...]:
    """People in alphabetical order, or those `text` may mean (at most 200), best first; below `after_id`, if given."""
    if search.is_searchable(text):
        return search.below(found(session, who, text, MOST_FOUND), after_id, limit)
    rows = _rows(who).order_by(_PEOPLE.name_sort, _PEOPLE.id).limit(limit)
    if after_id is not None:
        last = select(_PEOPLE.name_sort, _PEOPLE.id).where(_PEOPLE.id == after_id)
        place = session.execute(last).one_or_none()
        if place is None:
            return ()
        rows = rows.where(tuple_(_PEOPLE.name_sort, _PEOPLE.id) > tuple_(*place))
    return tuple([_row(row, None) for row in plain(session, rows)])


def found(session: Session, who: Viewer, text: str, limit: int) -> tuple[PersonRow, ...]:
    """People whom `text` may mean, best first, with their scores."""
    hits = search.find(session, search.PEOPLE, text, limit)
    rows = {row[0]: row for row in plain(session, _rows(who).where(_PEOPLE.id.in_([hit.id for hit in hits])))}
    return tuple(_row(rows[hit.id], hit.score) for hit in hits if hit.id in rows)


def card(session: Session, who: Viewer, person_id: int) -> PersonCard | None:
    """A person with their cases, newest first; None when there is no such person."""
    person = session.get(Person, person_id)
    if person is None:
        return None
    cases = (
        select(Case.id, Case.number, Case.employer_name)
        .join(CaseWorker, CaseWorker.case_id == Case.id)
        .where(CaseWorker.person_id == person_id, access.cases_for(who))
        .order_by(Case.id.desc())
    )
    return PersonCard(person.id, person_of(person), tuple((row[0], row[1], row[2]) for row in session.execute(cases)))


def _rows(who: Viewer) -> Select[*tuple[Any, ...]]:
    """The columns of the list for the people whom `who` may see, with the number of cases they may see."""
    cases = select(func.count()).where(_PLACES.person_id == _PEOPLE.id, access.cases_for(who, _PLACES.case_id))
    columns = (_PEOPLE.id, _PEOPLE.full_name, _PEOPLE.birth, _PEOPLE.sex, _PEOPLE.citizenship, _PEOPLE.phone)
    return select(*columns, cases.scalar_subquery(), _PEOPLE.phone_safe).where(access.people_for(who))


def _row(row: Sequence[Any], score: float | None) -> PersonRow:
    person_id, full_name, birth, sex, citizenship, phone, cases, phone_safe = row
    born = _birth(birth) if birth else None
    return PersonRow(person_id, full_name, born, _SEXES[sex], citizenship, phone, cases, score, phone_safe)


@lru_cache(maxsize=50_000)
def _birth(iso: str) -> PartialDate:
    return PartialDate.from_iso(iso)


def repeat(session: Session, person_id: int, person: domain.Person) -> None:
    """Write the person's name and figures where cases repeat them."""
    places = CaseWorker.person_id == person_id
    session.execute(update(CaseWorker).where(places).values(**columns_of_worker(person)))
    first_in = select(CaseWorker.case_id).where(places, CaseWorker.position == 0)
    session.execute(update(Case).where(Case.id.in_(first_in)).values(first_worker=person.full_name))
