"""The dates of a case: adding one, those of a case, those of the whole file that are due."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from sqlalchemy import and_, case, delete, exists, func, or_, select, update
from sqlalchemy.orm import Session

from desktop_app.db.case_rows import Words
from desktop_app.db.models import Case, Deadline
from desktop_app.db.queries import access
from desktop_app.db.queries.access import Viewer
from desktop_app.domain.cases import Status
from desktop_app.domain.clocks import CASE_CLOSED, DeadlineKind, DeadlineRow, DueDay, NewDeadline, OwnDay

_DATES: Final = Deadline.__table__.c
_OPEN: Final = and_(Deadline.done_on.is_(None), Deadline.removed_on.is_(None))


def add_deadline(session: Session, case_id: int, new: NewDeadline, made_by: int | None = None) -> Deadline:
    """Put a date on the clock of a case, within a transaction; the row with its id. `refresh_next` comes after."""
    row = Deadline(
        case_id=case_id,
        case_worker_id=new.worker_id,
        kind=new.kind.value,
        rule=new.rule,
        started_on=new.started_on,
        due_on=new.due_on,
        latest_on=new.latest_on,
        letter_id=new.letter_id,
        instalment_id=new.instalment_id,
        after_id=new.after_id,
        note=new.note,
        done_on=None,
        answer="",
        answer_note="",
        removed_on=None,
        removed_why="",
        made_by=made_by,
    )
    session.add(row)
    session.flush()
    refresh_next(session, case_id)
    return row


def refresh_next(session: Session, case_id: int) -> None:
    """Bring the earliest open date of a case up to date in its row; call it after every change of its dates."""
    session.flush()
    earliest = select(func.min(Deadline.due_on)).where(Deadline.case_id == case_id, _OPEN).scalar_subquery()
    session.execute(update(Case).where(Case.id == case_id).values(next_deadline=earliest))


def of_case(session: Session, case_id: int, words: Words) -> tuple[DeadlineRow, ...]:
    """Every date of a case: the open ones first, the soonest on top; then those that are over, the newest on top."""
    over = case((_OPEN, 0), else_=1)
    rows = session.execute(
        select(*_DATES).where(_DATES.case_id == case_id).order_by(over, _DATES.due_on, _DATES.id)
    ).all()
    found = tuple(_row(row, words) for row in rows)
    return (*(row for row in found if row.is_open), *reversed([row for row in found if not row.is_open]))


def one(session: Session, case_id: int, deadline_id: int) -> Deadline | None:
    """A date of this case, to be written to."""
    row = session.get(Deadline, deadline_id)
    return row if row is not None and row.case_id == case_id else None


def of_rule(session: Session, case_id: int, rules: Iterable[str]) -> tuple[Deadline, ...]:
    """The dates of a case that were counted by these rules, open or not."""
    wanted = select(Deadline).where(Deadline.case_id == case_id, Deadline.rule.in_(tuple(rules)))
    return tuple(session.scalars(wanted.order_by(Deadline.id)))


def of_kind(session: Session, case_id: int, kind: DeadlineKind) -> tuple[Deadline, ...]:
    """The dates of a case of one kind, open or not."""
    wanted = select(Deadline).where(Deadline.case_id == case_id, Deadline.kind == kind.value)
    return tuple(session.scalars(wanted.order_by(Deadline.id)))


def open_of_case(session: Session, case_id: int) -> tuple[Deadline, ...]:
    """The open dates of a case, to be written to."""
    return tuple(session.scalars(select(Deadline).where(Deadline.case_id == case_id, _OPEN).order_by(Deadline.id)))


def take_up(session: Session, case_id: int) -> None:
    """Bring back the dates that went with the closing of a case."""
    gone = select(Deadline).where(Deadline.case_id == case_id, Deadline.answer == CASE_CLOSED)
    for row in session.scalars(gone):
        row.removed_on, row.removed_why, row.answer = None, "", ""
    session.flush()


def drop(session: Session, deadline_ids: Iterable[int]) -> None:
    """Take dates out that a count had made and no longer makes; nobody wrote a word into them."""
    session.execute(delete(Deadline).where(Deadline.id.in_(tuple(deadline_ids))))


def due(session: Session, who: Viewer, first: date, last: date, limit: int) -> tuple[DueDay, ...]:
    """The open dates of open cases from `first` to `last`, soonest first; of equal rules of a case the first alone."""
    earlier = Deadline.__table__.alias("earlier")
    before = exists().where(
        earlier.c.case_id == _DATES.case_id,
        earlier.c.rule == _DATES.rule,
        earlier.c.rule != "",
        earlier.c.done_on.is_(None),
        earlier.c.removed_on.is_(None),
        earlier.c.due_on >= first,
        or_(earlier.c.due_on < _DATES.due_on, and_(earlier.c.due_on == _DATES.due_on, earlier.c.id < _DATES.id)),
    )
    rows = session.execute(
        select(_DATES.case_id, _DATES.id, _DATES.kind, _DATES.rule, _DATES.due_on, _DATES.latest_on)
        .join(Case.__table__, Case.__table__.c.id == _DATES.case_id)
        .where(
            _DATES.done_on.is_(None),
            _DATES.removed_on.is_(None),
            _DATES.due_on.between(first, last),
            # Joined with nothing, so that no index of the status is taken and the index of open dates answers.
            Case.__table__.c.status.concat("") == Status.OPEN.value,
            access.cases_for(who),
            ~before,
        )
        .order_by(_DATES.due_on, _DATES.case_id, _DATES.id)
        .limit(limit)
    )
    return tuple(DueDay(row[0], row[1], DeadlineKind(row[2]), *row[3:]) for row in rows)


def own(session: Session, who: Viewer) -> tuple[OwnDay, ...]:
    """The open dates and next steps of the open cases `who` is responsible for, soonest first."""
    cases = Case.__table__.c
    mine = and_(cases.responsible_id == who.staff_id, cases.status == Status.OPEN.value, access.cases_for(who))
    dates = session.execute(
        select(cases.number, _DATES.id, _DATES.kind, _DATES.due_on, cases.sealed.is_not(None))
        .join(Case.__table__, cases.id == _DATES.case_id)
        .where(mine, _DATES.done_on.is_(None), _DATES.removed_on.is_(None))
    )
    steps = session.execute(
        select(cases.number, cases.next_date, cases.sealed.is_not(None)).where(mine, cases.next_date.is_not(None))
    )
    found = [OwnDay(row[0], row[1], DeadlineKind(row[2]), row[3], bool(row[4])) for row in dates]
    found += [OwnDay(row[0], None, None, row[1], bool(row[2])) for row in steps]
    return tuple(sorted(found, key=_soonest))


def _soonest(day: OwnDay) -> tuple[date, str, int]:
    return day.on, day.number, day.deadline_id or 0


def _row(row: Any, words: Words) -> DeadlineRow:
    return DeadlineRow(
        id=row.id,
        case_id=row.case_id,
        kind=DeadlineKind(row.kind),
        rule=row.rule,
        started_on=row.started_on,
        due_on=row.due_on,
        latest_on=row.latest_on,
        worker_id=row.case_worker_id,
        letter_id=row.letter_id,
        instalment_id=row.instalment_id,
        after_id=row.after_id,
        note=words("deadline", row.id, "note", row.note),
        done_on=row.done_on,
        answer=row.answer,
        answer_note=words("deadline", row.id, "answer_note", row.answer_note),
        removed_on=row.removed_on,
        removed_why="" if row.removed_on is None else words("deadline", row.id, "removed_why", row.removed_why),
    )
