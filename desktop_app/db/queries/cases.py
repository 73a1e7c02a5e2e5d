"""The list of cases, and one case with its crew."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import CompoundSelect, Select, bindparam, func, or_, select, union
from sqlalchemy.orm import Session

from desktop_app.db import search
from desktop_app.db.models import Case, CaseWorker, Employer, Letter
from desktop_app.db.queries import access, crew
from desktop_app.db.queries.access import Viewer
from desktop_app.db.queries.deletion import next_number
from desktop_app.db.rows import employer_of, plain
from desktop_app.domain.cases import CaseCard, CaseFilter, CaseRow, Channel, Sector, Status
from desktop_app.domain.money import from_tiyn

_NUMBER: Final = re.compile(r"[0-9][0-9-]{0,15}")
_LIKELY: Final = 50
# Behind every character a number may have: the end of a range of numbers with the same beginning.
_BEHIND: Final = ":"


_CASES: Final = Case.__table__.c
_SECTORS: Final = {sector.value: sector for sector in Sector}
_STATUSES: Final = {status.value: status for status in Status}

CASE_ROWS: Final[Select[*tuple[Any, ...]]] = select(
    _CASES.id,
    _CASES.number,
    _CASES.employer_name,
    _CASES.first_worker,
    _CASES.workers,
    _CASES.region,
    _CASES.sector,
    _CASES.status,
    _CASES.opened_on,
    func.coalesce(_CASES.next_date, _CASES.next_deadline).label("next_date"),
    _CASES.next_step,
    _CASES.owed_tiyn,
    _CASES.received_tiyn,
)
"""The columns of the list, from the table itself: through the model a page would cost half as much again."""

_NEWEST: Final = CASE_ROWS.order_by(_CASES.id.desc())


def page(session: Session, who: Viewer, wanted: CaseFilter) -> tuple[CaseRow, ...]:
    """Cases that `who` may see, newest first, at most `limit`, below `after_id` if it is given."""
    rows = _NEWEST.where(access.cases_for(who)).limit(wanted.limit)
    dated = wanted.without_next_date or wanted.due_by is not None
    status = Status.OPEN if dated and wanted.status is None else wanted.status
    if status is not None:
        rows = rows.where(_CASES.status == status.value)
    if wanted.without_next_date:
        rows = rows.where(_CASES.next_date.is_(None), _CASES.next_deadline.is_(None))
    if wanted.due_by is not None:
        rows = rows.where(or_(_CASES.next_date <= wanted.due_by, _CASES.next_deadline <= wanted.due_by))
    if is_narrowing(wanted.text):
        rows = rows.where(_CASES.id.in_(ids_matching(session, wanted.text)))
    if wanted.after_id is not None:
        rows = rows.where(_CASES.id < wanted.after_id)
    return case_rows(session, rows)


def case_rows(session: Session, wanted: Select[*tuple[Any, ...]]) -> tuple[CaseRow, ...]:
    """Lines of the list by a select of `CASE_ROWS`."""
    day = date.fromisoformat
    return tuple(
        [
            CaseRow(
                case_id, number, employer, first_worker, workers, region, _SECTORS[sector], _STATUSES[status],
                day(opened_on), next_date and day(next_date), next_step, from_tiyn(owed), from_tiyn(received),
            )
            for (
                case_id, number, employer, first_worker, workers, region, sector, status, opened_on,
                next_date, next_step, owed, received,
            ) in plain(session, wanted)
        ]
    )  # fmt: skip


def is_narrowing(text: str) -> bool:
    """Whether a list of cases or letters should be narrowed by `text`."""
    return search.is_searchable(text) or _NUMBER.fullmatch(text.strip()) is not None


def ids_matching(session: Session, text: str) -> CompoundSelect[Any]:
    """Ids of all cases whose number begins with `text`, or whose employer or a worker it may mean."""
    people = [hit.id for hit in search.find(session, search.PEOPLE, text, _LIKELY)]
    employers = [hit.id for hit in search.find(session, search.EMPLOYERS, text, _LIKELY)]
    parts = _ids_of(text, people, employers)
    words = search.query_words(text)
    if words and not search.typed_number(text):
        everybody, everyone = (search.ids_with(session, where, words) for where in (search.PEOPLE, search.EMPLOYERS))
        parts.append(select(CaseWorker.case_id).where(CaseWorker.person_id.in_(everybody)))
        parts.append(select(Case.id).where(Case.employer_id.in_(everyone)))
    return union(*parts)


def likely(
    session: Session, who: Viewer, text: str, people: Sequence[int], employers: Sequence[int], limit: int
) -> tuple[CaseRow, ...]:
    """The newest cases of some people and employers, and of numbers that begin with `text`."""
    ids = union(*_ids_of(text, people, employers))
    return case_rows(session, _NEWEST.where(_CASES.id.in_(ids), access.cases_for(who)).limit(limit))


def _ids_of(text: str, people: Sequence[int], employers: Sequence[int]) -> list[Select[int]]:
    parts = [
        select(CaseWorker.case_id).where(CaseWorker.person_id.in_(people)),
        select(Case.id).where(Case.employer_id.in_(employers)),
    ]
    number = text.strip()
    if _NUMBER.fullmatch(number):
        parts.append(select(Case.id).where(Case.number >= number, Case.number < number + _BEHIND))
    return parts


def find(session: Session, who: Viewer, number: str) -> int | None:
    """The id of the case with this number, if `who` may see it."""
    return session.scalar(select(_CASES.id).where(_CASES.number == number, access.cases_for(who)))


def next_sequence(session: Session, year: int) -> int:
    """The next number of a year; call it in the transaction that takes it."""
    return next_number(session, "case", year, select(func.max(Case.sequence)).where(Case.year == year))


_EMPLOYERS: Final = Employer.__table__.c
_LETTERS: Final = Letter.__table__.c
# Built once: building a statement costs more than the file needs to answer it.
_CARD: Final[Select[*tuple[Any, ...]]] = (
    select(
        *Case.__table__.c,
        _EMPLOYERS.name,
        _EMPLOYERS.kind,
        _EMPLOYERS.bin_iin,
        _EMPLOYERS.address,
        _EMPLOYERS.phone,
        _EMPLOYERS.head_name,
    )
    .join(Employer.__table__, _EMPLOYERS.id == _CASES.employer_id)
    .where(_CASES.id == bindparam("case"))
)
_CARD_LETTERS: Final[Select[*tuple[Any, ...]]] = (
    select(_LETTERS.id, _LETTERS.number, _LETTERS.kind, _LETTERS.language, _LETTERS.on_day)
    .where(_LETTERS.case_id == bindparam("case"))
    .order_by(_LETTERS.id.desc())
)


def card(session: Session, case_id: int) -> CaseCard | None:
    """A case with its employer, crew and letters; None when there is no such case."""
    file, wanted = session.connection(), {"case": case_id}
    case = file.execute(_CARD, wanted).one_or_none()
    if case is None:
        return None
    return CaseCard(
        id=case.id,
        number=case.number,
        version=case.version,
        employer_id=case.employer_id,
        employer=employer_of(case),
        site=case.site,
        region=case.region,
        sector=Sector(case.sector),
        channel=Channel(case.channel),
        status=Status(case.status),
        responsible_id=case.responsible_id,
        opened_on=case.opened_on,
        next_date=case.next_date,
        next_step=case.next_step,
        note=case.note,
        workers=crew.workers(session, case_id),
        letters=tuple((row[0], row[1], row[2], row[3], row[4]) for row in file.execute(_CARD_LETTERS, wanted)),
        restricted=case.access != "centre",
        sealed=case.sealed is not None,
        is_revealed=case.sealed is None,
        next_deadline=case.next_deadline,
        closed_on=case.closed_on,
        closed_why=case.closed_why,
    )
