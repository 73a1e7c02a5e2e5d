"""Consents of people, and the duties that follow from them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import islice
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, exists, func, select
from sqlalchemy.orm import Session

from desktop_app.db.models import Case, CaseWorker, Consent, Person, Staff
from desktop_app.db.queries import access
from desktop_app.db.queries.access import Viewer
from desktop_app.db.rows import person_of
from desktop_app.domain import consents as domain
from desktop_app.domain import people
from desktop_app.domain.cases import Status
from desktop_app.domain.consents import How, StoredConsent, Withdrawal

_CONSENTS: Final = Consent.__table__.c
_PEOPLE: Final = Person.__table__.c
_PLACES: Final = CaseWorker.__table__.c
_ROWS: Final = select(Consent, Staff.full_name).join(Staff, Staff.id == Consent.recorded_by)
_APART: Final = ","
_AT_ONCE: Final = 500


def of_person(session: Session, person_id: int) -> tuple[StoredConsent, ...]:
    """The consents of a person, newest first."""
    newest = _CONSENTS.given_on.desc(), _CONSENTS.id.desc()
    rows = session.execute(_ROWS.where(Consent.person_id == person_id).order_by(*newest))
    return tuple(_stored(row, name) for row, name in rows)


def of_people(session: Session, person_ids: Sequence[int]) -> dict[int, tuple[StoredConsent, ...]]:
    """The consents of each of some people."""
    found: dict[int, list[StoredConsent]] = {person_id: [] for person_id in person_ids}
    for row, name in session.execute(_ROWS.where(Consent.person_id.in_(person_ids))):
        found[row.person_id].append(_stored(row, name))
    return {person_id: tuple(consents) for person_id, consents in found.items()}


def one(session: Session, consent_id: int) -> StoredConsent | None:
    """One consent, None when it is not in the file."""
    found = session.execute(_ROWS.where(Consent.id == consent_id)).one_or_none()
    return None if found is None else _stored(*found)


def add(session: Session, person_id: int, consent: domain.Consent, recorded_by: int) -> int:
    """Keep a consent; its id."""
    row = Consent(
        person_id=person_id,
        version=consent.version,
        language=consent.language,
        how=consent.how.value,
        given_on=consent.given_on,
        until=consent.until,
        data=_joined(consent.data, consent.other_data),
        aims=_joined(consent.aims, consent.other_aims),
        third_parties=consent.third_parties,
        recipients=consent.recipients,
        cross_border=consent.cross_border,
        countries=_APART.join(consent.countries),
        open_sources=consent.open_sources,
        note=consent.note,
        recorded_by=recorded_by,
        withdrawal="",
        refusal="",
    )
    session.add(row)
    session.flush()
    return row.id


def withdraw(session: Session, consent_id: int, withdrawal: Withdrawal) -> None:
    """Note on a consent that it was withdrawn."""
    row = session.get_one(Consent, consent_id)
    row.withdrawn_on, row.withdrawal = withdrawal.on, withdrawal.reason


def stop(session: Session, consent_id: int, on: date) -> None:
    """Note on a withdrawn consent that processing has stopped."""
    session.get_one(Consent, consent_id).stopped_on = on


def refuse(session: Session, consent_id: int, on: date, reason: str) -> None:
    """Note on a withdrawn consent that stopping was refused, and why."""
    row = session.get_one(Consent, consent_id)
    row.refused_on, row.refusal = on, reason


def person(session: Session, person_id: int) -> tuple[people.Person, date | None] | None:
    """A person and the day their data were erased, if they were; None when they are not in the file."""
    found = session.get(Person, person_id)
    return None if found is None else (person_of(found), found.anonymised_on)


def reading_language(session: Session, person_id: int) -> str | None:
    """The language a person reads, None when they are not in the file."""
    return session.scalar(select(Person.language).where(Person.id == person_id))


def withdrawn(session: Session, who: Viewer) -> tuple[tuple[int, str, date], ...]:
    """Withdrawals nobody has decided on, as (person id, name, day of withdrawal), oldest first."""
    undecided = Consent.withdrawn_on.is_not(None), Consent.stopped_on.is_(None), Consent.refused_on.is_(None)
    found = (
        select(_PEOPLE.id, _PEOPLE.full_name, _CONSENTS.withdrawn_on)
        .join(Consent, Consent.person_id == Person.id)
        .where(*undecided, access.people_for(who))
    )
    return _triples(session, found.order_by(_CONSENTS.withdrawn_on, _CONSENTS.id))


def ending(session: Session, who: Viewer, until: date) -> tuple[tuple[int, str, date], ...]:
    """People in open cases whose last consent has ended or ends by `until`: (person id, name, last day), soonest first.

    Asked in two steps: in one, SQLite looks for a later consent of everybody who has one.
    """
    kept = Consent.withdrawn_on.is_(None), Consent.how != How.WITHOUT.value
    last: dict[int, date] = {}
    for person_id, day in session.execute(select(_CONSENTS.person_id, _CONSENTS.until).where(*kept, _ended(until))):
        last[person_id] = max(last.get(person_id, day), day)
    outlasts = exists().where(_CONSENTS.person_id == _PEOPLE.id, *kept, ~_ended(until))
    ids = iter(last)
    found = []
    while some := list(islice(ids, _AT_ONCE)):
        named = select(_PEOPLE.id, _PEOPLE.full_name).where(_PEOPLE.id.in_(some), ~outlasts, _in_open_case(who))
        found += [(person_id, name, last[person_id]) for person_id, name in session.execute(named)]
    return tuple(sorted(found, key=lambda row: (row[2], row[0])))


def without(session: Session, who: Viewer, limit: int) -> tuple[int, tuple[tuple[int, str], ...]]:
    """People in open cases for whom nothing is recorded: how many there are, and the first of them by id.

    It begins with the open cases, so that a file with a long past is not read whole.
    """
    any_consent = exists().where(_CONSENTS.person_id == _PLACES.person_id)
    lacking = (
        select(_PLACES.person_id)
        .select_from(Case)
        .join(CaseWorker, CaseWorker.case_id == Case.id)
        .where(Case.status == Status.OPEN.value, access.cases_for(who), ~any_consent)
        .distinct()
        .subquery()
    )
    named = select(_PEOPLE.id, _PEOPLE.full_name).join(lacking, lacking.c.person_id == _PEOPLE.id)
    living = named.where(Person.anonymised_on.is_(None))
    count = session.scalar(select(func.count()).select_from(living.subquery())) or 0
    rows = session.execute(living.order_by(_PEOPLE.id).limit(limit))
    return count, tuple((row[0], row[1]) for row in rows)


def _ended(until: date) -> ColumnElement[bool]:
    """Whether a consent has ended by `until`; one without a last day never does."""
    return func.coalesce(_CONSENTS.until, date.max) <= until


def _in_open_case(who: Viewer) -> Any:
    """Whether a person stands in an open case that `who` may see."""
    places = CaseWorker.__table__.alias("place")
    cases = Case.__table__.alias("open_case")
    return exists().where(
        places.c.person_id == _PEOPLE.id,
        cases.c.id == places.c.case_id,
        cases.c.status == Status.OPEN.value,
        access.cases_for(who, cases.c.id),
    )


def _triples(session: Session, found: Select[Any]) -> tuple[tuple[int, str, date], ...]:
    return tuple((row[0], row[1], _day(row[2])) for row in session.execute(found))


def _day(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)


def _joined(codes: tuple[str, ...], other: str) -> str:
    """Codes and words as one column keeps them: the codes on the first line, the words on the second."""
    return _APART.join(map(str, codes)) + ("\n" + other if other else "")


def _parted(text: str) -> tuple[tuple[str, ...], str]:
    codes, _line, other = text.partition("\n")
    return tuple(filter(None, codes.split(_APART))), other


def _stored(row: Consent, recorded_by: str) -> StoredConsent:
    data, other_data = _parted(row.data)
    aims, other_aims = _parted(row.aims)
    return StoredConsent(
        row.id,
        row.person_id,
        domain.Consent(
            How(row.how),
            row.given_on,
            row.until,
            row.language,
            row.version,
            data,
            other_data,
            aims,
            other_aims,
            row.third_parties,
            row.recipients,
            row.cross_border,
            tuple(filter(None, row.countries.split(_APART))),
            row.open_sources,
            row.note,
        ),
        recorded_by,
        None if row.withdrawn_on is None else Withdrawal(row.withdrawn_on, row.withdrawal),
        row.stopped_on,
        row.refused_on,
        row.refusal,
    )
