"""Papers and stays of people, what was answered about their work, and papers that run out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop_app.db.case_rows import Words
from desktop_app.db.models import Case, CaseWorker, DirectoryEntry, Paper, Person, Stay, WorkRight
from desktop_app.db.queries import access
from desktop_app.db.queries.access import Viewer
from desktop_app.domain import stays as stay_domain
from desktop_app.domain.country_sheets import Consulate
from desktop_app.domain.directory import EntryKind
from desktop_app.domain.papers import ExpiringPaper, NewPaper, PaperKind, PaperRow
from desktop_app.domain.stays import StayRow
from desktop_app.domain.work_answers import WorkAnswers

MOST_EXPIRING: Final = 500
_KNOWN: Final = frozenset(PaperKind)


def person(session: Session, person_id: int) -> tuple[str, bool] | None:
    """The citizenship of a person and whether their data were erased; None when there is no such person."""
    row = session.execute(select(Person.citizenship, Person.anonymised_on).where(Person.id == person_id)).one_or_none()
    return None if row is None else (row[0], row[1] is not None)


def papers(session: Session, person_id: int, words: Words) -> tuple[PaperRow, ...]:
    """The papers of a person, in the order they were noted."""
    rows = session.scalars(select(Paper).where(Paper.person_id == person_id).order_by(Paper.id))
    return tuple(_paper(row, words) for row in rows)


def numbers(session: Session, people: Iterable[int], words: Words) -> dict[int, tuple[str, ...]]:
    """The numbers of the papers of these people, by person."""
    found: dict[int, tuple[str, ...]] = {}
    rows = session.execute(select(Paper.person_id, Paper.id, Paper.number).where(Paper.person_id.in_(list(people))))
    for person_id, paper_id, stored in rows:
        number = words("paper", paper_id, "number", stored)
        if number:
            found[person_id] = (*found.get(person_id, ()), number)
    return found


def stays(session: Session, person_id: int, words: Words) -> tuple[StayRow, ...]:
    """The stays of a person, newest first."""
    rows = session.scalars(select(Stay).where(Stay.person_id == person_id).order_by(Stay.entered_on.desc(), Stay.id))
    return tuple(StayRow(row.entered_on, row.left_on, row.id, words("stay", row.id, "note", row.note)) for row in rows)


def answers(session: Session, person_id: int, words: Words) -> WorkAnswers:
    """What was answered about the work of a person; empty answers when nobody asked."""
    row = session.get(WorkRight, person_id)
    if row is None:
        return WorkAnswers()
    kept = json.loads(words("work_right", person_id, "answers", row.answers) or "{}")
    return WorkAnswers.read(
        kept,
        status=row.status,
        purpose=row.purpose,
        unpaid_fine=row.unpaid_fine,
        fine_on=row.fine_on,
        fine_note=words("work_right", person_id, "fine_note", row.fine_note),
    )


def save_paper(session: Session, person_id: int, paper: NewPaper, paper_id: int | None) -> Paper | None:
    """Add or change a paper; None when this person has no such paper."""
    row = Paper(person_id=person_id) if paper_id is None else _of_person(session, Paper, person_id, paper_id)
    if row is None:
        return None
    row.kind, row.number = paper.kind.value, paper.number
    row.issued_on, row.expires_on = paper.issued_on, paper.expires_on
    row.region, row.employer, row.note = paper.region, paper.employer, paper.note
    session.add(row)
    session.flush()
    return row


def save_stay(session: Session, person_id: int, stay: stay_domain.Stay, note: str, stay_id: int | None) -> Stay | None:
    """Add or change a stay; None when this person has no such stay."""
    row = Stay(person_id=person_id) if stay_id is None else _of_person(session, Stay, person_id, stay_id)
    if row is None:
        return None
    row.entered_on, row.left_on, row.note = stay.entered_on, stay.left_on, note
    session.add(row)
    session.flush()
    return row


def save_answers(session: Session, person_id: int, given: WorkAnswers) -> WorkRight:
    """Keep what was answered about the work of a person."""
    row = session.get(WorkRight, person_id)
    if row is None:
        row = WorkRight(person_id=person_id)
        session.add(row)
    row.status, row.purpose = given.status, given.purpose
    row.unpaid_fine, row.fine_on, row.fine_note = given.unpaid_fine, given.fine_on, given.fine_note
    row.answers = json.dumps(given.kept(), ensure_ascii=False, sort_keys=True)
    session.flush()
    return row


def remove_paper(session: Session, person_id: int, paper_id: int) -> bool:
    """Take out a paper; False when this person has no such paper."""
    return _remove(session, Paper, person_id, paper_id)


def remove_stay(session: Session, person_id: int, stay_id: int) -> bool:
    """Take out a stay; False when this person has no such stay."""
    return _remove(session, Stay, person_id, stay_id)


def expiring(session: Session, who: Viewer, until: date, since: date = date.min) -> tuple[ExpiringPaper, ...]:
    """Papers of people whom `who` may see that run out by `until`, also those that have since a day, soonest first.

    A paper that another of the same kind and person outlasts is left out, and so are people without an open case.
    """
    later = (
        select(func.coalesce(func.max(func.coalesce(_LATER.c.expires_on, date.max)), date.min))
        .where(_LATER.c.person_id == Paper.person_id, _LATER.c.kind == Paper.kind, _LATER.c.id != Paper.id)
        .scalar_subquery()
    )
    newest = (
        select(func.max(Case.id))
        .join(CaseWorker, CaseWorker.case_id == Case.id)
        .where(CaseWorker.person_id == Paper.person_id, Case.status != "closed", access.cases_for(who))
        .scalar_subquery()
    )
    found = (
        select(Paper.id, Paper.person_id, Paper.kind, Paper.expires_on, newest.label("case_id"))
        .where(Paper.expires_on.between(since, until), later <= Paper.expires_on)
        .order_by(Paper.expires_on, Paper.id)
        .limit(MOST_EXPIRING)
        .subquery()
    )
    rows = session.execute(
        select(found, Case.number).join(Case, Case.id == found.c.case_id).order_by(found.c.expires_on, found.c.id)
    )
    return tuple(ExpiringPaper(row[0], row[1], _kind(row[2]), row[3], row[4], row[5]) for row in rows)


_LATER: Final = Paper.__table__.alias("later")


def _paper(row: Paper, words: Words) -> PaperRow:
    def said(column: str) -> str:
        return words("paper", row.id, column, getattr(row, column))

    return PaperRow(
        _kind(row.kind),
        said("number"),
        row.issued_on,
        row.expires_on,
        row.region,
        said("employer"),
        said("note"),
        row.id,
    )


def _kind(code: str) -> PaperKind:
    return PaperKind(code) if code in _KNOWN else PaperKind.OTHER


def _of_person(session: Session, model: Any, person_id: int, row_id: int) -> Any:
    row = session.get(model, row_id)
    return row if row is not None and row.person_id == person_id else None


def _remove(session: Session, model: Any, person_id: int, row_id: int) -> bool:
    row = _of_person(session, model, person_id, row_id)
    if row is None:
        return False
    session.delete(row)
    session.flush()
    return True


def consulates(session: Session, country: str) -> tuple[Consulate, ...]:
    """The consulates of a country in the directory of the centre."""
    rows = session.scalars(
        select(DirectoryEntry)
        .where(
            DirectoryEntry.kind == EntryKind.CONSULATE,
            DirectoryEntry.country == country,
            DirectoryEntry.active,
        )
        .order_by(DirectoryEntry.name_sort, DirectoryEntry.id)
    )
    return tuple(
        Consulate(row.name_kk, row.name_ru, row.name_en, row.address, row.phone, row.hours, row.checked_on)
        for row in rows
    )
