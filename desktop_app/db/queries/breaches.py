"""The register of breaches, and what their papers count: data, who could see, who saw which case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Any, Final

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.orm import Session

from desktop_app.db.models import (
    Attachment,
    AuditLine,
    Breach,
    Case,
    CaseAccess,
    CaseWorker,
    Consent,
    Letter,
    MoneyEntry,
    Person,
    Staff,
    WageTerms,
)
from desktop_app.db.queries import log
from desktop_app.db.queries.log_counts import Tallies, Tally, ends, told
from desktop_app.domain import breaches
from desktop_app.domain.breaches import CaseReach, CaseSeen, Categories
from desktop_app.domain.centre import Role
from desktop_app.domain.logbook import moment
from desktop_app.domain.permissions import Action, Relation, may

_LINE: Final = AuditLine.__table__.c
_KINDS: Final = ("case", "letter", "attachment", "person")
_FEW: Final = 50
_AT_ONCE: Final = 200


def listing(session: Session) -> tuple[breaches.Breach, ...]:
    """All breaches, the newest first; the day of the notice is counted by the service."""
    staff = log.colleagues(session)
    rows = session.scalars(select(Breach).order_by(Breach.id.desc()))
    return tuple(_breach(row, staff[row.recorded_by].name if row.recorded_by in staff else "") for row in rows)


def add(session: Session, found_at: str, described: str, recorded_by: int) -> int:
    """Store a breach; its id."""
    row = Breach(found_at=found_at, described=described, notified_at="", recorded_by=recorded_by)
    session.add(row)
    session.flush()
    return row.id


def note_notice(session: Session, breach_id: int, at: str) -> None:
    """Store when the authorised body was notified."""
    session.execute(update(Breach).where(Breach.id == breach_id).values(notified_at=at))


def case_ids(session: Session, numbers: Iterable[str]) -> dict[str, int]:
    """The ids of these case numbers, as far as there are such cases."""
    rows = session.execute(select(Case.number, Case.id).where(Case.number.in_(list(numbers))))
    return dict(_pairs(rows))


def categories(session: Session, cases: frozenset[int] | None) -> Categories:
    """What data these cases (None: all) hold, in numbers."""
    workers = select(CaseWorker.id).where(*_among(CaseWorker.case_id, cases))
    people = select(CaseWorker.person_id).where(*_among(CaseWorker.case_id, cases))
    filled = session.execute(
        select(
            func.count(),
            func.count(Person.birth),
            _filled(Person.citizenship),
            _filled(Person.phone),
            _filled(Person.iin),
        ).where(Person.id.in_(people))
    ).one()
    return Categories(
        cases=_count(session, select(func.count()).select_from(Case).where(*_among(Case.id, cases))),
        sealed=_count(
            session, select(func.count()).select_from(Case).where(Case.sealed.is_not(None), *_among(Case.id, cases))
        ),
        people=filled[0],
        births=filled[1],
        citizenships=filled[2],
        phones=filled[3],
        iins=filled[4],
        wages=_count(session, select(func.count()).select_from(WageTerms).where(WageTerms.case_worker_id.in_(workers))),
        money=_count(
            session, select(func.count()).select_from(MoneyEntry).where(MoneyEntry.case_worker_id.in_(workers))
        ),
        letters=_count(session, select(func.count()).select_from(Letter).where(*_among(Letter.case_id, cases))),
        attachments=_count(
            session, select(func.count()).select_from(Attachment).where(*_among(Attachment.case_id, cases))
        ),
        consents=_count(session, select(func.count()).select_from(Consent).where(Consent.person_id.in_(people))),
    )


def reach(session: Session, cases: frozenset[int] | None) -> Iterator[CaseReach]:
    """Each case with who can open it now, in the order of their numbers."""
    staff = {
        staff_id: (name, Role(role))
        for staff_id, name, role in session.execute(
            select(Staff.id, Staff.full_name, Staff.role).where(Staff.active).order_by(Staff.id)
        )
    }
    given: dict[int, set[int]] = {}
    for case_id, staff_id in session.execute(select(CaseAccess.case_id, CaseAccess.staff_id)):
        given.setdefault(case_id, set()).add(staff_id)
    everybody = log.colleagues(session)
    rows = session.execute(
        select(Case.id, Case.number, Case.opened_on, Case.access, Case.sealed.is_not(None), Case.responsible_id)
        .where(*_among(Case.id, cases))
        .order_by(Case.year, Case.sequence)
    )
    for case_id, number, opened_on, access, sealed, responsible_id in rows:
        could = tuple(
            name
            for staff_id, (name, role) in staff.items()
            if may(role, Action.VIEW_CASE, _relation(staff_id, responsible_id, given.get(case_id, ()), access))
        )
        responsible = everybody[responsible_id].name if responsible_id in everybody else ""
        yield CaseReach(number, opened_on, "sealed" if sealed else access, responsible, could)


def seen(session: Session, first: date, last: date, cases: frozenset[int] | None) -> Iterator[CaseSeen]:
    """Who did what with which case within these days, in the order of the case numbers, the latest person first."""
    found = log.bounds(session, first, last)
    if found is None:
        return
    tallies = _tallies(session, _grouped(session, found, (first, last), cases), cases)
    numbers = dict(_pairs(session.execute(select(Case.id, Case.number).order_by(Case.year, Case.sequence))))
    staff = log.colleagues(session)
    looked_at = iter([(case_id, number) for case_id, number in numbers.items() if case_id in tallies])
    while some := list(islice(looked_at, _AT_ONCE)):
        at = log.times(session, sorted(ends(tallies[case_id] for case_id, _number in some)))
        for case_id, number in some:
            yield from (CaseSeen(number, one) for one in told(tallies.pop(case_id), staff, at))


def _tallies(session: Session, groups: Iterable[Any], cases: frozenset[int] | None) -> dict[int, Tallies]:
    """By case and person; a line about a letter, an attachment or a person counts for each of their cases."""
    of = {
        "letter": _cases_of(session, select(Letter.id, Letter.case_id)),
        "attachment": _cases_of(session, select(Attachment.id, Attachment.case_id)),
        "person": _cases_of(session, select(CaseWorker.person_id, CaseWorker.case_id)),
    }
    found: dict[int, Tallies] = {}
    for kind, thing, who, action, lines, low, high in groups:
        for case_id in (thing,) if kind == "case" else of[kind].get(thing, ()):
            if cases is None or case_id in cases:
                found.setdefault(case_id, {}).setdefault(who, Tally()).add(str(action), lines, low, high)
    return found


def _grouped(
    session: Session, found: tuple[int, int], days: tuple[date, date], cases: frozenset[int] | None
) -> Iterable[Any]:
    """Lines about cases and what belongs to them, counted by thing, person and action."""
    within = [_LINE.seq.between(*found), *log.on_days(*days)]
    told_of = (_LINE.entity, _LINE.entity_id, _LINE.staff_id, _LINE.action)
    counted = select(*told_of, func.count(), func.min(_LINE.seq), func.max(_LINE.seq)).group_by(*told_of)
    if cases is None or len(cases) > _FEW:
        return session.execute(counted.where(_LINE.entity.in_(_KINDS), _LINE.entity_id.is_not(None), *within))
    numbers = select(log.about(things(session, cases)).subquery().c.seq)
    return session.execute(counted.where(_LINE.seq.in_(numbers), *within))


def things(session: Session, cases: frozenset[int]) -> Mapping[str, Iterable[int]]:
    """What belongs to these cases in the log, by kind."""
    found: dict[str, set[int]] = {}
    for case_id in cases:
        for kind, ids in log.things_of_case(session, case_id).items():
            found.setdefault(kind, set()).update(ids)
    return found


def _cases_of(session: Session, query: Any) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for thing, case_id in session.execute(query):
        found.setdefault(thing, []).append(case_id)
    return found


def _relation(staff_id: int, responsible_id: int | None, given: Iterable[int], access: str) -> Relation:
    if staff_id == responsible_id:
        return Relation.OWN
    if staff_id in given:
        return Relation.ASSIGNED
    return Relation.CENTRE if access == "centre" else Relation.NONE


def _breach(row: Breach, recorded_by: str) -> breaches.Breach:
    return breaches.Breach(
        row.id, moment(row.found_at), row.described, moment(row.notified_at), recorded_by, notify_by=None
    )


def _among(column: Any, cases: frozenset[int] | None) -> list[ColumnElement[bool]]:
    return [] if cases is None else [column.in_(cases)]


def _filled(column: Any) -> Any:
    return func.count(func.nullif(column, ""))


def _count(session: Session, query: Any) -> int:
    return session.scalar(query) or 0


def _pairs(rows: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    return ((row[0], row[1]) for row in rows)
