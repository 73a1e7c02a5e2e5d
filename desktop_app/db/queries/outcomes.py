"""How a case ended: its results, what its closing would leave open, the satisfaction slips by number."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop_app.db.case_rows import Words
from desktop_app.db.models import (
    Case,
    CaseWorker,
    Deadline,
    HeldDocument,
    Instalment,
    MoneyEntry,
    Outcome,
    Satisfaction,
)
from desktop_app.db.queries import access
from desktop_app.db.queries.access import Viewer
from desktop_app.domain.cases import MoneyKind
from desktop_app.domain.complaints import Evidence
from desktop_app.domain.money import NOTHING, from_tiyn, to_tiyn
from desktop_app.domain.outcomes import ClosingState, NewOutcome, Result, Slip, StoredOutcome

MARKS: Final = (1, 2, 3, 4, 5)


def add_outcome(session: Session, case_id: int, new: NewOutcome) -> Outcome:
    """Write a result of a case, within a transaction; the row with its id."""
    row = Outcome(
        case_id=case_id,
        case_worker_id=new.worker_id,
        code=new.code.value,
        on_day=new.on,
        amount_tiyn=None if new.amount is None else to_tiyn(new.amount),
        word=new.word.value,
        evidence=new.evidence,
    )
    session.add(row)
    session.flush()
    return row


def add_slip(session: Session, case_id: int, slip: Slip) -> Satisfaction:
    """Write a satisfaction slip; the row with its id."""
    row = Satisfaction(
        case_id=case_id,
        on_day=slip.on,
        language=slip.language,
        help_mark=slip.help_mark,
        respect_mark=slip.respect_mark,
        again=slip.again,
        comment=slip.comment,
    )
    session.add(row)
    session.flush()
    return row


def outcome(session: Session, case_id: int, outcome_id: int) -> Outcome | None:
    """A result of this case, to be written to."""
    row = session.get(Outcome, outcome_id)
    return row if row is not None and row.case_id == case_id else None


def of_case(session: Session, case_id: int, words: Words) -> tuple[StoredOutcome, ...]:
    """The results of a case, the newest first."""
    rows = session.scalars(
        select(Outcome).where(Outcome.case_id == case_id).order_by(Outcome.on_day.desc(), Outcome.id.desc())
    )
    return tuple(
        StoredOutcome(
            row.id,
            Result(row.code),
            row.on_day,
            None if row.amount_tiyn is None else from_tiyn(row.amount_tiyn),
            Evidence(row.word),
            words("outcome", row.id, "evidence", row.evidence),
            row.case_worker_id,
        )
        for row in rows
    )


def state(session: Session, case_id: int, words: Words) -> ClosingState:
    """What a closing of the case would leave open, and how it was closed if it is."""
    case = session.get_one(Case, case_id)
    opened = (Deadline.case_id == case_id, Deadline.done_on.is_(None), Deadline.removed_on.is_(None))
    held = (
        select(func.count(HeldDocument.id))
        .join(CaseWorker, CaseWorker.id == HeldDocument.case_worker_id)
        .where(CaseWorker.case_id == case_id, HeldDocument.returned_on.is_(None))
    )
    slips = select(func.count(Satisfaction.id)).where(Satisfaction.case_id == case_id)
    return ClosingState(
        results=of_case(session, case_id, words),
        open_dates=session.scalar(select(func.count(Deadline.id)).where(*opened)) or 0,
        promised=_promised(session, case_id),
        held_documents=session.scalar(held) or 0,
        slips=session.scalar(slips) or 0,
        closed_on=case.closed_on,
        closed_why=case.closed_why,
    )


def marks(session: Session, who: Viewer, first: date, last: date) -> dict[str, dict[int, int]]:
    """How often each mark was given in a span of days, by question; of the cases that `who` may see."""
    counted: dict[str, dict[int, int]] = {}
    for name, column in (("help", Satisfaction.help_mark), ("respect", Satisfaction.respect_mark)):
        rows = session.execute(
            select(column, func.count(Satisfaction.id))
            .join(Case, Case.id == Satisfaction.case_id)
            .where(Satisfaction.on_day.between(first, last), column.is_not(None), access.cases_for(who))
            .group_by(column)
        )
        found = {int(mark): count for mark, count in rows if mark is not None}
        counted[name] = {mark: found.get(mark, 0) for mark in MARKS}
    return counted


def _promised(session: Session, case_id: int) -> Decimal:
    """Tenge promised in instalments to the workers of a case that did not come since the promise."""
    promised: dict[int, int] = defaultdict(int)
    since: dict[int, date] = {}
    of_the_case = CaseWorker.case_id == case_id
    rows = session.execute(
        select(Instalment.case_worker_id, Instalment.amount_tiyn, Instalment.promised_on)
        .join(CaseWorker, CaseWorker.id == Instalment.case_worker_id)
        .where(of_the_case)
    )
    for worker, tiyn, day in rows:
        promised[worker] += tiyn
        since[worker] = min(day, since.get(worker, day))
    received = session.execute(
        select(MoneyEntry.case_worker_id, MoneyEntry.amount_tiyn, MoneyEntry.on_day)
        .join(CaseWorker, CaseWorker.id == MoneyEntry.case_worker_id)
        .where(of_the_case, MoneyEntry.kind == MoneyKind.RECEIVED.value)
    )
    for worker, tiyn, day in received:
        if worker in promised and day >= since[worker]:
            promised[worker] -= tiyn
    return sum((from_tiyn(tiyn) for tiyn in promised.values() if tiyn > 0), NOTHING)
