"""The list of cases, and one case with its crew."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import CompoundSelect, Select, func, select, union
from sqlalchemy.orm import Session

from desktop_app.db import search
from desktop_app.db.models import Case, CaseWorker, Employer, Letter
from desktop_app.db.queries import crew
from desktop_app.db.rows import employer_of
from desktop_app.domain.cases import CaseCard, CaseFilter, CaseRow, Channel, Sector, Status
from desktop_app.domain.money import from_tiyn

_NUMBER: Final = re.compile(r"[0-9][0-9-]{0,15}")
_LIKELY: Final = 50
# Behind every character a number may have: the end of a range of numbers with the same beginning.
_BEHIND: Final = ":"


def page(session: Session, wanted: CaseFilter) -> tuple[CaseRow, ...]:
    """Cases newest first, at most `limit`, below `after_id` if it is given."""
    return tuple(case_row(row) for row in session.execute(page_select(session, wanted)))


def page_select(session: Session, wanted: CaseFilter) -> Select[*tuple[Any, ...]]:
    """The select of a page of the list."""
    rows = case_rows().order_by(Case.id.desc()).limit(wanted.limit)
    dated = wanted.without_next_date or wanted.due_by is not None
    status = Status.OPEN if dated and wanted.status is None else wanted.status
    if status is not None:
        rows = rows.where(Case.status == status.value)
    if wanted.without_next_date:
        rows = rows.where(Case.next_date.is_(None))
    if wanted.due_by is not None:
        rows = rows.where(Case.next_date <= wanted.due_by)
    if wanted.text.strip():
        rows = rows.where(Case.id.in_(ids_matching(session, wanted.text)))
    if wanted.after_id is not None:
        rows = rows.where(Case.id < wanted.after_id)
    return rows


def case_rows() -> Select[*tuple[Any, ...]]:
    """The columns that `case_row` reads."""
    return select(
        Case.id,
        Case.number,
        Case.employer_name,
        Case.first_worker,
        Case.workers,
        Case.region,
        Case.sector,
        Case.status,
        Case.opened_on,
        Case.next_date,
        Case.next_step,
        Case.owed_tiyn,
        Case.received_tiyn,
    )


def case_row(row: Any) -> CaseRow:
    """A line of the list from the columns of `case_rows`."""
    number, employer, first_worker, workers, region, sector, status, opened_on, next_date, next_step = row[1:11]
    return CaseRow(
        row[0], number, employer, first_worker, workers, region, Sector(sector), Status(status), opened_on, next_date,
        next_step, from_tiyn(row[11]), from_tiyn(row[12]),
    )  # fmt: skip


def ids_matching(session: Session, text: str) -> CompoundSelect[Any]:
    """Ids of all cases whose number begins with `text`, or whose employer or a worker it may mean."""
    people = [hit.id for hit in search.find(session, search.PEOPLE, text, _LIKELY)]
    employers = [hit.id for hit in search.find(session, search.EMPLOYERS, text, _LIKELY)]
    parts = _ids_of(text, people, employers)
    words = search.query_words(text)
    if words and not search.typed_number(text):
        everybody, everyone = (search.ids_with(where, words) for where in (search.PEOPLE, search.EMPLOYERS))
        parts.append(select(CaseWorker.case_id).where(CaseWorker.person_id.in_(everybody)))
        parts.append(select(Case.id).where(Case.employer_id.in_(everyone)))
    return union(*parts)


def likely(
    session: Session, text: str, people: Sequence[int], employers: Sequence[int], limit: int
) -> tuple[CaseRow, ...]:
    """The newest cases of some people and employers, and of numbers that begin with `text`."""
    ids = union(*_ids_of(text, people, employers))
    rows = case_rows().where(Case.id.in_(ids)).order_by(Case.id.desc()).limit(limit)
    return tuple(case_row(row) for row in session.execute(rows))


def _ids_of(text: str, people: Sequence[int], employers: Sequence[int]) -> list[Select[int]]:
    parts = [
        select(CaseWorker.case_id).where(CaseWorker.person_id.in_(people)),
        select(Case.id).where(Case.employer_id.in_(employers)),
    ]
    number = text.strip()
    if _NUMBER.fullmatch(number):
        parts.append(select(Case.id).where(Case.number >= number, Case.number < number + _BEHIND))
    return parts


def find(session: Session, number: str) -> int | None:
    """The id of the case with this number."""
    return session.scalar(select(Case.id).where(Case.number == number))


def next_sequence(session: Session, year: int) -> int:
    """The next number of a year; call it in the transaction that takes it."""
    return (session.scalar(select(func.max(Case.sequence)).where(Case.year == year)) or 0) + 1


def card(session: Session, case_id: int) -> CaseCard | None:
    """A case with its employer, crew and letters; None when there is no such case."""
    case = session.get(Case, case_id)
    if case is None:
        return None
    employer = session.get_one(Employer, case.employer_id)
    return CaseCard(
        id=case.id,
        number=case.number,
        version=case.version,
        employer_id=case.employer_id,
        employer=employer_of(employer),
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
        letters=_letters(session, case_id),
    )


def _letters(session: Session, case_id: int) -> tuple[tuple[int, str, str, str, Any], ...]:
    columns = (Letter.id, Letter.number, Letter.kind, Letter.language, Letter.on_day)
    rows = session.execute(select(*columns).where(Letter.case_id == case_id).order_by(Letter.id.desc()))
    return tuple((row[0], row[1], row[2], row[3], row[4]) for row in rows)
